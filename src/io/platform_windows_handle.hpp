// Handles of files and pipes, and the encoding of Windows.
#pragma once

#ifndef NOMINMAX
#define NOMINMAX
#endif
#include <windows.h>

#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include "io/streams.hpp"

namespace mpn::app::platform {

/// The error of the system call that has just failed, as a generic error, so that the message is
/// the same as on POSIX: "No such file or directory" for a missing file.
std::error_code last_error();

constexpr std::size_t max_utf8_bytes_per_unit = 3;  // of UTF-16

/// Converts between UTF-8 and UTF-16; lone surrogates become U+FFFD.
std::wstring utf16(std::string_view text);
std::string utf8(std::wstring_view wide);

/// Owns the handle of a file, a pipe or a console.
class handle {
 public:
  explicit handle(HANDLE object) : object_{object} {}
  handle(handle&& other) noexcept : object_{std::exchange(other.object_, INVALID_HANDLE_VALUE)} {}
  handle(const handle&) = delete;
  handle& operator=(const handle&) = delete;
  handle& operator=(handle&&) = delete;
  ~handle() { (void)close(); }

  void swap(handle& other) noexcept { std::swap(object_, other.object_); }
  [[nodiscard]] HANDLE get() const { return object_; }
  [[nodiscard]] bool is_open() const { return object_ != INVALID_HANDLE_VALUE; }
  [[nodiscard]] bool is_directory() const;

  /// Reads at most `size` bytes; 0 is the end of the file.
  result<std::size_t, std::error_code> read(char* to, std::size_t size) const;
  [[nodiscard]] std::error_code write(std::string_view bytes) const;
  std::error_code close();

 private:
  HANDLE object_;
};

/// Shares the file for reading, writing and deleting, as POSIX does. FILE_FLAG_BACKUP_SEMANTICS
/// opens directories too, so that they can be distinguished from files without permission.
handle open(const std::wstring& path, DWORD access, DWORD disposition);

/// Reads from a file or a pipe.
class file_source final : public source {
 public:
  explicit file_source(handle file) : file_{std::move(file)} {}
  result<std::size_t, std::error_code> read(char* to, std::size_t size) override {
    return file_.read(to, size);
  }

 private:
  handle file_;
};

/// Writes to a file or a pipe.
class file_sink final : public sink {
 public:
  explicit file_sink(handle file) : file_{std::move(file)} {}
  std::error_code write(std::string_view bytes) override { return file_.write(bytes); }
  std::error_code finish() override { return file_.close(); }

 private:
  handle file_;
};

}  // namespace mpn::app::platform
