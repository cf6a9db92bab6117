#include "mpn/rules.hpp"

#include "catch2.hpp"

namespace {

using namespace mpn::literals;
using mpn::anniversary_of;
using mpn::days;
using mpn::days_left;
using mpn::next_anniversary;
using mpn::nth_term;
using mpn::phase;
using mpn::phase_on;
using mpn::reminder_days;
using mpn::reminders_of;
using mpn::renewal_window;
using mpn::term_in_force;
using mpn::window_of;

// The number of days from `from` to `to` that are in this phase.
constexpr int days_in(phase wanted, mpn::anniversary_date anniversary, mpn::sys_days from,
                      mpn::sys_days to) {
  int count = 0;
  for (mpn::sys_days day = from; day <= to; day += days{1})
    count += phase_on(anniversary, day) == wanted ? 1 : 0;
  return count;
}

constexpr bool phases_never_go_back(mpn::anniversary_date anniversary) {
  for (days offset{-400}; offset < days{400}; ++offset)
    if (phase_on(anniversary, anniversary.day + offset) >
        phase_on(anniversary, anniversary.day + offset + days{1}))
      return false;
  return true;
}

}  // namespace

TEST_CASE("R1: the anniversary is the same month and day one year later") {
  BOTH_CHECK(anniversary_of(bought(2018, 9, 1)) == ad(2019, 9, 1));
  BOTH_CHECK(anniversary_of(bought(2020, 4, 20)) == ad(2021, 4, 20));
  BOTH_CHECK(anniversary_of(bought(2019, 12, 31)) == ad(2020, 12, 31));
  BOTH_CHECK(anniversary_of(bought(2020, 1, 1)) == ad(2021, 1, 1));
  BOTH_CHECK(anniversary_of(bought(1, 1, 1)) == ad(2, 1, 1));
  BOTH_CHECK(anniversary_of(bought(9998, 12, 31)) == ad(9999, 12, 31));
}

TEST_CASE("R1: 29 February becomes 28 February, a leap day in between does not matter") {
  BOTH_CHECK(anniversary_of(bought(2020, 2, 29)) == ad(2021, 2, 28));
  BOTH_CHECK(anniversary_of(bought(2000, 2, 29)) == ad(2001, 2, 28));
  BOTH_CHECK(anniversary_of(bought(2020, 2, 28)) == ad(2021, 2, 28));
  BOTH_CHECK(anniversary_of(bought(2020, 3, 1)) == ad(2021, 3, 1));
  BOTH_CHECK(anniversary_of(bought(2019, 2, 28)) == ad(2020, 2, 28));
  BOTH_CHECK(anniversary_of(bought(2019, 3, 1)) == ad(2020, 3, 1));
  BOTH_CHECK(anniversary_of(bought(2020, 2, 29)).day == on(2020, 2, 29) + days{365});
}

TEST_CASE("R2: the window is the 30 days after the anniversary") {
  BOTH_CHECK(window_of(ad(2019, 9, 1)) == renewal_window{on(2019, 9, 2), on(2019, 10, 1)});
  BOTH_CHECK(window_of(ad(2018, 10, 15)) == renewal_window{on(2018, 10, 16), on(2018, 11, 14)});
  BOTH_CHECK(window_of(ad(2019, 6, 22)) == renewal_window{on(2019, 6, 23), on(2019, 7, 22)});
  BOTH_CHECK(window_of(ad(2020, 2, 28)) == renewal_window{on(2020, 2, 29), on(2020, 3, 29)});
  BOTH_CHECK(window_of(ad(2021, 2, 28)) == renewal_window{on(2021, 3, 1), on(2021, 3, 30)});
  BOTH_CHECK(window_of(ad(2024, 1, 30)) == renewal_window{on(2024, 1, 31), on(2024, 2, 29)});
  BOTH_CHECK(window_of(ad(2021, 12, 15)) == renewal_window{on(2021, 12, 16), on(2022, 1, 14)});
  BOTH_CHECK(window_of(ad(2021, 4, 20)).closes - window_of(ad(2021, 4, 20)).opens == days{29});
}

