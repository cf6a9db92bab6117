// The errors of records and inputs: their codes and sentences.
#include "record/errors.hpp"

#include <set>
#include <string>
#include <string_view>

#include "catch2.hpp"

namespace {

using namespace mpn;
using namespace mpn::app;
using enum error_reason;

constexpr auto last_reason = static_cast<unsigned>(invalid_json);
const sys_days day{date::year{2021} / 4 / 20};

record_error error_with(error_reason reason) {
  return {
      .reason = reason, .value = "x", .day = day, .other_day = day, .number = 7, .other_number = 8};
}

std::string english(const record_error& error) { return sentence(error, language::english); }

}  // namespace

TEST_CASE("every reason has an explanation of its own in every language") {
  for (const language in : {language::english, language::korean}) {
    std::set<std::string> all;
    for (unsigned reason = 0; reason <= last_reason; ++reason) {
      const record_error error = error_with(static_cast<error_reason>(reason));
      const std::string text = explanation(error, in);
      CAPTURE(reason, text);
      CHECK(text.size() > 8);
      CHECK(sentence(error, in).find(text) != std::string::npos);
      CHECK(all.insert(text).second);
    }
  }
}

TEST_CASE("every reason has a code") {
  for (unsigned reason = 0; reason <= last_reason; ++reason) {
    const auto r = static_cast<error_reason>(reason);
    CAPTURE(reason);
    CHECK(to_string(code_of(r)) == (r == no_date           ? "missing_date"
                                    : r == two_orders      ? "ambiguous_date"
                                    : r == future_purchase ? "future_purchase"
                                    : r == before_first_day || r == after_last_day ? "out_of_range"
                                    : r == unknown_name || r == name_not_string
                                        ? "unknown_competency"
                                    : r >= too_long ? "malformed_record"
                                                    : "invalid_date"));
  }
}

TEST_CASE("a sentence names the value, printable and up to 200 bytes") {
  CHECK(english(error_with(no_date)) == "missing date");
  CHECK(english(error_with(not_a_date)) == "'x' is not a date: write YYYY-MM-DD");
  CHECK(english(error_with(before_first_day)) ==
        "'x' is out of range: the first reminder would be before 0001-01-01");
  CHECK(english(error_with(after_last_day)) ==
        "'x' is out of range: the next anniversary would be after 9999-12-31");
  CHECK(english(error_with(too_many_fields)) ==
        "malformed record: row has 7 fields, the header has 8");
  CHECK(english(error_with(quote_not_closed)) ==
        "malformed record: quoted field not closed within 64 KiB");
  CHECK(english(error_with(too_long)) == "malformed record: longer than 1 MiB");
  CHECK(english({.reason = not_a_date, .value = "\x1b[31m\n"}) ==
        "'\\x1b[31m\\x0a' is not a date: write YYYY-MM-DD");
  const std::string longer(201, 'x');
  CHECK(english({.reason = not_a_date, .value = longer}) ==
        "'" + longer.substr(1) + "…' is not a date: write YYYY-MM-DD");
}

TEST_CASE("the sentence of an unknown competency suggests a name") {
  struct unknown {
    std::string_view name;
    std::string_view text;
  };
  for (const unknown& u :
       {unknown{"Cloud Buisness Applications",
                "unknown competency 'Cloud Buisness Applications'; did you mean 'Cloud Business "
                "Applications'?"},
        {"Sec\"urity", "unknown competency 'Sec\"urity'; did you mean 'Security'?"},
        {"보안?", "unknown competency '보안?'; did you mean 'Security'?"},
        {"xyz", "unknown competency 'xyz'; --list shows the names"},
        {"?? ?\t",
         "unknown competency '?? ?\\x09'; Windows PowerShell lost the name: set $OutputEncoding = "
         "[Text.Encoding]::UTF8"}})
    CHECK(english({.reason = unknown_name, .value = u.name}) == u.text);
  CHECK(english({.reason = name_not_string, .value = "7"}) ==
        "unknown competency '7'; write the name as a JSON string");
}

TEST_CASE("an input that cannot be read has a sentence") {
  const auto text = [](const input_error& error) { return sentence(error, language::english); };
  CHECK(text({.problem = input_problem::no_date_column, .names = "Id, Bought\x1b"}) ==
        "no date column among: Id, Bought\\x1b; use --date-field");
  CHECK(text({.problem = input_problem::not_text}) ==
        "not UTF-8 text; in Excel, save as \"CSV UTF-8\"");
  CHECK(text({.problem = input_problem::json_breaks_off, .line = 12}) ==
        "the JSON breaks off in the record that begins in line 12");
}
