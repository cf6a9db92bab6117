// The order of offers by urgency.
#pragma once

#include <array>
#include <compare>
#include <cstdint>

#include "record/evaluate.hpp"

namespace mpn::app {

/// Where an offer stands in the order of urgency: what can still be saved comes first (last call,
/// open, reminded, active), each by its last day; then what has lapsed, the latest first. Without
/// an as-of day, by anniversary. Smaller is more urgent.
struct urgency {
  int rank{};
  std::int64_t day{};

  explicit urgency(const evaluation& done) {
    day = done.plan.anniversary.day.time_since_epoch().count();
    if (!done.status) return;
    constexpr std::array<int, 5> ranks{3, 2, 1, 0, 4};  // active to lapsed
    rank = ranks[static_cast<std::size_t>(done.status->now)];
    if (done.status->now == phase::lapsed) day = -day;
  }

  friend auto operator<=>(const urgency&, const urgency&) = default;
};

}  // namespace mpn::app
