// Dates as people write them.
#pragma once

#include <cstdint>
#include <string_view>

#include "mpn/date.hpp"
#include "mpn/result.hpp"
#include "record/errors.hpp"

namespace mpn::app {

/// In which order a date with the year last is read; `unspecified`: it is refused.
enum class date_order : std::uint8_t { unspecified, dmy, mdy };

/// The day that `text` writes as parse_date() takes it or, with an `order`, as day, month and year
/// with the year last; otherwise the reason. Blanks around it do not matter.
[[nodiscard]] result<sys_days, record_error> read_date(std::string_view text, date_order order);

/// Why the JSON value `json`, which is not a string, is not a date.
[[nodiscard]] record_error date_not_string(std::string_view json);

}  // namespace mpn::app
