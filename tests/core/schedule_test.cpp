#include "mpn/schedule.hpp"

#include "catch2.hpp"

namespace {

using namespace mpn::literals;
using mpn::find_competency;
using mpn::not_given;
using mpn::nth_term;
using mpn::schedule_error;
using mpn::schedule_of;

constexpr bool is_refused(const mpn::term& t, schedule_error expected) {
  const auto s = schedule_of(t, not_given);
  return !s && s.error() == expected;
}

constexpr bool has_schedule(const mpn::term& t) { return schedule_of(t, not_given).has_value(); }

}  // namespace

TEST_CASE("a schedule has all days of its term") {
  constexpr auto s = *schedule_of(nth_term(anniversary_of(bought(2020, 4, 20)), 1),
                                  *find_competency("Cloud Platform"));
  BOTH_CHECK(s.term == 1);
  BOTH_CHECK(s.anniversary == ad(2021, 4, 20));
  BOTH_CHECK(s.window() == mpn::renewal_window{on(2021, 4, 21), on(2021, 5, 20)});
  BOTH_CHECK(s.reminders() == mpn::reminder_days{on(2021, 4, 5), on(2021, 5, 13)});
  BOTH_CHECK(s.lapse() == on(2021, 5, 21));
  BOTH_CHECK(s.next() == ad(2022, 4, 20));
  BOTH_CHECK(s.covid() == mpn::extension_of(ad(2021, 4, 20), *find_competency("Cloud Platform")));
}

TEST_CASE("a later term has the days of its own anniversary") {
  constexpr auto s = *schedule_of(nth_term(ad(2019, 9, 1), 3), not_given);
  BOTH_CHECK(s.term == 3);
  BOTH_CHECK(s.anniversary == ad(2021, 8, 31));
  BOTH_CHECK(s.window().closes == on(2021, 9, 30));
  BOTH_CHECK(s.next() == ad(2022, 8, 31));
}

TEST_CASE("the extension depends on the offer, the term's anniversary and the waves") {
  using enum mpn::extension_reason;
  constexpr auto reason = [](const mpn::term& t, std::string_view name, mpn::waves applied) {
    return schedule_of(t, *find_competency(name), applied)->covid().reason;
  };
  BOTH_CHECK(
      schedule_of(nth_term(ad(2021, 6, 30), 1), *find_competency("Security"))->covid().reason ==
      in_range);
  BOTH_CHECK(
      schedule_of(nth_term(ad(2021, 7, 1), 1), *find_competency("Security"))->covid().reason ==
      out_of_range);
  BOTH_CHECK(reason(nth_term(ad(2021, 7, 1), 1), "Security", mpn::waves::article) == out_of_range);
  BOTH_CHECK(reason(nth_term(ad(2021, 7, 1), 1), "Security", mpn::waves::all) == in_range);
  BOTH_CHECK(reason(nth_term(ad(2020, 6, 30), 2), "Security", mpn::waves::article) == in_range);
  BOTH_CHECK(reason(nth_term(ad(2021, 6, 30), 2), "Security", mpn::waves::all) == out_of_range);
  BOTH_CHECK(schedule_of(nth_term(ad(2021, 6, 30), 1), not_given)->covid().reason ==
             competency_not_given);
}

TEST_CASE("a schedule whose window closes after the end of the rules is after the rules") {
  constexpr auto ended = [](const mpn::term& t, mpn::offer held) {
    return schedule_of(t, held)->rules_ended();
  };
  constexpr mpn::offer protection = *find_competency("Threat Protection");
  constexpr mpn::offer action_pack = *find_competency("Microsoft Action Pack");
  BOTH_CHECK(!ended(nth_term(ad(2022, 8, 31), 1), not_given));
  BOTH_CHECK(ended(nth_term(ad(2022, 9, 1), 1), not_given));
  BOTH_CHECK(!ended(nth_term(ad(2022, 8, 31), 1), protection));
  BOTH_CHECK(ended(nth_term(ad(2022, 9, 1), 1), protection));
  BOTH_CHECK(!ended(nth_term(ad(2022, 9, 24), 1), action_pack));
  BOTH_CHECK(ended(nth_term(ad(2022, 9, 25), 1), action_pack));
  BOTH_CHECK(ended(nth_term(ad(2021, 9, 1), 2), protection));
}

TEST_CASE("a schedule with a day outside the years 0001 to 9999 is refused") {
  BOTH_CHECK(is_refused(nth_term(ad(1, 1, 1), 1), schedule_error::before_first_day));
  BOTH_CHECK(is_refused(nth_term(ad(1, 1, 15), 1), schedule_error::before_first_day));
  BOTH_CHECK(has_schedule(nth_term(ad(1, 1, 16), 1)));
  BOTH_CHECK(has_schedule(nth_term(ad(9998, 12, 31), 1)));
  BOTH_CHECK(is_refused(nth_term(ad(9999, 1, 1), 1), schedule_error::after_last_day));
  BOTH_CHECK(is_refused(nth_term(ad(9999, 12, 31), 1), schedule_error::after_last_day));
  BOTH_CHECK(has_schedule(nth_term(anniversary_of(bought(9997, 12, 31)), 1)));
  BOTH_CHECK(
      is_refused(nth_term(anniversary_of(bought(9998, 1, 1)), 1), schedule_error::after_last_day));
  BOTH_CHECK(is_refused(nth_term(anniversary_of(bought(9999, 12, 31)), 1),
                        schedule_error::after_last_day));
}

TEST_CASE("a term far too late is refused, an early one only if its own days are too early") {
  BOTH_CHECK(is_refused(nth_term(ad(9000, 1, 1), 9999), schedule_error::after_last_day));
  BOTH_CHECK(is_refused(nth_term(ad(9999, 12, 31), 9999), schedule_error::after_last_day));
  BOTH_CHECK(has_schedule(nth_term(ad(9997, 12, 31), 2)));
  BOTH_CHECK(is_refused(nth_term(ad(9997, 12, 31), 3), schedule_error::after_last_day));
  BOTH_CHECK(has_schedule(nth_term(ad(1, 1, 1), 2)));
}
