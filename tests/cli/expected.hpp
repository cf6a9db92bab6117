// The results for the date that most tests use.
#pragma once

#include <string>
#include <string_view>

#include "catch2.hpp"
#include "in_process.hpp"

namespace mpn::test {

/// The member `renewal` of an offer purchased on 2020-04-20.
inline const std::string schedule_json =
    R"("renewal":{"schema_version":1,"term":1,"anniversary":"2021-04-20","window":{"opens":"2021-04-21","closes":"2021-05-20"},)"
    R"("reminders":{"first":"2021-04-05","second":"2021-05-13"},"next_anniversary":"2022-04-20",)"
    R"("covid_extension":{"status":"unknown","reason":"competency_not_given"}})";

/// The same as cells, with a leading comma.
inline const std::string schedule_cells =
    ",,1,2021-04-20,2021-04-21,2021-05-20,2021-04-05,2021-05-13,2022-04-20,unknown,competency_not_"
    "given,,,,";

/// The header of these cells.
inline const std::string renewal_columns =
    ",renewal.competency,renewal.term,renewal.anniversary,renewal.window.opens,renewal.window."
    "closes,renewal.reminders.first,"
    "renewal.reminders.second,renewal.next_anniversary,renewal.covid_extension.status,renewal."
    "covid_extension.reason,"
    "renewal.covid_extension.wave,renewal.covid_extension.extended_to,renewal.rules_ended,"
    "renewal.error";

/// The member `renewal` of a bad record; `more` is the rest of the error, with a leading comma.
inline std::string error_json(std::string_view code, std::string_view message,
                              std::string_view more = "") {
  return R"("renewal":{"schema_version":1,"error":{"code":")" + std::string{code} +
         R"(","message":")" + std::string{message} + "\"" + std::string{more} + "}}";
}

/// The output for a malformed record.
inline std::string malformed_json(std::string_view message, std::string_view input) {
  return "{" +
         error_json("malformed_record", message, R"(,"input":")" + std::string{input} + "\"") + "}";
}

/// The cells of a bad record.
inline std::string error_cells(std::string_view error) {
  return ",,,,,,,,,,,,,," + std::string{error};
}

/// A message about a record of standard input.
inline std::string diagnostic(int line, std::string_view message) {
  return "mpn-renewal: (stdin):" + std::to_string(line) + ": " + std::string{message} + "\n";
}

/// Compares everything that a run returns, except the note about a missing competency column; of a
/// long output that differs, it shows 100 bytes.
inline void check(const run_result& result, std::string_view out, std::string_view err,
                  int status) {
  CHECK(result.status == status);
  CHECK(without_column_note(result.err) == err);
  if (result.out.size() < 10'000 && out.size() < 10'000) {
    CHECK(result.out == out);
    return;
  }
  const auto at = static_cast<std::size_t>(
      std::mismatch(
          result.out.begin(),
          result.out.begin() + static_cast<std::ptrdiff_t>(std::min(result.out.size(), out.size())),
          out.begin())
          .first -
      result.out.begin());
  CHECK(result.out.substr(at, 100) == out.substr(at, 100));
}

}  // namespace mpn::test
