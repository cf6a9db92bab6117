// Writing into memory that is known to be large enough.
#pragma once

#include <charconv>
#include <string_view>

#include "io/streams.hpp"
#include "write/day_cache.hpp"

namespace mpn::app {

/// Writes texts, days and numbers one behind the other, without asking each time whether there is
/// room.
class pen {
 public:
  /// Takes `size` bytes of room from `to`; what is written beyond them is the writer's defect.
  pen(output& to, std::size_t size, day_writer& days) : at_{to.room(size)}, to_{to}, days_{days} {}

  pen& operator<<(std::string_view text) {
    at_ = copy_text(text, at_);
    return *this;
  }
  pen& operator<<(sys_days day) {
    at_ = days_.write(day, at_);
    return *this;
  }
  pen& operator<<(int number) {
    constexpr std::size_t digits = 12;
    at_ = std::to_chars(at_, at_ + digits, number).ptr;
    return *this;
  }

  /// Hands what was written to the output.
  void finish() { to_.filled(at_); }

 private:
  char* at_;
  output& to_;
  day_writer& days_;
};

}  // namespace mpn::app
