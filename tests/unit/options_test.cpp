// Arguments to settings. Their errors: usage_errors_test.cpp.
#include "cli/options.hpp"

#include <string>
#include <string_view>
#include <vector>

#include "catch2.hpp"
#include "cli/arguments.hpp"
#include "in_process.hpp"

namespace {

using namespace mpn;
using namespace mpn::app;
using arguments = std::vector<std::string>;

std::string day_text(sys_days day) { return std::string{date_text{day}.view()}; }

// Every setting that is not the default one.
std::string describe(const options& o) {
  std::string text;
  const auto add = [&](bool given, const std::string& setting) {
    if (given) text += (text.empty() ? "" : ", ") + setting;
  };
  static constexpr std::string_view tasks[] = {"calculate", "list", "schema",
                                               "generate",  "help", "version"};
  add(o.wanted != task::calculate, std::string{tasks[static_cast<std::size_t>(o.wanted)]});
  add(!o.generated.empty(), "generated " + o.generated);
  add(o.format != nullptr, "format " + std::string{o.format != nullptr ? o.format->name : ""});
  add(o.input.has_value(), "input " + o.input.value_or(""));
  add(o.output.has_value(), "output " + o.output.value_or(""));
  add(o.read.dates_are_anniversaries, "anniversaries");
  add(o.read.date_field.has_value(), "date field " + o.read.date_field.value_or(""));
  add(o.read.competency_field.has_value(),
      "competency field " + o.read.competency_field.value_or(""));
  add(o.evaluation.term.current, "current term");
  add(o.evaluation.term.number != 1, "term " + std::to_string(o.evaluation.term.number));
  if (o.evaluation.as_of) add(true, "as of " + day_text(*o.evaluation.as_of));
  add(o.evaluation.applied_waves == waves::all, "all waves");
  add(o.evaluation.order == date_order::dmy, "dmy");
  add(o.evaluation.order == date_order::mdy, "mdy");
  add(o.check, "check");
  add(o.excel, "excel");
  add(o.quiet, "quiet");
  add(o.color == colors::always, "color");
  add(o.color == colors::never, "no color");
  add(o.lang == language::korean, "korean");
  add(o.offer.has_value(), "offer " + o.offer.value_or(""));
  return text;
}

// The settings, or the error.
std::string parse(const arguments& given,
                  const environment& environment = test::test_environment()) {
  const auto parsed = parse_options(given, environment);
  return parsed ? describe(*parsed) : parsed.error().message;
}

struct parsing {
  arguments given;
  std::string_view expected;
};

void check_parsing(const std::vector<parsing>& all) {
  for (const parsing& p : all) {
    CAPTURE(p.given);
    CHECK(parse(p.given) == p.expected);
  }
}

}  // namespace

TEST_CASE("options set what they are for") {
  check_parsing({
      {{}, ""},
      {{"2020-04-20"}, "offer 2020-04-20"},
      {{"2020-04-20", "Cloud", "Platform"}, "offer 2020-04-20 Cloud Platform"},
      {{"-f", "text"}, "format text"},
      {{"-fjson"}, "format json"},
      {{"--format", "ndjson"}, "format ndjson"},
      {{"--format=csv"}, "format csv"},
      {{"-f", "ics"}, "format ics"},
      {{"--json"}, "format json"},
      {{"--json", "-f", "json"}, "format json"},
      {{"-i", "a.csv"}, "input a.csv"},
      {{"--input=-"}, "input -"},
      {{"-o", "a"}, "output a"},
      {{"--output=-"}, ""},
      {{"-a"}, "anniversaries"},
      {{"--anniversary"}, "anniversaries"},
      {{"-t", "1"}, ""},
      {{"-t", "9999"}, "term 9999"},
      {{"--term=2"}, "term 2"},
      {{"-t", "current", "--as-of", "today"}, "current term, as of 2021-05-08"},
      {{"--as-of", "2020-02-29"}, "as of 2020-02-29"},
      {{"--as-of", "29/2/2020", "--date-order", "dmy"}, "as of 2020-02-29, dmy"},
      {{"--check"}, "as of 2021-05-08, check"},
      {{"--check", "--as-of", "2020-02-29"}, "as of 2020-02-29, check"},
      {{"--waves", "article"}, ""},
      {{"--waves", "all"}, "all waves"},
      {{"--date-order", "mdy"}, "mdy"},
      {{"--date-field", "Bought", "--competency-field", "Product"},
       "date field Bought, competency field Product"},
      {{"--excel"}, "excel"},
      {{"-q"}, "quiet"},
      {{"--quiet"}, "quiet"},
      {{"--color", "always"}, "color"},
      {{"--color=never"}, "no color"},
      {{"--color", "auto"}, ""},
      {{"--lang", "ko"}, "korean"},
      {{"--lang", "en"}, ""},
      {{"--list"}, "list"},
      {{"--schema"}, "schema"},
      {{"--generate", "complete-bash"}, "generate, generated complete-bash"},
      {{"-h"}, "help"},
      {{"-V"}, "version"},
  });
}

TEST_CASE("options may stand anywhere, in groups, and more than once") {
  check_parsing({
      {{"2020-04-20", "-a", "Cloud", "-q"}, "anniversaries, quiet, offer 2020-04-20 Cloud"},
      {{"-aq"}, "anniversaries, quiet"},
      {{"-aqf", "csv"}, "format csv, anniversaries, quiet"},
      {{"-aqfcsv"}, "format csv, anniversaries, quiet"},
      {{"-f", "csv", "-f", "ics"}, "format ics"},
      {{"--as-of", "x", "--as-of", "2020-02-29"}, "as of 2020-02-29"},
      {{"-a", "-a"}, "anniversaries"},
      {{"-o", "-", "-o", "a"}, "output a"},
      {{"2020-04-20", "--", "-a", "--", "-f"}, "offer 2020-04-20 -a -- -f"},
      {{"--", "--check"}, "offer --check"},
      {{"-"}, "offer -"},
      {{"--date-field", "-x"}, "date field -x"},
      {{"-i", "-o"}, "input -o"},
  });
}

