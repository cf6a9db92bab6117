// Consoles, and streams that may be one.
#pragma once

#include <memory>

#include "io/platform_windows_handle.hpp"

namespace mpn::app::platform {

bool is_console(HANDLE file);

/// Reads from or writes to a console, a file or a pipe.
std::unique_ptr<source> make_source(handle file);
std::unique_ptr<sink> make_sink(handle file);

/// Enables escape sequences for colors until the program ends, where the console supports them.
class escape_sequences {
 public:
  explicit escape_sequences(HANDLE console);
  escape_sequences(const escape_sequences&) = delete;
  escape_sequences& operator=(const escape_sequences&) = delete;
  ~escape_sequences();

  [[nodiscard]] bool enabled() const { return enabled_; }

 private:
  HANDLE console_;
  DWORD old_mode_{};
  bool enabled_{};
};

}  // namespace mpn::app::platform
