// The renewal rules R1 to R5, and the phases of a term.
//
// Their source is Microsoft's article "Renew your MPN offers for competencies and advanced
// specializations during the renewal window" (renew-mpn-offers, ms.date 2021-02-04). Quotations are
// from it unless another source is named. Every range includes both ends; weekends do not matter.
//
//   AD−15          AD                     AD+23  AD+30     AD+365
//   r..............A[=====================r======] ………………… A
//   first          anniversary            second  window    next
//   reminder       (R1)  window (R2)      reminder closes   anniversary (R5)
//   (R3)                                  (R3)    (R2, R4)
#pragma once

#include <cstdint>

#include "mpn/date.hpp"

namespace mpn {

/// R1: the anniversary is the same month and day one year after the purchase. After 29 February it
/// is 28 February: purchase + 365 days, and the earlier day is the safe one for a deadline. "the
/// anniversary of your purchase date"; "valid for one year from the date of attainment (…
/// Anniversary date)" (competencies report).
[[nodiscard]] constexpr anniversary_date anniversary_of(purchase_date purchase) noexcept {
  const date::year_month_day year_later = date::year_month_day{purchase.day} + date::years{1};
  return anniversary_date{year_later.ok() ? sys_days{year_later}
                                          : sys_days{year_later.year() / date::February / 28}};
}

namespace literals {
/// Dates in source code. A day that does not exist does not compile.
consteval sys_days on(int y, int m, int d) {
  return *day_of(y, static_cast<unsigned>(m), static_cast<unsigned>(d));
}
consteval purchase_date bought(int y, int m, int d) { return purchase_date{on(y, m, d)}; }
consteval anniversary_date ad(int y, int m, int d) { return anniversary_date{on(y, m, d)}; }
}  // namespace literals

namespace examples::r1 {
using namespace literals;
static_assert(anniversary_of(bought(2018, 9, 1)) == ad(2019, 9, 1));
static_assert(anniversary_of(bought(2020, 2, 29)) == ad(2021, 2, 28));
static_assert(anniversary_of(bought(2019, 2, 28)) == ad(2020, 2, 28));
static_assert(anniversary_of(bought(2019, 3, 1)) == ad(2020, 3, 1));
}  // namespace examples::r1

/// The first and the last day on which a renewal can be made.
struct renewal_window {
  sys_days opens;
  sys_days closes;
  friend constexpr bool operator==(renewal_window, renewal_window) = default;
};

/// R2: the window opens one day after the anniversary, on which the paid year is still running, and
/// closes 30 days after it. "Your renewal window begins on the anniversary of your purchase date
/// plus one day"; "You have 30 days after your anniversary date to renew".
[[nodiscard]] constexpr renewal_window window_of(anniversary_date anniversary) noexcept {
  return {anniversary.day + days{1}, anniversary.day + days{30}};
}

namespace examples::r2 {
using namespace literals;
static_assert(window_of(anniversary_of(bought(2018, 9, 1))).opens == on(2019, 9, 2));
static_assert(window_of(ad(2018, 10, 15)).closes == on(2018, 11, 14));  // KB 4295568
static_assert(window_of(ad(2019, 6, 22)) == renewal_window{on(2019, 6, 23), on(2019, 7, 22)});
}  // namespace examples::r2

/// The days on which Microsoft sends its reminders.
struct reminder_days {
  sys_days first;
  sys_days second;
  friend constexpr bool operator==(reminder_days, reminder_days) = default;
};

/// R3: the first reminder is sent 15 days before the anniversary, the second 23 days after it.
/// "Fifteen days before your anniversary date, Microsoft will remind you … another reminder 23 days
/// after your anniversary date".
[[nodiscard]] constexpr reminder_days reminders_of(anniversary_date anniversary) noexcept {
  return {anniversary.day - days{15}, anniversary.day + days{23}};
}

namespace examples::r3 {
using namespace literals;
static_assert(reminders_of(ad(2021, 4, 20)) == reminder_days{on(2021, 4, 5), on(2021, 5, 13)});
static_assert(reminders_of(ad(2020, 2, 28)).second == on(2020, 3, 22));
}  // namespace examples::r3

/// R4: the day after the window's last day. Without a renewal, benefits and competency are lost
/// from this day on. "Your benefits continue during that time … If you don't renew within your
/// renewal window, you'll lose your benefits and competencies".
[[nodiscard]] constexpr sys_days lapse_of(anniversary_date anniversary) noexcept {
  return anniversary.day + days{31};
}

namespace examples::r4 {
using namespace literals;
static_assert(lapse_of(ad(2021, 4, 20)) == on(2021, 5, 21));
static_assert(lapse_of(ad(2021, 4, 20)) == window_of(ad(2021, 4, 20)).closes + days{1});
}  // namespace examples::r4

/// R5: after a renewal on any day of the window, the next anniversary is 365 days after this one,
/// which is one day less than a calendar year if a 29 February lies between them. "When you renew
/// during the renewal window, your new anniversary date will be 365 days after your current
/// anniversary".
[[nodiscard]] constexpr anniversary_date next_anniversary(anniversary_date anniversary) noexcept {
  return anniversary_date{anniversary.day + days{365}};
}

namespace examples::r5 {
using namespace literals;
static_assert(next_anniversary(ad(2019, 9, 1)) == ad(2020, 8, 31));
static_assert(next_anniversary(ad(2020, 8, 31)) == ad(2021, 8, 31));
static_assert(next_anniversary(ad(2020, 1, 1)) == ad(2020, 12, 31));
}  // namespace examples::r5

/// One paid year. Term 1 ends with the first known anniversary.
struct term {
  int number;
  anniversary_date anniversary;
  friend constexpr bool operator==(const term&, const term&) = default;
};

/// The term with this number, from 1, if term 1 ends with `first` and every earlier term was
/// renewed in its window (R5).
[[nodiscard]] constexpr term nth_term(anniversary_date first, int number) noexcept {
  return {number, anniversary_date{first.day + (number - 1) * days{365}}};
}

/// The term in force on `as_of`: the first whose window closes on that day or later.
[[nodiscard]] constexpr term term_in_force(anniversary_date first, sys_days as_of) noexcept {
  const int past = (as_of - window_of(first).closes).count();
  return nth_term(first, past <= 0 ? 1 : 1 + (past + 364) / 365);
}

namespace examples::terms {
using namespace literals;
static_assert(nth_term(ad(2019, 9, 1), 3) == term{3, ad(2021, 8, 31)});
static_assert(term_in_force(ad(2021, 4, 20), on(2021, 5, 20)).number == 1);
static_assert(term_in_force(ad(2021, 4, 20), on(2021, 5, 21)).number == 2);
static_assert(term_in_force(ad(2021, 4, 20), on(1999, 1, 1)).number == 1);
}  // namespace examples::terms

/// The phases of a term.
enum class phase : std::uint8_t {
  active,     ///< … AD−16: nothing to do
  reminded,   ///< AD−15 … AD: after the first reminder; it cannot be renewed yet
  open,       ///< AD+1 … AD+22: it can be renewed
  last_call,  ///< AD+23 … AD+30: after the second reminder; it can be renewed
  lapsed,     ///< AD+31 …: benefits and competency are lost unless it was renewed
};

/// The phase on `as_of` of the term that ends with `anniversary` (R2, R3, R4).
[[nodiscard]] constexpr phase phase_on(anniversary_date anniversary, sys_days as_of) noexcept {
  const auto [opens, closes] = window_of(anniversary);
  const auto [first, second] = reminders_of(anniversary);
  if (as_of < first) return phase::active;
  if (as_of < opens) return phase::reminded;
  if (as_of < second) return phase::open;
  if (as_of <= closes) return phase::last_call;
  return phase::lapsed;
}

/// The days from `as_of` to the window's last day: 0 on that day, negative after it.
[[nodiscard]] constexpr days days_left(anniversary_date anniversary, sys_days as_of) noexcept {
  return window_of(anniversary).closes - as_of;
}

namespace examples::phases {
using namespace literals;
static_assert(phase_on(ad(2021, 4, 20), on(2021, 4, 4)) == phase::active);
static_assert(phase_on(ad(2021, 4, 20), on(2021, 4, 20)) == phase::reminded);
static_assert(phase_on(ad(2021, 4, 20), on(2021, 5, 8)) == phase::open);
static_assert(phase_on(ad(2021, 4, 20), on(2021, 5, 20)) == phase::last_call);
static_assert(days_left(ad(2021, 4, 20), on(2021, 5, 8)) == days{12});
static_assert(days_left(ad(2021, 4, 20), on(2021, 5, 21)) == days{-1});
}  // namespace examples::phases

}  // namespace mpn