TEST_CASE("R3: the reminders are sent 15 days before the anniversary and 23 days after it") {
  BOTH_CHECK(reminders_of(ad(2021, 4, 20)) == reminder_days{on(2021, 4, 5), on(2021, 5, 13)});
  BOTH_CHECK(reminders_of(ad(2020, 3, 1)) == reminder_days{on(2020, 2, 15), on(2020, 3, 24)});
  BOTH_CHECK(reminders_of(ad(2021, 1, 1)) == reminder_days{on(2020, 12, 17), on(2021, 1, 24)});
  BOTH_CHECK(reminders_of(ad(1, 1, 16)).first == on(1, 1, 1));
}

TEST_CASE("R4: without a renewal the competency lapses on the day after the window") {
  BOTH_CHECK(mpn::lapse_of(ad(2021, 4, 20)) == on(2021, 5, 21));
  BOTH_CHECK(mpn::lapse_of(ad(2020, 2, 28)) == on(2020, 3, 30));
}

TEST_CASE("R5: the next anniversary is 365 days later, one day less than a year with a leap day") {
  BOTH_CHECK(next_anniversary(ad(2019, 9, 1)) == ad(2020, 8, 31));
  BOTH_CHECK(next_anniversary(ad(2020, 8, 31)) == ad(2021, 8, 31));
  BOTH_CHECK(next_anniversary(ad(2020, 1, 1)) == ad(2020, 12, 31));
  BOTH_CHECK(next_anniversary(ad(2020, 2, 28)) == ad(2021, 2, 27));
  BOTH_CHECK(next_anniversary(ad(2020, 2, 29)) == ad(2021, 2, 28));
  BOTH_CHECK(next_anniversary(ad(2019, 3, 1)) == ad(2020, 2, 29));
  BOTH_CHECK(next_anniversary(ad(2023, 3, 10)) == ad(2024, 3, 9));
  BOTH_CHECK(next_anniversary(ad(1899, 3, 1)) == ad(1900, 3, 1));
}

TEST_CASE("each term ends 365 days after the one before") {
  BOTH_CHECK(nth_term(ad(2019, 9, 1), 1) == mpn::term{1, ad(2019, 9, 1)});
  BOTH_CHECK(nth_term(ad(2019, 9, 1), 2) == mpn::term{2, ad(2020, 8, 31)});
  BOTH_CHECK(nth_term(ad(2019, 9, 1), 3) == mpn::term{3, ad(2021, 8, 31)});
  BOTH_CHECK(nth_term(ad(1, 1, 1), 9999).anniversary.day == mpn::first_day + days{9998 * 365});
}

TEST_CASE("the term in force is the first whose window has not closed") {
  BOTH_CHECK(term_in_force(ad(2021, 4, 20), on(1, 1, 1)) == mpn::term{1, ad(2021, 4, 20)});
  BOTH_CHECK(term_in_force(ad(2021, 4, 20), on(2021, 4, 20)) == mpn::term{1, ad(2021, 4, 20)});
  BOTH_CHECK(term_in_force(ad(2021, 4, 20), on(2021, 5, 19)) == mpn::term{1, ad(2021, 4, 20)});
  BOTH_CHECK(term_in_force(ad(2021, 4, 20), on(2021, 5, 20)) == mpn::term{1, ad(2021, 4, 20)});
  BOTH_CHECK(term_in_force(ad(2021, 4, 20), on(2021, 5, 21)) == mpn::term{2, ad(2022, 4, 20)});
  BOTH_CHECK(term_in_force(ad(2021, 4, 20), on(2022, 5, 20)) == mpn::term{2, ad(2022, 4, 20)});
  BOTH_CHECK(term_in_force(ad(2021, 4, 20), on(2022, 5, 21)) == mpn::term{3, ad(2023, 4, 20)});
  BOTH_CHECK(term_in_force(ad(2018, 9, 1), on(2020, 9, 30)) == mpn::term{3, ad(2020, 8, 31)});
  BOTH_CHECK(term_in_force(ad(2018, 9, 1), on(2020, 10, 1)) == mpn::term{4, ad(2021, 8, 31)});
  BOTH_CHECK(term_in_force(ad(1, 1, 1), on(9999, 12, 31)).number == 10007);
}

