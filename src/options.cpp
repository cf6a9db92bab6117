#include "options.hpp"

#include <CLI/CLI.hpp>
#include <array>
#include <charconv>
#include <memory>
#include <vector>

#include "mpn/nearest.hpp"
#include "text.hpp"

namespace mpn::cli {

namespace {

constexpr auto table = std::to_array<option_row>({
    {'f',
     "format",
     "FORMAT",
     "text|json|ndjson|csv|ics",
     {"output format; default: text for arguments and plain lines, otherwise as the input",
      "출력 형식. 기본값: 인수와 일반 줄은 text, 그 밖에는 입력과 같은 형식"}},
    {0, "json", "", "", {"same as --format json", "--format json과 같음"}},
    {'i', "input", "FILE", "", {"read records from FILE; - is standard input", "FILE에서 레코드를 읽음. -는 표준 입력"}},
    {'o', "output", "FILE", "", {"write FILE, in one step, instead of standard output", "표준 출력 대신 FILE에 한 번에 씀"}},
    {'a',
     "anniversary",
     "",
     "",
     {"the date given is the anniversary date (Partner Center's \"Renewal start date\")",
      "주어진 날짜는 1주년임(파트너 센터의 \"갱신 시작 날짜\")"}},
    {'t',
     "term",
     "N|current",
     "",
     {"the N-th term from the date given, each earlier one renewed in its window (1 to 9999, default 1); current: the one in force "
      "on the as-of day",
      "주어진 날짜부터 N번째 기간. 앞선 기간은 모두 갱신 기간에 갱신된 것으로 봄(1~9999, 기본값 1). current: 기준일에 유효한 "
      "기간"}},
    {0, "as-of", "DATE|today", "", {"add the phase and the days left on that day", "그 날의 단계와 남은 일수를 추가함"}},
    {0,
     "check",
     "",
     "",
     {"one status line and an exit status for cron and monitoring; without --as-of, as of today",
      "cron과 모니터링을 위한 상태 한 줄과 종료 상태. --as-of가 없으면 오늘 기준"}},
    {0,
     "waves",
     "WAVES",
     "article|all",
     {"which COVID-19 rounds count: the one the article names (default), or all four",
      "포함할 COVID-19 연장 차수: 문서에 나온 차수(기본값) 또는 네 차수 모두"}},
    {0,
     "date-order",
     "ORDER",
     "dmy|mdy",
     {"dates may also be written 20/04/2020, 20.4.2020 or 20-4-2020 in that order",
      "날짜를 그 순서대로 20/04/2020, 20.4.2020, 20-4-2020으로도 쓸 수 있음"}},
    {0, "date-field", "NAME", "", {"the column or member that holds the date", "날짜가 든 열 또는 멤버의 이름"}},
    {0, "competency-field", "NAME", "", {"the column or member that holds the competency", "역량이 든 열 또는 멤버의 이름"}},
    {0,
     "excel",
     "",
     "",
     {"csv only: a byte order mark and CRLF, so that a double click opens it right",
      "csv 전용: BOM과 CRLF를 써서 두 번 클릭하면 바로 열리게 함"}},
    {'q',
     "quiet",
     "",
     "",
     {"no diagnostics for bad records; with --check, nothing when all is OK",
      "잘못된 레코드에 대한 진단을 표시하지 않음. --check에서는 모두 OK이면 아무것도 표시하지 않음"}},
    {0, "color", "WHEN", "auto|always|never", {"colors in text; default: auto", "text의 색. 기본값: auto"}},
    {0,
     "lang",
     "LANGUAGE",
     "en|ko",
     {"language of text and messages; default: from LC_ALL, LC_MESSAGES, LANG",
      "텍스트와 메시지의 언어. 기본값: LC_ALL, LC_MESSAGES, LANG"}},
    {0,
     "list",
     "",
     "",
     {"the catalogue, one name a line (--json: with id, kind, area, aliases)",
      "카탈로그를 한 줄에 이름 하나씩 표시함(--json: id, 종류, 영역, 별칭 포함)"}},
    {0, "schema", "", "", {"the JSON Schema of the output", "출력의 JSON 스키마"}},
    {'h', "help", "", "", {"this help", "이 도움말"}},
    {'V', "version", "", "", {"the version", "버전"}},
});

consteval std::size_t index_of(std::string_view name) {
  for (std::size_t i = 0; i < table.size(); ++i)
    if (table[i].name == name) return i;
  throw "no such option";
}

// The place in the table of the option with this name; a name that is not there does not compile.
struct option_name {
  std::size_t index;
  consteval option_name(const char* name) : index{index_of(name)} {}
};

// How an option is named in a message: -i where it has a letter, --as-of where it has none.
std::string spelling(const option_row& row) {
  return row.letter != '\0' ? fmt::format("-{}", row.letter) : fmt::format("--{}", row.name);
}

namespace say {
constexpr phrase<std::string> unknown_option{"unknown option '{}'; --help lists them",
                                             "알 수 없는 옵션 '{}'. --help로 볼 수 있습니다"};
constexpr phrase<std::string, std::string> nearest_option{"unknown option '{}'; did you mean '{}'?",
                                                          "알 수 없는 옵션 '{}'. '{}'을(를) 말씀하셨습니까?"};
constexpr phrase<std::string, std::string> needs_value{"{0} needs a value: {0} {1}", "{0}에는 값이 필요합니다: {0} {1}"};
constexpr phrase<std::string> takes_no_value{"{} takes no value", "{}에는 값을 쓸 수 없습니다"};
constexpr phrase<std::string, std::string, std::string> no_choice{"{} does not know '{}'; it takes {}",
                                                                  "{}에 '{}'은(는) 쓸 수 없습니다. 쓸 수 있는 값: {}"};
constexpr phrase<std::string, std::string> contradiction{"{} and {} contradict each other; leave one out",
                                                         "{}와(과) {}은(는) 함께 쓸 수 없습니다. 하나를 빼십시오"};
constexpr phrase<std::string> no_term{"-t does not know '{}'; it takes a number from 1 to 9999, or current",
                                      "-t에 '{}'은(는) 쓸 수 없습니다. 1부터 9999까지의 수 또는 current를 쓰십시오"};
constexpr plain_phrase current_needs_day{
    "-t current needs a day to look from: add --as-of DATE, --as-of today or --check",
    "-t current에는 기준일이 필요합니다. --as-of DATE, --as-of today 또는 --check를 추가하십시오"};
constexpr phrase<std::string> empty_value{"{} needs a name that is not empty", "{}에는 빈 이름을 쓸 수 없습니다"};
}  // namespace say

// The arguments taken apart, not yet understood.
struct raw_options {
  std::array<std::optional<std::string>, table.size()> values;
  std::array<bool, table.size()> present{};
  std::vector<std::string> words;
  std::vector<std::string> unknown;

