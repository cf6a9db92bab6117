// Days as text, fast: most of the program's work.
#pragma once

#include <array>
#include <cstdint>
#include <cstring>

#include "mpn/date.hpp"

namespace mpn::cli {

namespace detail {

/// "-MM-DD" for every day of a year, with two characters to spare, so that a day is copied as one piece of memory.
using year_of_texts = std::array<std::array<char, 8>, 366>;

consteval year_of_texts texts_of(int year) {
  year_of_texts texts{};
  const sys_days first{date::year{year} / 1 / 1};
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const date_text text{first + days{static_cast<int>(i)}};
    for (std::size_t c = 0; c < 6; ++c) texts[i][c] = text.characters[4 + c];
  }
  return texts;
}

inline constexpr year_of_texts common_year = texts_of(2001);
inline constexpr year_of_texts leap_year = texts_of(2000);

}  // namespace detail

/// Writes days as YYYY-MM-DD. It works out a year and the one after it, and looks its days up, because all days of a term
/// but seldom the first lie in two years.
class day_writer {
 public:
  /// Writes a supported `day` at `out`, where there must be room for 12 characters, and returns where its ten end.
  char* write(sys_days day, char* out) {
    if (year_.write(day, out) || year_after_.write(day, out)) return out + 10;
    const date::year year = date::year_month_day{day}.year();
    year_.turn_to(year, year / 1 / 1);
    year_after_.turn_to(year + date::years{1}, year_.first + days{static_cast<int>(year_.length)});
    year_.write(day, out);
    return out + 10;
  }

 private:
  struct page {
    sys_days first{};
    std::uint32_t length{};
    std::array<char, 4> digits{};
    const detail::year_of_texts* texts{};

    void turn_to(date::year year, sys_days first_day) {
      first = first_day;
      length = year.is_leap() ? 366 : 365;
      texts = year.is_leap() ? &detail::leap_year : &detail::common_year;
      auto number = static_cast<unsigned>(static_cast<int>(year));
      for (std::size_t i = digits.size(); i-- > 0; number /= 10) digits[i] = static_cast<char>('0' + number % 10);
    }

    bool write(sys_days day, char* out) const {
      const auto index = static_cast<std::uint32_t>((day - first).count());
      if (index >= length) return false;
      std::memcpy(out, digits.data(), digits.size());
      std::memcpy(out + 4, (*texts)[index].data(), 8);
      return true;
    }
  };

  page year_;
  page year_after_;
};

}  // namespace mpn::cli
