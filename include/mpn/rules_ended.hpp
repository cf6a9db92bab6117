// When the rules R1 to R5 ended. The offers that followed have other rules, which are not known
// here.
#pragma once

#include "mpn/find_competency.hpp"
#include "mpn/offer.hpp"
#include "mpn/rules.hpp"

namespace mpn {

/// The last day of these rules, which were in force from 2018-06-11: 2022-09-30 for competencies
/// and advanced specializations, 2022-10-24 for the Action Pack; an offer that is not given counts
/// as a competency. Sources: Solutions Partner FAQ, ms.date 2022-09-07; partner blog of 2022-10-04
/// ("As of September 30, 2022, legacy competencies and associated badging are no longer valid");
/// renew-mpn-offers, ms.date 2022-10-25.
[[nodiscard]] constexpr sys_days last_day_of_rules(offer held) noexcept {
  return held.kind() == competency_kind::action_pack ? literals::on(2022, 10, 24)
                                                     : literals::on(2022, 9, 30);
}

/// Whether the window after `anniversary` closes after the last day of these rules: a schedule with
/// this anniversary is then hypothetical.
[[nodiscard]] constexpr bool rules_ended_for(anniversary_date anniversary, offer held) noexcept {
  return window_of(anniversary).closes > last_day_of_rules(held);
}

namespace examples::end_of_rules {
using namespace literals;
inline constexpr offer security = *find_competency("Security");
inline constexpr offer action_pack = *find_competency("Microsoft Action Pack");
static_assert(window_of(ad(2022, 8, 31)).closes == on(2022, 9, 30));
static_assert(last_day_of_rules(security) == on(2022, 9, 30));
static_assert(last_day_of_rules(action_pack) == on(2022, 10, 24));
static_assert(!rules_ended_for(ad(2022, 8, 31), security));
static_assert(rules_ended_for(ad(2022, 9, 1), security));
static_assert(rules_ended_for(ad(2022, 9, 1), not_given));
static_assert(!rules_ended_for(ad(2022, 9, 24), action_pack));
static_assert(rules_ended_for(ad(2022, 9, 25), action_pack));
}  // namespace examples::end_of_rules

}  // namespace mpn