  [[nodiscard]] bool has(option_name name) const { return present[name.index]; }
  [[nodiscard]] const std::optional<std::string>& value(option_name name) const { return values[name.index]; }
};

language language_named(std::string_view locale) { return locale.starts_with("ko") ? language::korean : language::english; }

// The first value of --lang, looked for before anything is parsed, so that even a parse error is said in that language.
language requested_language(std::span<const std::string> arguments, const environment& around) {
  constexpr std::string_view joined = "--lang=";
  for (std::size_t i = 0; i < arguments.size() && arguments[i] != "--"; ++i) {
    if (arguments[i].starts_with(joined)) return language_named(std::string_view{arguments[i]}.substr(joined.size()));
    if (arguments[i] == "--lang" && i + 1 < arguments.size()) return language_named(arguments[i + 1]);
  }
  return language_of(around);
}

result<raw_options, usage_error> take_apart(std::span<const std::string> arguments, language spoken) {
  raw_options raw;
  CLI::App app;
  app.set_help_flag();
  app.allow_windows_style_options(false);
  app.allow_extras();
  std::array<CLI::Option*, table.size()> known{};
  for (std::size_t i = 0; i < table.size(); ++i) {
    const option_row& row = table[i];
    const std::string names = row.letter != '\0' ? fmt::format("-{},--{}", row.letter, row.name) : fmt::format("--{}", row.name);
    known[i] = row.argument.empty() ? app.add_flag(names)->disable_flag_override() : app.add_option(names)->expected(1);
    known[i]->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
    known[i]->allow_extra_args(false);
  }
  const auto row_of = [&](const CLI::Error& error) -> const option_row* {
    const std::string_view text = error.what();
    for (const option_row& row : table)
      if (text.starts_with(row.name) || text.starts_with(fmt::format("--{}:", row.name))) return &row;
    return nullptr;
  };
  try {
    app.parse(std::vector<std::string>{arguments.rbegin(), arguments.rend()});
  } catch (const CLI::ArgumentMismatch& error) {
    const option_row* row = row_of(error);
    if (row == nullptr) return unexpected{usage_error{shown(error.what()), false}};
    const std::string option = spelling(*row);
    return unexpected{usage_error{row->argument.empty() ? say::takes_no_value.in(spoken, option)
                                                        : say::needs_value.in(spoken, option, std::string{row->argument}),
                                  false}};
  } catch (const CLI::ParseError& error) {
    return unexpected{usage_error{shown(error.what()), false}};
  }
  for (std::size_t i = 0; i < table.size(); ++i) {
    raw.present[i] = known[i]->count() > 0;
    if (raw.present[i] && !table[i].argument.empty()) raw.values[i] = known[i]->as<std::string>();
  }
  bool only_words = false;
  for (const std::string& word : app.remaining()) {
    if (word == "--" && !only_words)
      only_words = true;
    else
      (!only_words && word.starts_with('-') && word != "-" ? raw.unknown : raw.words).push_back(word);
  }
  return raw;
}

usage_error unknown_option(const std::string& given, language spoken) {
  const std::string name = given.substr(0, given.find('='));
  nearest_match<option_row> nearest{std::string_view{name}.substr(std::min(name.find_first_not_of('-'), name.size()))};
  for (const option_row& row : table) nearest.offer(row.name, row);
  const std::string safe = shown(name);
  if (!name.starts_with("--") || nearest.best() == nullptr) return {say::unknown_option.in(spoken, safe)};
  return {say::nearest_option.in(spoken, safe, fmt::format("--{}", nearest.best()->name))};
}

// Reads the arguments in steps; the first step that finds something wrong says so, and the others change nothing.
class interpreter {
 public:
  interpreter(const raw_options& raw, language spoken, const environment& around) : raw_{raw}, around_{around} {
    read_.spoken = spoken;
  }

