// The temporary file that is renamed to the output file.
#pragma once

#include <array>
#include <string_view>
#include <system_error>

#include "io/platform_posix_descriptor.hpp"

namespace mpn::app::platform {

/// A file that only this process may read and write, under a short name of its own. It is removed
/// by the destructor, and when SIGINT, SIGTERM or SIGHUP ends the program, unless it was renamed.
/// Only one at a time is removed by a signal: the program writes one file.
class temporary_file {
 public:
  temporary_file() = default;
  temporary_file(const temporary_file&) = delete;
  temporary_file& operator=(const temporary_file&) = delete;
  ~temporary_file();

  /// Creates the file in the open directory `directory`. From here on only the open directory
  /// counts, not its name, so that nobody can put another one in its place.
  std::error_code create(descriptor directory);

  descriptor& file() { return file_; }

  /// Renames the file to `name` in the same directory, replacing a file or link of that name.
  std::error_code rename(const char* name);

 private:
  static void remove_before_end();

  descriptor directory_;
  descriptor file_;
  std::array<char, 64> name_{};  // empty if there is no file to remove
};

}  // namespace mpn::app::platform
