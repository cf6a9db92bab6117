// The order of offers by urgency.
#pragma once

#include <cstdint>
#include <tuple>

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
    switch (done.status->now) {
      case phase::last_call:
        rank = 0;
        break;
      case phase::open:
        rank = 1;
        break;
      case phase::reminded:
        rank = 2;
        break;
      case phase::active:
        rank = 3;
        break;
      case phase::lapsed:
        rank = 4;
        day = -day;
        break;
    }
  }

  friend bool operator<(const urgency& a, const urgency& b) {
    return std::tie(a.rank, a.day) < std::tie(b.rank, b.day);
  }
};

}  // namespace mpn::app
