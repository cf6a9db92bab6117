// Days as text, fast: most of the program's work.
#pragma once

#include <array>
#include <cstddef>
#include <cstring>
#include <vector>

#include "mpn/date.hpp"

namespace mpn::app {

/// Writes days as YYYY-MM-DD. It keeps the texts of the days it wrote, each in the one place that
/// is its own and that of the days whole rounds of `places` away: offers are bought within a few
/// years of each other, so nearly all of them are there.
class day_writer {
 public:
  /// Writes a supported `day` at `out`, where there must be room for 12 characters, and returns
  /// where its ten end.
  char* write(sys_days day, char* out) {
    kept_text& kept = kept_[static_cast<std::size_t>(day.time_since_epoch().count()) % places];
    if (kept.day != day) {
      kept.day = day;
      write_date(day, kept.characters.data());
    }
    std::memcpy(out, kept.characters.data(), kept.characters.size());
    return out + 10;
  }

 private:
  static constexpr std::size_t places = 4096;  // eleven years, in 64 KiB

  // Ten characters and two to spare, so that they are copied as two pieces of memory.
  struct kept_text {
    sys_days day{sys_days::max()};
    std::array<char, 12> characters{};
  };
  std::vector<kept_text> kept_{places};
};

}  // namespace mpn::app
