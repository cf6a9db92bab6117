// Every supported day, compared with a naive calendar that shares no code with the core.
//
// The first test proves that the core's days are the calendar's days in the same order. The others
// compare places in that order.
#include <array>
#include <string>

#include "catch2.hpp"
#include "mpn/renewal.hpp"
#include "naive_calendar.hpp"

namespace {

using namespace naive;

mpn::phase phase_by_offset(int days_after_anniversary) {
  if (days_after_anniversary <= -16) return mpn::phase::active;
  if (days_after_anniversary <= 0) return mpn::phase::reminded;
  if (days_after_anniversary <= 22) return mpn::phase::open;
  if (days_after_anniversary <= 30) return mpn::phase::last_call;
  return mpn::phase::lapsed;
}

// The schedule of the term that ends at the place `ad`: all its days, or its error.
void expect_schedule(tally& t, const mpn::result<mpn::schedule, mpn::schedule_error>& s, int number,
                     int ad) {
  if (ad < 15 || ad + 365 >= calendar().size()) {
    const auto error =
        ad < 15 ? mpn::schedule_error::before_first_day : mpn::schedule_error::after_last_day;
    t.expect(!s && s.error() == error, "the error of a schedule with a day out of range", ad);
    return;
  }
  if (!t.expect(s.has_value(), "a schedule with all its days in range", ad)) return;
  t.expect(s->term == number, "the term's number", ad);
  t.expect(place_of(s->anniversary.day) == ad, "the anniversary", ad);
  t.expect(place_of(s->window().opens) == ad + 1, "R2, the window opens", ad);
  t.expect(place_of(s->window().closes) == ad + 30, "R2, the window closes", ad);
  t.expect(place_of(s->window().closes) - place_of(s->window().opens) + 1 == 30, "R2, 30 days", ad);
  t.expect(place_of(s->reminders().first) == ad - 15, "R3, the first reminder", ad);
  t.expect(place_of(s->reminders().second) == ad + 23, "R3, the second reminder", ad);
  t.expect(place_of(s->lapse()) == ad + 31, "R4, the lapse", ad);
  t.expect(place_of(s->next().day) == ad + 365, "R5, the next anniversary", ad);
}

// The first term whose window has not closed before the day `as_of`, found one by one.
int term_by_trying(int ad, int as_of) {
  int number = 1;
  for (int closes = ad + 30; closes < as_of; closes += 365) ++number;
  return number;
}

void expect_term_in_force(tally& t, int ad, int as_of) {
  const int number = term_by_trying(ad, as_of);
  const mpn::term in_force =
      mpn::term_in_force(mpn::anniversary_date{core_day(ad)}, core_day(as_of));
  t.expect(in_force.number == number, "the number of the term in force", as_of);
  t.expect(place_of(in_force.anniversary.day) == ad + (number - 1) * 365,
           "the anniversary of the term in force", as_of);
}

}  // namespace

TEST_CASE("every day is written, read back and followed by the next", "[walk]") {
  const year_calendar& all = calendar();
  REQUIRE(all.size() == 3'652'059);
  tally t;
  mpn::sys_days expected = mpn::first_day;
  for (int place = 0; place < all.size(); ++place) {
    const std::string text = text_at(place);
    const auto read = mpn::parse_date(text);
    if (!t.expect(read.has_value(), "a day is read", place)) break;
    t.expect(*read == expected, "each day follows the one before", place);
    t.expect(*read == core_day(place) && place_of(*read) == place, "a day has its place", place);
    t.expect(mpn::is_supported(*read), "a day is supported", place);
    t.expect(mpn::date_text{*read}.view() == text, "a day is written", place);
    expected += mpn::days{1};
  }
  CHECK(t.first_wrong() == "");
  CHECK(expected == mpn::last_day + mpn::days{1});
  CHECK(!mpn::is_supported(mpn::first_day - mpn::days{1}));
  CHECK(!mpn::is_supported(expected));
}

