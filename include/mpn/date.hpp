// Calendar days: their types, and the one way to write them, YYYY-MM-DD.
//
// A day belongs to the proleptic Gregorian calendar and has neither a time of day nor a time zone.
// Years run from 0001 to 9999, so that every day takes ten characters.
//
// The rules lead from one kind of day to another. Each kind has its own type, and no type converts
// to another implicitly:
//
//   purchase_date ──R1──▶ anniversary_date ──R2, R3, R4──▶ sys_days, a plain day: an end of the
//                              │   ▲                        window, a reminder
//                              └R5─┘ next anniversary
#pragma once

#include <date/date.h>

#include <compare>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "mpn/result.hpp"

namespace mpn {

using date::days;
using date::sys_days;

/// The first and the last supported day, 0001-01-01 and 9999-12-31.
inline constexpr sys_days first_day{date::year{1} / 1 / 1};
inline constexpr sys_days last_day{date::year{9999} / 12 / 31};

/// Whether `day` lies between `first_day` and `last_day`.
[[nodiscard]] constexpr bool is_supported(sys_days day) noexcept {
  return first_day <= day && day <= last_day;
}

/// The day on which an offer was bought; term 1 begins with it.
struct purchase_date {
  sys_days day;
  constexpr explicit purchase_date(sys_days d) noexcept : day{d} {}
  friend constexpr auto operator<=>(purchase_date, purchase_date) noexcept = default;
};

/// AD, the last day of a paid year. Partner Center shows it in the column "Renewal start date".
struct anniversary_date {
  sys_days day;
  constexpr explicit anniversary_date(sys_days d) noexcept : day{d} {}
  friend constexpr auto operator<=>(anniversary_date, anniversary_date) noexcept = default;
};

/// What is wrong with a date.
enum class date_problem : std::uint8_t {
  not_iso,        ///< the form is not YYYY-MM-DD
  no_such_year,   ///< the year is not 0001 to 9999
  no_such_month,  ///< the month is not 01 to 12
  no_such_day,    ///< the month does not have that day
};

/// What is wrong with a date, and its numbers (0 for `not_iso`).
struct date_error {
  date_problem problem{date_problem::not_iso};
  int year{};
  unsigned month{};
  unsigned day{};
  friend constexpr bool operator==(const date_error&, const date_error&) = default;
};

/// The day with these numbers; otherwise the first of them that is wrong, from year to day.
[[nodiscard]] constexpr result<sys_days, date_error> day_of(int year, unsigned month,
                                                            unsigned day) noexcept {
  const auto problem = [&](date_problem p) { return unexpected{date_error{p, year, month, day}}; };
  if (year < 1 || year > 9999) return problem(date_problem::no_such_year);
  if (month < 1 || month > 12) return problem(date_problem::no_such_month);
  const auto ymd = date::year{year} / static_cast<int>(month) / static_cast<int>(day);
  // date::day holds eight bits only, so that 257 would be 1.
  if (day > 31 || !ymd.ok()) return problem(date_problem::no_such_day);
  return sys_days{ymd};
}

/// The day that `text` gives as YYYY-MM-DD.
[[nodiscard]] constexpr result<sys_days, date_error> parse_date(std::string_view text) noexcept {
  constexpr std::size_t length = 10;
  if (text.size() != length || text[4] != '-' || text[7] != '-') return unexpected{date_error{}};
  bool digits = true;
  const auto digit = [&](std::size_t i) {
    const auto value = static_cast<unsigned>(static_cast<unsigned char>(text[i])) - '0';
    digits &= value <= 9;
    return value;
  };
  const auto two = [&](std::size_t i) { return digit(i) * 10 + digit(i + 1); };
  const unsigned year = two(0) * 100 + two(2);
  const unsigned month = two(5);
  const unsigned day = two(8);
  if (!digits) return unexpected{date_error{}};
  return day_of(static_cast<int>(year), month, day);
}

/// Writes a supported `day` at `out` as the ten characters YYYY-MM-DD and returns their end.
constexpr char* write_date(sys_days day, char* out) noexcept {
  const date::year_month_day ymd{day};
  const auto two = [&](unsigned value) {
    *out++ = static_cast<char>('0' + value / 10);
    *out++ = static_cast<char>('0' + value % 10);
  };
  const auto year = static_cast<unsigned>(static_cast<int>(ymd.year()));
  two(year / 100);
  two(year % 100);
  *out++ = '-';
  two(static_cast<unsigned>(ymd.month()));
  *out++ = '-';
  two(static_cast<unsigned>(ymd.day()));
  return out;
}

/// A supported day as the text YYYY-MM-DD.
struct date_text {
  char characters[10]{};
  constexpr explicit date_text(sys_days day) noexcept { write_date(day, characters); }
  [[nodiscard]] constexpr std::string_view view() const noexcept {
    return {characters, sizeof characters};
  }
};

static_assert(date_text{*parse_date("2020-04-20")}.view() == "2020-04-20");
static_assert(*parse_date("0001-01-01") == first_day && *parse_date("9999-12-31") == last_day);
static_assert(parse_date("2021-02-29").error() ==
              date_error{date_problem::no_such_day, 2021, 2, 29});
static_assert(parse_date("2021-2-9").error() == date_error{});
static_assert(parse_date("2020-04-20T00:00:00").error() == date_error{});

}  // namespace mpn
