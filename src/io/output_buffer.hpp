// Output, collected into large writes.
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>
#include <system_error>

#include "io/streams.hpp"

namespace mpn::app {

/// Collects small pieces into large writes to a sink. The first error sticks and everything put
/// after it is dropped, so that a writer need not check every piece.
class output_buffer {
 public:
  /// The size of a write in bytes: large enough that a system call costs little per byte, small
  /// enough to stay in the processor's cache.
  static constexpr std::size_t capacity = std::size_t{64} * 1024;

  explicit output_buffer(sink& to) : to_{to} {}

  void put(char c) { *reserve(1) = c, ++used_; }
  void put(std::string_view bytes) {
    if (bytes.size() > capacity - used_) return put_after_flush(bytes);
    used_ += bytes.copy(buffer_.get() + used_, bytes.size());
  }

  /// Space for `size` bytes, at most `capacity`; commit() adds what was written there to the
  /// output.
  [[nodiscard]] char* reserve(std::size_t size) {
    if (capacity - used_ < size) flush();
    return buffer_.get() + used_;
  }
  void commit(const char* end) { used_ = static_cast<std::size_t>(end - buffer_.get()); }

  /// Writes everything collected so far, so that a reader at the other end sees it now.
  void flush();
  [[nodiscard]] std::error_code error() const { return error_; }
  /// Whether anything was put.
  [[nodiscard]] bool has_output() const { return used_ != 0 || written_; }

 private:
  void put_after_flush(std::string_view bytes);

  sink& to_;
  // Not filled with zeros: an output of one offer touches few of its pages.
  std::unique_ptr<char[]> buffer_ = std::make_unique_for_overwrite<char[]>(capacity);
  std::size_t used_{};
  bool written_{};
  std::error_code error_;
};

}  // namespace mpn::app
