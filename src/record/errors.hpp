// Why a record has no schedule, in words that say the way out.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "mpn/date.hpp"
#include "mpn/schedule.hpp"
#include "text/message.hpp"

namespace mpn::app {

/// The closed list of error codes.
enum class error_code : std::uint8_t {
  invalid_date,
  ambiguous_date,
  missing_date,
  out_of_range,
  unknown_competency,
  malformed_record
};

/// The code as it is written in every format.
[[nodiscard]] std::string_view name_of(error_code code);

/// A failure of one record.
struct failure {
  error_code code{};
  std::string
      field;  ///< the name of the field it is about, as it came; empty when it is about none
  bilingual message;   ///< what goes with the code into the record: the reason and the way out,
                       ///< without the value
  bilingual sentence;  ///< what a person is told: the same with the value
};

/// In which order a date with the year at its end is read; `none`: it is refused.
enum class date_order : std::uint8_t { none, dmy, mdy };

/// The day that `text` writes as parse_date() takes it or, with an `order`, as day, month and year;
/// otherwise why not.
[[nodiscard]] result<sys_days, failure> read_date(std::string_view text, date_order order);

[[nodiscard]] failure no_date();
[[nodiscard]] failure date_not_text(std::string_view json);
[[nodiscard]] failure days_out_of_range(std::string_view date, schedule_error which);
[[nodiscard]] failure unknown_competency(std::string_view name);
[[nodiscard]] failure competency_not_text(std::string_view json);
[[nodiscard]] failure malformed(bilingual message);

}  // namespace mpn::app