  result<options, usage_error> interpret() {
    choose("lang", {language::english, language::korean}, read_.spoken);
    if (raw_.has("help") || raw_.has("version")) {
      read_.asked = raw_.has("help") ? task::help : task::version;
    } else {
      read_all();
    }
    if (problem_) return unexpected{*problem_};
    return read_;
  }

 private:
  void read_all() {
    if (!raw_.unknown.empty()) return fail(unknown_option(raw_.unknown.front(), read_.spoken).message);
    contradictions();
    if (raw_.has("list")) read_.asked = task::list;
    if (raw_.has("schema")) read_.asked = task::schema;
    if (raw_.has("format")) {
      read_.format.emplace();
      choose("format", {output_format::text, output_format::json, output_format::ndjson, output_format::csv, output_format::ics},
             *read_.format);
    }
    if (raw_.has("json")) read_.format = output_format::json;
    choose("waves", {waves::article, waves::all}, read_.counted);
    choose("date-order", {date_order::dmy, date_order::mdy}, read_.order);
    choose("color", {colors::automatic, colors::always, colors::never}, read_.color);
    read_.input = raw_.value("input");
    if (raw_.value("output") && *raw_.value("output") != "-") read_.output = raw_.value("output");
    read_.anniversary_given = raw_.has("anniversary");
    read_.check = raw_.has("check");
    read_.excel = raw_.has("excel");
    read_.quiet = raw_.has("quiet");
    read_.date_field = name("date-field");
    read_.competency_field = name("competency-field");
    read_words();
    read_day();
    read_term();
  }

