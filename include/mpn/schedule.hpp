// The schedule: all rules applied to one term of an offer.
#pragma once

#include <cstdint>

#include "mpn/extension.hpp"
#include "mpn/offer.hpp"
#include "mpn/result.hpp"
#include "mpn/rules.hpp"
#include "mpn/rules_ended.hpp"

namespace mpn {

/// One term of an offer: its days (R1 to R5), and whether the extension applies (R6).
struct schedule {
  int term;
  anniversary_date anniversary;
  mpn::offer offer;
  waves applied_waves;

  [[nodiscard]] constexpr renewal_window window() const noexcept { return window_of(anniversary); }
  [[nodiscard]] constexpr reminder_days reminders() const noexcept {
    return reminders_of(anniversary);
  }
  [[nodiscard]] constexpr sys_days lapse() const noexcept { return lapse_of(anniversary); }
  [[nodiscard]] constexpr anniversary_date next() const noexcept {
    return next_anniversary(anniversary);
  }
  [[nodiscard]] constexpr extension covid() const noexcept {
    return extension_of(anniversary, offer, applied_waves);
  }
  /// Whether the window closes after last_day_of_rules(): the schedule is then hypothetical.
  [[nodiscard]] constexpr bool rules_ended() const noexcept {
    return rules_ended_for(anniversary, offer);
  }
};

/// Why there is no schedule: a day of it is outside the years 0001 to 9999.
enum class schedule_error : std::uint8_t {
  before_first_day,  ///< the first reminder
  after_last_day,    ///< the next anniversary
};

/// The schedule of an offer in one term; an error if a day of it is outside the years 0001 to 9999.
[[nodiscard]] constexpr result<schedule, schedule_error> schedule_of(
    const term& t, offer held, waves applied = waves::article) noexcept {
  if (reminders_of(t.anniversary).first < first_day)
    return unexpected{schedule_error::before_first_day};
  if (next_anniversary(t.anniversary).day > last_day)
    return unexpected{schedule_error::after_last_day};
  return schedule{t.number, t.anniversary, held, applied};
}

namespace examples::schedules {
using namespace literals;
inline constexpr auto one = *schedule_of(nth_term(anniversary_of(bought(2020, 4, 20)), 1),
                                         *find_competency("Cloud Platform"));
static_assert(one.anniversary == ad(2021, 4, 20) && one.next() == ad(2022, 4, 20));
static_assert(one.covid().status() == extension_status::eligible && !one.rules_ended());
static_assert(schedule_of(nth_term(ad(1, 1, 15), 1), not_given).error() ==
              schedule_error::before_first_day);
static_assert(schedule_of(nth_term(ad(1, 1, 16), 1), not_given).has_value());
static_assert(schedule_of(nth_term(ad(9998, 12, 31), 1), not_given).has_value());
static_assert(schedule_of(nth_term(ad(9999, 1, 1), 1), not_given).error() ==
              schedule_error::after_last_day);
}  // namespace examples::schedules

}  // namespace mpn
