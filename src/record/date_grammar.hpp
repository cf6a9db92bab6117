// The forms in which dates are read. Nothing else is a date, and nothing is guessed.
//
//   date       = body [ midnight ]
//              | weekday ( blanks | "," blanks ) body [ midnight ]
//              | body [ blanks ] weekday_ko [ midnight ]
//
//   body       = Y "-" M "-" D
//              | Y "/" M "/" D
//              | Y "." [ blanks ] M "." [ blanks ] D [ "." ]
//              | Y "년" [ blanks ] M "월" [ blanks ] D "일"
//              | YYYYMMDD                                  from 1900 on
//              | D "-" MON "-" Y
//              | D blanks MON blanks Y
//              | MON blanks D [ "," ] blanks Y
//              | year_last                                 a day only with a date_order
//   year_last  = N "/" N "/" Y
//              | N "." N "." Y
//              | N "-" N "-" Y
//
//   Y          = four digits
//   M, D, N    = one or two digits
//   MON        = an English month, three letters or in full, in any case
//   weekday    = an English weekday, three letters or in full, in any case
//   weekday_ko = "월요일" … "일요일" | "(월)" … "(일)" | "(월요일)" … "(일요일)"
//
//   midnight   = ( "T" | blanks ) time
//   time       = "0:00" | "00:00" | "00:00:00" [ "." zeros ]
//              | "12:00:00" blanks "AM" | "오전" blanks "12:00:00"
//
//   blanks     = one or more of space, tab, U+00A0, U+202F and U+3000
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace mpn::app {

inline constexpr std::array<std::string_view, 12> english_months{
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

/// From Monday on, as in weekday numbers.
inline constexpr std::array<std::string_view, 7> english_weekdays{
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
inline constexpr std::array<std::string_view, 7> korean_weekdays{
    "월요일", "화요일", "수요일", "목요일", "금요일", "토요일", "일요일"};

/// The shape of a date. Whether its day exists is not checked.
enum class date_shape : std::uint8_t {
  other,           ///< not of any shape below
  year_known,      ///< a date that has one reading
  year_last,       ///< numbers with the year last; `month` and `day` are in the order of the text
  year_too_short,  ///< one or two digits instead of four
  year_too_long
};

/// The date at the front of a text.
struct written_date {
  date_shape shape{};
  unsigned year{};
  unsigned month{};
  unsigned day{};
  std::optional<unsigned> weekday{};  ///< 0 is Monday
  std::size_t date_size{};            ///< the bytes before the midnight
  /// The bytes of the longest date that ends at the end of the text or before a blank, a comma or
  /// a semicolon; 0: there is no such date.
  std::size_t size{};
};

/// The date at the front of `text`, which has no blank there.
[[nodiscard]] written_date parse_written_date(std::string_view text);

/// The bytes of the date at the front of a plain line, in quotes or not: the longest that has the
/// shape of a date with four digits of year and ends at the end of the line or before a blank, a
/// comma or a semicolon; 0: there is no such date.
[[nodiscard]] std::size_t leading_date_size(std::string_view line);

}  // namespace mpn::app
