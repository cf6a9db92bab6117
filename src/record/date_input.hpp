// Dates as people write them.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "mpn/date.hpp"
#include "mpn/result.hpp"
#include "record/errors.hpp"

namespace mpn::app {

/// In which order a date with the year last is read; `unspecified`: it is refused.
enum class date_order : std::uint8_t { unspecified, dmy, mdy };

/// The day that `text` writes in a form of date_grammar.hpp, otherwise the reason why it is not
/// read. Blanks around it do not matter.
[[nodiscard]] result<sys_days, record_error> read_date(std::string_view text, date_order order);

/// In which orders a date with the year last is a real day.
struct fitting_orders {
  bool dmy{};
  bool mdy{};
};

/// The orders that fit `text`; nullopt: it is not a date with the year last.
[[nodiscard]] std::optional<fitting_orders> orders_that_fit(std::string_view text);

/// Why the JSON value `json`, which is not a string, is not a date.
[[nodiscard]] record_error date_not_string(std::string_view json);

}  // namespace mpn::app