TEST_CASE("help and version precede the errors of other options") {
  check_parsing({
      {{"--help", "--nonsense"}, "help"},
      {{"-h", "-V"}, "help"},
      {{"-V", "--list", "--schema"}, "version"},
      {{"-h", "-t", "0"}, "help"},
      {{"-h", "-f", "yaml"},
       "invalid value 'yaml' for -f; choose from text, json, ndjson, csv, ics, html"},
  });
}

TEST_CASE("the format goes with the suffix of the output file") {
  check_parsing({
      {{"-o", "a.txt"}, "format text, output a.txt"},
      {{"-o", "a.b.JSON"}, "format json, output a.b.JSON"},
      {{"-o", "a.ndjson"}, "format ndjson, output a.ndjson"},
      {{"-o", "a.JsonL"}, "format ndjson, output a.JsonL"},
      {{"-o", "a.csv"}, "format csv, output a.csv"},
      {{"-o", ".ics"}, "format ics, output .ics"},
      {{"-o", "a.csv", "-f", "ics"}, "format ics, output a.csv"},
      {{"-o", "a.csv", "--json"}, "format json, output a.csv"},
      {{"-o", "a.xlsx"}, "output a.xlsx"},
      {{"-o", "acsv"}, "output acsv"},
      {{"-o", "a."}, "output a."},
      {{"-o", "a.csv", "--help"}, "help"},
      {{"-V", "--check", "-o", "a.csv"}, "version, check"},
      {{"-o", "a.csv", "--check"}, "output a.csv, as of 2021-05-08, check"},
  });
}

TEST_CASE("the language is that of --lang, otherwise that of the locale") {
  const auto in_locale = [](const std::string& locale, const arguments& given) {
    environment environment = test::test_environment();
    environment.locale = locale;
    return parse(given, environment);
  };
  for (const std::string locale : {"ko", "ko_KR.UTF-8", "ko-KR", "ko.UTF-8", "ko@x"}) {
    CAPTURE(locale);
    CHECK(in_locale(locale, {}) == "korean");
    CHECK(in_locale(locale, {"--lang", "en"}).empty());
  }
  for (const std::string locale : {"", "C", "en_US.UTF-8", "kok_IN", "KO"}) {
    CAPTURE(locale);
    CHECK(in_locale(locale, {}).empty());
    CHECK(in_locale(locale, {"--lang=ko"}) == "korean");
  }
  // Errors are in the language that is asked for, before or after them.
  CHECK(parse({"--lang", "ko", "--json=1"}) == "--json 옵션에는 값을 지정할 수 없습니다");
  CHECK(parse({"--json=1", "--lang=ko"}) == "--json 옵션에는 값을 지정할 수 없습니다");
  CHECK(parse({"--json=1", "--", "--lang=ko"}) == "--json takes no value");
  // An invalid language leaves that of the locale, in both spellings.
  for (const arguments& given : {arguments{"--lang", "de"}, arguments{"--lang=de"}}) {
    CHECK(in_locale("ko", given) ==
          "--lang 옵션에 쓸 수 없는 값입니다: 'de'. 다음 중에서 고르십시오: en, ko");
    CHECK(in_locale("C", given) == "invalid value 'de' for --lang; choose from en, ko");
  }
  CHECK(in_locale("C", {"--lang", "ko_KR"}) ==
        "invalid value 'ko_KR' for --lang; choose from en, ko");
  CHECK(in_locale("ko", {"--lang", "en", "--json=1"}) == "--json takes no value");
  CHECK(in_locale("ko", {"--lang=en", "--json=1"}) == "--json takes no value");
}

TEST_CASE("the clock is read only for today and --check") {
  environment environment;  // whose clock is a null pointer
  CHECK(parse({"2020-04-20", "--as-of", "2020-04-20"}, environment) ==
        "as of 2020-04-20, offer 2020-04-20");
  environment.today = test::test_day;
  CHECK(parse({"--as-of", "today"}, environment) == "as of 2021-05-08");
}

// Any split of options into arguments: every letter, name and form of a value is found in the
// table.
TEST_CASE("every option of the table is found by its letter and its name") {
  for (const option_row& row : option_table) {
    const std::string value = !row.takes_value()    ? ""
                              : row.choices.empty() ? "x"
                                                    : std::string{row.choices[0]};
    const std::string name = "--" + std::string{row.name};
    std::vector<arguments> forms{row.takes_value() ? arguments{name, value} : arguments{name}};
    if (row.takes_value()) forms.push_back({name + "=" + value});
    if (row.letter != '\0') {
      const std::string letter{'-', row.letter};
      forms.push_back(row.takes_value() ? arguments{letter, value} : arguments{letter});
      if (row.takes_value()) forms.push_back({letter + value});
    }
    for (const arguments& given : forms) {
      CAPTURE(given);
      const auto separated = separate_arguments(given);
      REQUIRE(separated);
      CHECK(separated->words.empty());
      CHECK_FALSE(separated->unknown);
      REQUIRE(separated->options.size() == 1);
      CHECK(separated->options[0].row == &row);
      CHECK(separated->options[0].value == value);
      CHECK(*separated->find(row.name) == value);
    }
  }
}
