// What the program makes of the day that most tests use, spelled out once.
#pragma once

#include <string>
#include <string_view>

#include "catch2.hpp"
#include "in_process.hpp"

namespace mpn::test {

/// The `renewal` of an offer purchased on 2020-04-20.
inline const std::string good =
    R"("renewal":{"schema_version":1,"term":1,"anniversary":"2021-04-20","window":{"opens":"2021-04-21","closes":"2021-05-20"},)"
    R"("reminders":{"first":"2021-04-05","second":"2021-05-13"},"next_anniversary":"2022-04-20",)"
    R"("covid_extension":{"status":"unknown","reason":"competency_not_given"}})";

/// The same as the columns that are added to a row.
inline const std::string good_cells =
    ",,1,2021-04-20,2021-04-21,2021-05-20,2021-04-05,2021-05-13,2022-04-20,unknown,competency_not_"
    "given,,,";

/// The names of those columns.
inline const std::string added_columns =
    ",renewal.competency,renewal.term,renewal.anniversary,renewal.window.opens,renewal.window."
    "closes,renewal.reminders.first,"
    "renewal.reminders.second,renewal.next_anniversary,renewal.covid_extension.status,renewal."
    "covid_extension.reason,"
    "renewal.covid_extension.wave,renewal.covid_extension.extended_to,renewal.error";

/// The `renewal` of a record that is bad; `about` is the rest of the error, with its comma.
inline std::string bad(std::string_view code, std::string_view message,
                       std::string_view about = "") {
  return R"("renewal":{"schema_version":1,"error":{"code":")" + std::string{code} +
         R"(","message":")" + std::string{message} + "\"" + std::string{about} + "}}";
}

/// What is left of a record that could not be read.
inline std::string malformed(std::string_view message, std::string_view input) {
  return "{" + bad("malformed_record", message, R"(,"input":")" + std::string{input} + "\"") + "}";
}

inline std::string bad_cells(std::string_view error) {
  return ",,,,,,,,,,,,," + std::string{error};
}

/// A diagnostic of a record from standard input.
inline std::string told(int line, std::string_view message) {
  return "mpn-renewal: (stdin):" + std::to_string(line) + ": " + std::string{message} + "\n";
}

/// Compares all that a run leaves behind; long texts only by their beginnings when they differ.
inline void check(const ran& done, std::string_view out, std::string_view err, int status) {
  CHECK(done.status == status);
  CHECK(done.err == err);
  if (done.out.size() < 10'000 && out.size() < 10'000) {
    CHECK(done.out == out);
    return;
  }
  const auto at = static_cast<std::size_t>(
      std::mismatch(
          done.out.begin(),
          done.out.begin() + static_cast<std::ptrdiff_t>(std::min(done.out.size(), out.size())),
          out.begin())
          .first -
      done.out.begin());
  CHECK(done.out.substr(at, 100) == out.substr(at, 100));
}

}  // namespace mpn::test
