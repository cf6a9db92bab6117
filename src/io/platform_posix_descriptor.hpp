// File descriptors, and reading and writing through them.
#pragma once

#include <cstddef>
#include <string_view>
#include <system_error>
#include <utility>

#include "io/streams.hpp"

namespace mpn::app::platform {

/// The error of the system call that has just failed.
std::error_code last_error();

/// Owns a file descriptor and closes it, unless it is one of the standard streams.
class descriptor {
 public:
  descriptor() = default;
  explicit descriptor(int number) : number_{number} {}
  descriptor(descriptor&& other) noexcept : number_{std::exchange(other.number_, -1)} {}
  descriptor& operator=(descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  ~descriptor();

  [[nodiscard]] int number() const { return number_; }
  [[nodiscard]] bool is_open() const { return number_ >= 0; }

  /// Reads at least one byte and at most `size`; 0 is the end of the file. Waits for a descriptor
  /// in non-blocking mode.
  result<std::size_t, std::error_code> read(char* to, std::size_t size) const;

  /// Writes all of `bytes`. Waits for a descriptor in non-blocking mode.
  [[nodiscard]] std::error_code write(std::string_view bytes) const;

  /// Closes it and reports errors, because a network file system may report a full disk only here.
  std::error_code close();

 private:
  int number_{-1};
};

/// Reads from a descriptor.
class descriptor_source final : public source {
 public:
  explicit descriptor_source(int number) : file_{number} {}
  result<std::size_t, std::error_code> read(char* to, std::size_t size) override {
    return file_.read(to, size);
  }

 private:
  descriptor file_;
};

/// Writes to a descriptor.
class descriptor_sink : public sink {
 public:
  explicit descriptor_sink(descriptor file) : file_{std::move(file)} {}
  std::error_code write(std::string_view bytes) override { return file_.write(bytes); }
  std::error_code finish() override { return file_.close(); }

 private:
  descriptor file_;
};

/// Writes the program's result to a descriptor. If its reader has closed it, the program ends
/// quietly by SIGPIPE.
class output_sink final : public descriptor_sink {
 public:
  using descriptor_sink::descriptor_sink;
  std::error_code write(std::string_view bytes) override;
};

}  // namespace mpn::app::platform
