// Byte streams. What is at the other end is left open: a file, a terminal or a test.
#pragma once

#include <cstddef>
#include <string_view>
#include <system_error>

#include "mpn/result.hpp"

namespace mpn::app {

/// Where bytes come from.
class source {
 public:
  source() = default;
  source(const source&) = delete;
  source& operator=(const source&) = delete;
  virtual ~source() = default;

  /// Waits for at least one byte, stores at most `size` bytes at `to` and returns their number; 0
  /// is the end.
  virtual result<std::size_t, std::error_code> read(char* to, std::size_t size) = 0;
};

/// Where bytes go to.
class sink {
 public:
  sink() = default;
  sink(const sink&) = delete;
  sink& operator=(const sink&) = delete;
  virtual ~sink() = default;

  /// Writes all of `bytes`; an error means that some of them were not written.
  virtual std::error_code write(std::string_view bytes) = 0;

  /// Called once, after the last write; an error means that some of the bytes were lost after all.
  virtual std::error_code finish() { return {}; }
};

}  // namespace mpn::app
