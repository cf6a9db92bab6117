#include "write/time_axis.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace mpn::app {

namespace {

constexpr int months_per_year = 12;
constexpr int whole_axis = 10'000;  // in hundredths of a percent

// Months from January of the year 0.
int month_number(sys_days day) {
  const date::year_month_day ymd{day};
  return static_cast<int>(ymd.year()) * months_per_year +
         static_cast<int>(static_cast<unsigned>(ymd.month())) - 1;
}

sys_days first_of_month(int number) {
  return date::year{number / months_per_year} / (number % months_per_year + 1) / 1;
}

// The shortest distance in months between two ticks at which at most `most` are in `months`.
int tick_distance(int months, int most) {
  constexpr auto distances = std::to_array({1, 3, 6, 12, 24});
  const auto* const found = std::find_if(distances.begin(), distances.end() - 1,
                                         [&](int distance) { return months <= most * distance; });
  return *found;
}

// Months by their numbers, both ends included.
struct month_range {
  int first;
  int last;
  [[nodiscard]] bool is_too_long() const {
    return last - first >= time_axis::longest_in_years * months_per_year;
  }
};

month_range months_of(const std::vector<day_range>& offers) {
  const auto first = std::ranges::min_element(offers, {}, &day_range::first);
  const auto last = std::ranges::max_element(offers, {}, &day_range::last);
  return {month_number(first->first), month_number(last->last)};
}

// The first day of the offer that is nearest to the as-of day, or of the median.
sys_days center_of(std::vector<day_range>& offers, std::optional<sys_days> as_of) {
  if (as_of) {
    const auto distance = [&](const day_range& each) { return date::abs(each.first - *as_of); };
    return std::ranges::min_element(offers, {}, distance)->first;
  }
  const auto median = offers.begin() + static_cast<std::ptrdiff_t>((offers.size() - 1) / 2);
  std::ranges::nth_element(offers, median, {}, &day_range::first);
  return median->first;
}

}  // namespace

time_axis::time_axis(std::vector<day_range> offers, std::optional<sys_days> as_of) {
  month_range months = months_of(offers);
  if (months.is_too_long()) {
    constexpr int half = longest_in_years * months_per_year / 2;
    const int center = month_number(center_of(offers, as_of));
    std::erase_if(offers, [&](const day_range& each) {
      return month_number(each.first) < center - half || month_number(each.last) >= center + half;
    });
    months = months_of(offers);
  }
  if (as_of) {
    const int month = month_number(*as_of);
    const month_range with_as_of{std::min(months.first, month), std::max(months.last, month)};
    if (!with_as_of.is_too_long()) months = with_as_of;
  }
  begin_ = first_of_month(months.first);
  end_ = first_of_month(months.last + 1);
}

int time_axis::position(sys_days day) const { return width(day - begin_); }

int time_axis::width(days count) const {
  const std::int64_t all = (end_ - begin_).count();
  return static_cast<int>(std::int64_t{count.count()} * whole_axis / all);
}

bool time_axis::has_yearly_labels() const {
  return tick_distance(month_number(end_) - month_number(begin_), most_labels) >= months_per_year;
}

std::vector<time_axis::tick> time_axis::ticks() const {
  const int first = month_number(begin_);
  const int end = month_number(end_);
  const int distance = tick_distance(end - first, most_ticks);
  const int label_distance = tick_distance(end - first, most_labels);
  // A label stands after its tick. Beside the axis there is room for the end of the last one.
  constexpr int room = whole_axis / 12;
  std::vector<tick> all;
  for (int month = first; month < end; ++month) {
    if (month % distance != 0) continue;
    const sys_days day = first_of_month(month);
    all.push_back({day, month % label_distance == 0 && position(day) <= whole_axis - room});
  }
  return all;
}

}  // namespace mpn::app