TEST_CASE("each phase begins and ends on its days") {
  BOTH_CHECK(phase_on(ad(2021, 4, 20), on(1, 1, 1)) == phase::active);
  BOTH_CHECK(phase_on(ad(2021, 4, 20), on(2021, 4, 4)) == phase::active);
  BOTH_CHECK(phase_on(ad(2021, 4, 20), on(2021, 4, 5)) == phase::reminded);
  BOTH_CHECK(phase_on(ad(2021, 4, 20), on(2021, 4, 20)) == phase::reminded);
  BOTH_CHECK(phase_on(ad(2021, 4, 20), on(2021, 4, 21)) == phase::open);
  BOTH_CHECK(phase_on(ad(2021, 4, 20), on(2021, 5, 12)) == phase::open);
  BOTH_CHECK(phase_on(ad(2021, 4, 20), on(2021, 5, 13)) == phase::last_call);
  BOTH_CHECK(phase_on(ad(2021, 4, 20), on(2021, 5, 20)) == phase::last_call);
  BOTH_CHECK(phase_on(ad(2021, 4, 20), on(2021, 5, 21)) == phase::lapsed);
  BOTH_CHECK(phase_on(ad(2021, 4, 20), on(9999, 12, 31)) == phase::lapsed);
}

TEST_CASE("the phases follow one another and have fixed lengths, leap day or not") {
  BOTH_CHECK(days_in(phase::reminded, ad(2021, 4, 20), on(2021, 3, 1), on(2021, 6, 30)) == 16);
  BOTH_CHECK(days_in(phase::open, ad(2021, 4, 20), on(2021, 3, 1), on(2021, 6, 30)) == 22);
  BOTH_CHECK(days_in(phase::last_call, ad(2021, 4, 20), on(2021, 3, 1), on(2021, 6, 30)) == 8);
  BOTH_CHECK(days_in(phase::reminded, ad(2020, 3, 1), on(2020, 1, 1), on(2020, 4, 30)) == 16);
  BOTH_CHECK(days_in(phase::open, ad(2020, 2, 20), on(2020, 1, 1), on(2020, 4, 30)) == 22);
  BOTH_CHECK(phases_never_go_back(ad(2021, 4, 20)) && phases_never_go_back(ad(2020, 2, 29)));
}

TEST_CASE("days left are counted to the window's last day") {
  BOTH_CHECK(days_left(ad(2021, 4, 20), on(2021, 4, 20)) == days{30});
  BOTH_CHECK(days_left(ad(2021, 4, 20), on(2021, 4, 21)) == days{29});
  BOTH_CHECK(days_left(ad(2021, 4, 20), on(2021, 5, 20)) == days{0});
  BOTH_CHECK(days_left(ad(2021, 4, 20), on(2021, 5, 21)) == days{-1});
  BOTH_CHECK(days_left(ad(2020, 2, 20), on(2020, 2, 28)) == days{22});
}

TEST_CASE("windows, reminders and terms are equal if all their members are equal") {
  BOTH_CHECK(renewal_window{on(2021, 4, 21), on(2021, 5, 20)} ==
             renewal_window{on(2021, 4, 21), on(2021, 5, 20)});
  BOTH_CHECK(renewal_window{on(2021, 4, 21), on(2021, 5, 20)} !=
             renewal_window{on(2021, 4, 21), on(2021, 5, 21)});
  BOTH_CHECK(renewal_window{on(2021, 4, 21), on(2021, 5, 20)} !=
             renewal_window{on(2021, 4, 20), on(2021, 5, 20)});
  BOTH_CHECK(reminder_days{on(2021, 4, 5), on(2021, 5, 13)} ==
             reminder_days{on(2021, 4, 5), on(2021, 5, 13)});
  BOTH_CHECK(reminder_days{on(2021, 4, 5), on(2021, 5, 13)} !=
             reminder_days{on(2021, 4, 5), on(2021, 5, 14)});
  BOTH_CHECK(reminder_days{on(2021, 4, 5), on(2021, 5, 13)} !=
             reminder_days{on(2021, 4, 4), on(2021, 5, 13)});
  BOTH_CHECK(mpn::term{2, ad(2021, 4, 20)} == mpn::term{2, ad(2021, 4, 20)});
  BOTH_CHECK(mpn::term{2, ad(2021, 4, 20)} != mpn::term{2, ad(2021, 4, 21)});
  BOTH_CHECK(mpn::term{2, ad(2021, 4, 20)} != mpn::term{3, ad(2021, 4, 20)});
}
