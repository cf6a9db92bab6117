// Writes into the output buffer without checking for room at every piece.
#pragma once

#include <cassert>
#include <charconv>
#include <string_view>

#include "io/output_buffer.hpp"
#include "write/date_cache.hpp"

namespace mpn::app {

/// Writes texts, days and numbers one after the other into space that was reserved at once.
/// Through output_buffer::put(), csv to ndjson takes 12 % more instructions, csv to csv 23 %.
class pen {
 public:
  /// Reserves `size` bytes of `to`: an upper bound for everything that is written.
  pen(output_buffer& to, std::size_t size, date_cache& dates)
      : at_{to.reserve(size)}, end_{at_ + size}, to_{to}, dates_{dates} {}

  pen& operator<<(std::string_view text) {
    assert(text.size() <= room());
    at_ += text.copy(at_, text.size());
    return *this;
  }
  pen& operator<<(sys_days day) {
    assert(room() >= 12);  // what date_cache writes
    at_ = dates_.write(day, at_);
    return *this;
  }
  pen& operator<<(int number) {
    at_ = std::to_chars(at_, end_, number).ptr;
    return *this;
  }

  /// Hands what was written to the output buffer.
  void finish() { to_.commit(at_); }

 private:
  [[nodiscard]] std::size_t room() const { return static_cast<std::size_t>(end_ - at_); }

  char* at_;
  char* end_;
  output_buffer& to_;
  date_cache& dates_;
};

}  // namespace mpn::app
