// The time axis that all offers of a page share.
#pragma once

#include <optional>
#include <vector>

#include "mpn/date.hpp"

namespace mpn::app {

/// A range of days, both ends included.
struct day_range {
  sys_days first;
  sys_days last;
};

/// Whole months on one scale. A day takes the space from its position to that of the next day.
class time_axis {
 public:
  /// No axis is longer, so that a wrong year does not squeeze all other offers.
  static constexpr int longest_in_years = 10;
  /// No axis has more ticks or labels.
  static constexpr int most_ticks = 60;
  static constexpr int most_labels = 6;

  /// The axis for at least one offer, each from its first day to its last. If they need a longer
  /// axis, only those around the offer that is nearest to the as-of day are on it; without that
  /// day, around the median. The as-of day is on it if the axis stays short enough.
  time_axis(std::vector<day_range> offers, std::optional<sys_days> as_of);

  [[nodiscard]] sys_days begin() const { return begin_; }
  /// The day after the last one.
  [[nodiscard]] sys_days end() const { return end_; }
  [[nodiscard]] bool contains(sys_days day) const { return begin_ <= day && day < end_; }

  /// Where `day` begins, in hundredths of a percent of the axis; outside of it, less than 0 or more
  /// than 10,000.
  [[nodiscard]] int position(sys_days day) const;
  /// How wide `count` days are, in hundredths of a percent.
  [[nodiscard]] int width(days count) const;

  /// The first day of a month, a quarter or a year.
  struct tick {
    sys_days day;
    bool has_label;
  };
  /// The ticks in order. Labels keep their distance from each other and from the end of the axis.
  [[nodiscard]] std::vector<tick> ticks() const;
  /// Whether the labels are years; otherwise they are months.
  [[nodiscard]] bool has_yearly_labels() const;

 private:
  sys_days begin_;
  sys_days end_;
};

}  // namespace mpn::app
