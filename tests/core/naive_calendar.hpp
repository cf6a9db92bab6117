// A calendar that shares no code with the core: it lists all days one by one. A day is represented
// by its place in that list.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "mpn/date.hpp"

namespace naive {

struct ymd {
  std::int16_t year;
  std::int8_t month;
  std::int8_t day;
};

inline bool is_leap(int year) { return year % 400 == 0 || (year % 4 == 0 && year % 100 != 0); }

inline int length_of(int year, int month) {
  constexpr std::array<int, 12> lengths{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : lengths.at(static_cast<std::size_t>(month - 1));
}

class year_calendar {
 public:
  year_calendar() {
    for (int year = 1; year <= 9999; ++year)
      for (int month = 1; month <= 12; ++month) {
        month_begins_.push_back(size());
        for (int day = 1; day <= length_of(year, month); ++day)
          days_.push_back({static_cast<std::int16_t>(year), static_cast<std::int8_t>(month),
                           static_cast<std::int8_t>(day)});
      }
  }

  // Places run from 0 (0001-01-01) to size() - 1 (9999-12-31).
  int size() const { return static_cast<int>(days_.size()); }
  ymd operator[](int place) const { return days_[static_cast<std::size_t>(place)]; }
  int place_of(int year, int month, int day) const {
    return month_begins_[static_cast<std::size_t>((year - 1) * 12 + month - 1)] + day - 1;
  }

 private:
  std::vector<ymd> days_;
  std::vector<int> month_begins_;
};

inline const year_calendar& calendar() {
  static const year_calendar only;
  return only;
}

// YYYY-MM-DD; the numbers need not be a day.
inline std::string text_of(int year, int month, int day) {
  std::string text = "0000-00-00";
  const auto put = [&](std::size_t last, int number) {
    for (; number > 0; number /= 10) text[last--] = static_cast<char>('0' + number % 10);
  };
  put(3, year);
  put(6, month);
  put(9, day);
  return text;
}

inline bool is_a_place(int place) { return place >= 0 && place < calendar().size(); }

inline std::string text_at(int place) {
  const ymd day = calendar()[place];
  return text_of(day.year, day.month, day.day);
}

// Many comparisons as one assertion on the first that failed.
class tally {
 public:
  bool expect(bool holds, const char* what, int place) {
    ++checks_;
    if (!holds && first_wrong_.empty())
      first_wrong_ =
          std::string{what} + ", " + (is_a_place(place) ? text_at(place) : "outside the calendar");
    return holds;
  }
  long long checks() const { return checks_; }
  const std::string& first_wrong() const { return first_wrong_; }

 private:
  long long checks_{};
  std::string first_wrong_;
};

// Conversions between a place and the core's day; the first walk test proves them right.
inline mpn::sys_days core_day(int place) {
  return mpn::sys_days{mpn::first_day.time_since_epoch() + mpn::days{place}};
}
inline int place_of(mpn::sys_days day) { return static_cast<int>((day - mpn::first_day).count()); }

}  // namespace naive
