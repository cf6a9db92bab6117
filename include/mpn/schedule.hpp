// All that the rules say about one term of one offer.
#pragma once

#include <cstdint>
#include <optional>

#include "mpn/extension.hpp"
#include "mpn/result.hpp"
#include "mpn/rules.hpp"

namespace mpn {

/// One term of one offer: its days, and whether the extension applies to it.
struct schedule {
  int term;
  anniversary_date anniversary;
  extension covid;

  [[nodiscard]] constexpr renewal_window window() const noexcept { return window_of(anniversary); }
  [[nodiscard]] constexpr reminder_days reminders() const noexcept {
    return reminders_of(anniversary);
  }
  [[nodiscard]] constexpr sys_days lapse() const noexcept { return lapse_of(anniversary); }
  [[nodiscard]] constexpr anniversary_date next() const noexcept {
    return next_anniversary(anniversary);
  }
};

/// Why there is no schedule: which day of it lies outside the years 0001 to 9999.
enum class schedule_error : std::uint8_t {
  before_first_day,  ///< the first reminder would
  after_last_day,    ///< the next anniversary would
};

/// What keeps a term with this anniversary from having a schedule, if anything does.
[[nodiscard]] constexpr std::optional<schedule_error> range_error_of(
    anniversary_date anniversary) noexcept {
  if (reminders_of(anniversary).first < first_day) return schedule_error::before_first_day;
  if (next_anniversary(anniversary).day > last_day) return schedule_error::after_last_day;
  return std::nullopt;
}

/// The schedule of `offer` (nullptr: not given) in the term `t`; an error when a day of it is not
/// supported.
[[nodiscard]] constexpr result<schedule, schedule_error> schedule_of(
    const term& t, const competency* offer, waves counted = waves::article) noexcept {
  if (const auto error = range_error_of(t.anniversary)) return unexpected{*error};
  return schedule{t.number, t.anniversary, extension_of(t.anniversary, offer, counted)};
}

namespace examples::schedules {
using namespace literals;
inline constexpr auto one = *schedule_of(nth_term(anniversary_of(bought(2020, 4, 20)), 1),
                                         find_competency("Cloud Platform"));
static_assert(one.anniversary == ad(2021, 4, 20) && one.next() == ad(2022, 4, 20));
static_assert(one.covid.status() == extension_status::eligible);
static_assert(schedule_of(nth_term(ad(1, 1, 15), 1), nullptr).error() ==
              schedule_error::before_first_day);
static_assert(schedule_of(nth_term(ad(1, 1, 16), 1), nullptr).has_value());
static_assert(schedule_of(nth_term(ad(9998, 12, 31), 1), nullptr).has_value());
static_assert(schedule_of(nth_term(ad(9999, 1, 1), 1), nullptr).error() ==
              schedule_error::after_last_day);
}  // namespace examples::schedules

}  // namespace mpn
