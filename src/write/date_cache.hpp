// A cache of formatted dates.
#pragma once

#include <array>
#include <cstddef>
#include <cstring>
#include <vector>

#include "mpn/date.hpp"

namespace mpn::app {

/// Writes days as YYYY-MM-DD. A direct-mapped cache of formatted dates, indexed by day number mod
/// 4096: offers are bought within a few years of each other, so nearly all of their days are in it.
/// Without the cache, csv to ndjson takes 29 % more instructions.
class date_cache {
 public:
  /// Writes a supported `day` at `out`, where there must be room for 12 characters, and returns the
  /// end of its ten.
  char* write(sys_days day, char* out) {
    entry& cached = entries_[static_cast<std::size_t>(day.time_since_epoch().count()) % size];
    if (cached.day != day) {
      cached.day = day;
      write_date(day, cached.characters.data());
    }
    std::memcpy(out, cached.characters.data(), cached.characters.size());
    return out + 10;
  }

 private:
  static constexpr std::size_t size = 4096;  // eleven years, in 64 KiB

  // Ten characters and two to spare, so that they are copied as two machine words.
  struct entry {
    sys_days day{sys_days::max()};
    std::array<char, 12> characters{};
  };
  std::vector<entry> entries_{size};
};

}  // namespace mpn::app