TEST_CASE("every invalid day of every month of every year is refused with its error", "[walk]") {
  long long wrong = 0;
  std::string first_wrong;
  const auto expect_same = [&](int year, int month, int day) {
    using enum mpn::date_problem;
    const bool real =
        year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= length_of(year, month);
    const auto problem = year < 1                  ? no_such_year
                         : month < 1 || month > 12 ? no_such_month
                                                   : no_such_day;
    const mpn::date_error error{problem, year, static_cast<unsigned>(month),
                                static_cast<unsigned>(day)};
    const std::string text = text_of(year, month, day);
    const auto read = mpn::parse_date(text);
    const auto counted =
        mpn::day_of(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
    const bool as_expected =
        real ? read && counted && *read == core_day(calendar().place_of(year, month, day)) &&
                   *read == *counted
             : !read && !counted && read.error() == error && counted.error() == error;
    if (!as_expected && ++wrong == 1) first_wrong = text;
  };
  for (int year = 0; year <= 9999; ++year)
    for (int month = 0; month <= 13; ++month)
      for (int day = 0; day <= 32; ++day) expect_same(year, month, day);
  for (const int year : {0, 1, 1900, 2000, 2020, 2021, 9999})
    for (int month = 0; month <= 99; ++month)
      for (int day = 0; day <= 99; ++day) expect_same(year, month, day);
  CHECK(first_wrong == "");
  CHECK(wrong == 0);
}

TEST_CASE("R1 to R5 hold for every purchase date", "[walk]") {
  const year_calendar& all = calendar();
  tally t;
  for (int place = 0; place < all.size(); ++place) {
    const auto [year, month, day] = all[place];
    const mpn::anniversary_date anniversary =
        mpn::anniversary_of(mpn::purchase_date{core_day(place)});
    const auto s = mpn::schedule_of(mpn::nth_term(anniversary, 1), mpn::not_given);
    if (year == 9999) {
      t.expect(!mpn::is_supported(anniversary.day),
               "an anniversary in the year 10000 is not supported", place);
      t.expect(!s && s.error() == mpn::schedule_error::after_last_day,
               "an anniversary in the year 10000 has no schedule", place);
      continue;
    }
    const bool leap_day = month == 2 && day == 29;
    const int ad = all.place_of(year + 1, month, leap_day ? 28 : day);
    t.expect(place_of(anniversary.day) == ad, "R1", place);
    t.expect(s.has_value() == (year <= 9997), "purchases up to 9997-12-31 have a schedule", place);
    expect_schedule(t, s, 1, ad);
  }
  CHECK(t.first_wrong() == "");
  CHECK(t.checks() > 10LL * all.place_of(9998, 1, 1));
}

TEST_CASE("every anniversary given has its schedule, exactly the days beyond refused", "[walk]") {
  const year_calendar& all = calendar();
  tally t;
  int with_schedule = 0;
  for (int ad = 0; ad < all.size(); ++ad) {
    const auto s =
        mpn::schedule_of(mpn::nth_term(mpn::anniversary_date{core_day(ad)}, 1), mpn::not_given);
    expect_schedule(t, s, 1, ad);
    if (!s) continue;
    ++with_schedule;
    if (with_schedule == 1) CHECK(text_at(ad) == "0001-01-16");
    if (ad + 365 == all.size() - 1) CHECK(text_at(ad) == "9998-12-31");
  }
  CHECK(t.first_wrong() == "");
  CHECK(with_schedule == all.size() - 15 - 365);
}

TEST_CASE("on every anniversary each phase begins and ends on its days", "[walk]") {
  constexpr std::array ends{-3652059, -366, -365, -17, -16, -15, -14, -1,  0,   1,      2,
                            22,       23,   24,   30,  31,  32,  364, 365, 366, 3652058};
  tally t;
  for (int ad = 0; ad < calendar().size(); ++ad)
    for (const int offset : ends) {
      const mpn::anniversary_date anniversary{core_day(ad)};
      const mpn::sys_days as_of = core_day(ad + offset);
      t.expect(mpn::phase_on(anniversary, as_of) == phase_by_offset(offset), "the phase", ad);
      t.expect(mpn::days_left(anniversary, as_of).count() == 30 - offset, "the days left", ad);
    }
  CHECK(t.first_wrong() == "");
}

TEST_CASE("day by day, the phases of a term have neither gap nor overlap", "[walk]") {
  const year_calendar& all = calendar();
  tally t;
  for (const int first_year : {2, 1899, 1999, 2018, 2023, 9996})
    for (int ad = all.place_of(first_year, 1, 1); ad < all.place_of(first_year + 2, 12, 31); ++ad) {
      std::array<int, 5> days_in{};
      mpn::phase last = mpn::phase::active;
      for (int offset = -365; offset <= 365; ++offset) {
        const mpn::anniversary_date anniversary{core_day(ad)};
        const mpn::phase now = mpn::phase_on(anniversary, core_day(ad + offset));
        t.expect(now == phase_by_offset(offset), "the phase", ad);
        t.expect(now >= last && static_cast<int>(now) - static_cast<int>(last) <= 1,
                 "phases neither go back nor are left out", ad);
        t.expect(mpn::days_left(anniversary, core_day(ad + offset)).count() == 30 - offset,
                 "the days left", ad);
        ++days_in.at(static_cast<std::size_t>(now));
        last = now;
      }
      t.expect(days_in == std::array{350, 16, 22, 8, 335}, "each phase has its number of days", ad);
    }
  CHECK(t.first_wrong() == "");
}

TEST_CASE("every term ends 365 days after the one before", "[walk]") {
  const year_calendar& all = calendar();
  tally t;
  for (int ad = 0; ad < all.size(); ++ad) {
    mpn::anniversary_date chained{core_day(ad)};
    for (int number = 1; number <= 5; ++number) {
      const mpn::term nth = mpn::nth_term(mpn::anniversary_date{core_day(ad)}, number);
      t.expect(nth.number == number && place_of(nth.anniversary.day) == ad + (number - 1) * 365,
               "the n-th term", ad);
      t.expect(nth.anniversary == chained, "the n-th term after n - 1 renewals", ad);
      chained = mpn::next_anniversary(chained);
    }
  }
  for (const int first :
       {0, 15, all.place_of(1900, 2, 28), all.place_of(2019, 9, 1), all.place_of(2020, 2, 29)})
    for (int number = 1; number <= 9999; ++number) {
      const mpn::term nth = mpn::nth_term(mpn::anniversary_date{core_day(first)}, number);
      t.expect(place_of(nth.anniversary.day) == first + (number - 1) * 365,
               "the n-th term, however late", first);
      expect_schedule(t, mpn::schedule_of(nth, mpn::not_given), number, first + (number - 1) * 365);
    }
  CHECK(t.first_wrong() == "");
}

TEST_CASE("on every day the term in force is the first whose window has not closed", "[walk]") {
  const year_calendar& all = calendar();
  tally t;
  for (int ad = 0; ad < all.size(); ++ad) {
    for (const int offset :
         {-400, 0, 1, 29, 30, 31, 32, 394, 395, 396, 397, 30 + 365 * 29, 31 + 365 * 29})
      if (is_a_place(ad + offset)) expect_term_in_force(t, ad, ad + offset);
    // and on one day in the next hundred years
    if (const int as_of = ad + static_cast<int>(ad * 7919LL % 36525); as_of < all.size())
      expect_term_in_force(t, ad, as_of);
  }
  for (const int ad : {15, all.place_of(1900, 2, 28), all.place_of(2020, 2, 29)})
    for (int as_of = 0; as_of < all.size(); as_of += 7) expect_term_in_force(t, ad, as_of);
  // Every day from the first possible anniversary on.
  int number = 1;
  for (int as_of = 0; as_of < all.size(); ++as_of) {
    if (as_of > 15 + 30 + (number - 1) * 365) ++number;
    t.expect(
        mpn::term_in_force(mpn::anniversary_date{core_day(15)}, core_day(as_of)).number == number,
        "the term in force", as_of);
  }
  CHECK(t.first_wrong() == "");
}
