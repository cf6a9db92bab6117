// What the man page and the schema define, against the keywords of the program and what it accepts.
#include <rapidjson/document.h>
#include <rapidjson/pointer.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "docs_pages.hpp"
#include "mpn/extension.hpp"
#include "record/errors.hpp"
#include "write/keywords.hpp"

namespace mpn::test {

namespace {

// The strings of the array at `pointer` in the schema.
strings enumerated(const char* pointer) {
  rapidjson::Document schema;
  schema.Parse(page({"--schema"}).c_str());
  REQUIRE(!schema.HasParseError());
  const rapidjson::Value* const values = rapidjson::Pointer{pointer}.Get(schema);
  REQUIRE(values != nullptr);
  strings found;
  for (const auto& value : values->GetArray()) found.emplace_back(value.GetString());
  return found;
}

template <class Enum, std::size_t Count>
strings keywords(const std::array<Enum, Count>& all) {
  strings names;
  for (const Enum one : all) names.emplace_back(app::to_string(one));
  return names;
}

strings phases() {
  using enum phase;
  return keywords(std::array{active, reminded, open, last_call, lapsed});
}

strings statuses() {
  using enum extension_status;
  return keywords(std::array{eligible, not_eligible, unknown});
}

strings reasons() {
  using enum extension_reason;
  return keywords(std::array{in_range, not_covered, out_of_range, competency_not_given,
                             excluded_competency, not_published});
}

strings error_codes() {
  using enum app::error_code;
  return keywords(std::array{invalid_date, ambiguous_date, missing_date, future_purchase,
                             out_of_range, unknown_competency, malformed_record});
}

}  // namespace

TEST_CASE("the schema has the keywords of the program") {
  CHECK(enumerated("/$defs/schedule/properties/status/properties/phase/enum") == phases());
  CHECK(enumerated("/$defs/covid_extension/properties/status/enum") == statuses());
  CHECK(enumerated("/$defs/covid_extension/properties/reason/enum") == reasons());
  CHECK(enumerated("/$defs/failed/properties/error/properties/code/enum") == error_codes());
  strings waves;
  for (const extension_wave& wave : extension_waves) waves.emplace_back(wave.name);
  CHECK(enumerated("/$defs/covid_extension/properties/wave/enum") == waves);
}

TEST_CASE("the man page defines every keyword and every column of the output") {
  CHECK(terms(".SS Phases", ".SS Reasons for the extension status") == phases());
  CHECK(terms(".SS Reasons for the extension status", ".SS Errors") == reasons());
  CHECK(terms(".SS Errors", ".SH EXIT STATUS") == error_codes());

  const run_result table = run({"-f", "csv", "--as-of", "2021-05-08", "2020-04-20"});
  strings columns;
  for (const std::string& name : split(split(table.out, "\n").front(), ","))
    if (name.starts_with("renewal.") && name != "renewal.error")
      columns.push_back(name.substr(std::string_view{"renewal."}.size()));
  CHECK(terms(".SS Schedule", ".SS Phases") == columns);
}

TEST_CASE("the program reads every date form that the man page lists") {
  const auto forms = definitions(".SS Dates", ".SS Fields");
  CHECK(forms.size() == 8);
  for (const definition& form : forms) {
    CHECK(!form.lines.empty());
    for (const std::string& date : form.lines) {
      std::vector<std::string> arguments{"-f", "csv", date};
      if (form.term.ends_with("dmy")) arguments.insert(arguments.end(), {"--date-order", "dmy"});
      if (form.term.ends_with("mdy")) arguments.insert(arguments.end(), {"--date-order", "mdy"});
      CAPTURE(date);
      CHECK(run(arguments).out.find(",1,2021-04-20,2021-04-21,") != std::string::npos);
    }
  }
}

// The names of a list, without the paragraph that follows it.
strings names_in(const std::string& text) {
  return split(text.substr(0, text.find(" These names")), ", ");
}

TEST_CASE("the program reads every field name that the man page lists") {
  const auto fields = definitions(".SS Fields", ".SS Competencies");
  REQUIRE(fields.size() == 4);
  const auto check = [](const definition& field, const strings& options, const std::string& before,
                        const std::string& after, std::string_view expected) {
    for (const std::string& name : names_in(join(field.lines, " "))) {
      CAPTURE(name);
      CHECK(run(options, before + name + after).out.find(expected) != std::string::npos);
    }
  };
  constexpr std::string_view anniversary = "\n2021-04-20,,1,2021-04-20,";
  constexpr std::string_view purchase = "\n2020-04-20,,1,2021-04-20,";
  check(fields[0], {}, "", "\n2021-04-20\n", anniversary);
  check(fields[1], {}, "", "\n2020-04-20\n", purchase);
  check(fields[2], {}, "", "\n2020-04-20\n", purchase);
  check(fields[2], {"-a"}, "", "\n2021-04-20\n", anniversary);
  check(fields[3], {}, "date,", "\n2020-04-20,security\n", "\n2020-04-20,security,Security,1,");
}

}  // namespace mpn::test