  void contradictions() {
    const auto both = [&](const std::string& one, const std::string& other) {
      fail(say::contradiction.in(read_.spoken, one, other));
    };
    if (raw_.has("input") && !raw_.words.empty()) both("-i", fmt::format("DATE '{}'", shown(raw_.words.front())));
    if (raw_.has("json") && raw_.has("format") && raw_.value("format") != "json")
      both("--json", fmt::format("-f {}", shown(*raw_.value("format"))));
    if (raw_.has("check") && raw_.has("format")) both("--check", fmt::format("-f {}", shown(*raw_.value("format"))));
    if (raw_.has("check") && raw_.has("json")) both("--check", "--json");
    if (raw_.has("list") && raw_.has("schema")) both("--list", "--schema");
  }

  // All words after DATE are the competency, so that nobody has to quote; empty ones say nothing.
  void read_words() {
    if (raw_.words.empty()) return;
    read_.date = raw_.words.front();
    std::string joined;
    for (std::size_t i = 1; i < raw_.words.size(); ++i) {
      if (i > 1) joined += ' ';
      joined += raw_.words[i];
    }
    if (!is_blank(joined)) read_.competency = joined;
  }

  void read_day() {
    const auto& given = raw_.value("as-of");
    if (given ? *given == "today" : read_.check) {
      read_.as_of = around_.today();
      return;
    }
    if (!given) return;
    const auto day = read_date(*given, read_.order);
    if (!day) return fail(fmt::format("--as-of {}", day.error().sentence.in(read_.spoken)));
    read_.as_of = *day;
  }

  void read_term() {
    const auto& given = raw_.value("term");
    if (!given) return;
    if (*given == "current") {
      read_.term.current = true;
      if (!read_.as_of) fail(std::string{say::current_needs_day.in(read_.spoken)});
      return;
    }
    constexpr int most = 9999;
    const char* const end = given->data() + given->size();
    const auto [behind, error] = std::from_chars(given->data(), end, read_.term.number);
    if (error != std::errc{} || behind != end || read_.term.number < 1 || read_.term.number > most)
      fail(say::no_term.in(read_.spoken, shown(*given)));
  }

  std::optional<std::string> name(option_name option) {
    const auto& given = raw_.value(option);
    if (given && is_blank(*given)) fail(say::empty_value.in(read_.spoken, spelling(table[option.index])));
    return given;
  }

  // Finds the value of `option` among its choices; `values` are theirs, in the same order.
  template <class Value>
  void choose(option_name option, std::initializer_list<Value> values, Value& chosen) {
    const auto& given = raw_.value(option);
    if (!given) return;
    std::string_view choices = table[option.index].choices;
    for (const Value& value : values) {
      const std::string_view choice = choices.substr(0, choices.find('|'));
      if (*given == choice) {
        chosen = value;
        return;
      }
      choices.remove_prefix(std::min(choice.size() + 1, choices.size()));
    }
    std::string listed{table[option.index].choices};
    for (std::size_t at = listed.find('|'); at != std::string::npos; at = listed.find('|', at)) listed.replace(at, 1, ", ");
    fail(say::no_choice.in(read_.spoken, spelling(table[option.index]), shown(*given), listed));
  }

  void fail(std::string message) {
    if (!problem_) problem_ = usage_error{std::move(message)};
  }

  const raw_options& raw_;
  const environment& around_;
  options read_;
  std::optional<usage_error> problem_;
};

}  // namespace

std::span<const option_row> option_table() { return table; }

language language_of(const environment& around) { return language_named(around.locale); }

result<options, usage_error> parse_options(std::span<const std::string> arguments, const environment& around) {
  const language spoken = requested_language(arguments, around);
  const auto raw = take_apart(arguments, spoken);
  auto asked = raw ? interpreter{*raw, spoken, around}.interpret() : unexpected{raw.error()};
  if (asked) return asked;
  const bool check = std::find(arguments.begin(), arguments.end(), "--check") != arguments.end();
  return unexpected{usage_error{asked.error().message, check}};
}

}  // namespace mpn::cli
