// Input as UTF-8 text, a stretch at a time.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <system_error>

#include "io/streams.hpp"

namespace mpn::app {

/// The text of a source as UTF-8. What was read and not yet consumed is one contiguous piece of
/// memory. UTF-8 with or without a byte order mark and UTF-16 with one are read; the mark is not
/// part of the text.
class input_buffer {
 public:
  /// `before_read` is called each time before the source is read, which may block.
  input_buffer(source& from, std::function<void()> before_read)
      : from_{from}, before_read_{std::move(before_read)} {}

  /// The text at hand; valid until read_more() is called.
  [[nodiscard]] std::string_view text() const {
    return {buffer_.data() + consumed_, buffer_.size() - consumed_};
  }
  void consume(std::size_t size) { consumed_ += size; }

  /// Appends at least one byte to the text; false at the end of the input or after an error.
  bool read_more();
  /// Whether the whole input was read. After an error this stays false.
  [[nodiscard]] bool at_end() const { return ended_ && !error_; }
  [[nodiscard]] std::error_code error() const { return error_; }
  /// Whether the input began with a byte order mark; known once something was read.
  [[nodiscard]] bool had_byte_order_mark() const {
    return encoding_ != encoding::unknown && encoding_ != encoding::utf8;
  }

 private:
  enum class encoding { unknown, utf8, utf8_marked, utf16_little, utf16_big };

  void detect_encoding();
  void decode_utf16();

  source& from_;
  std::function<void()> before_read_;
  std::string buffer_;
  std::string undecoded_;  // UTF-16 input; between reads, less than one character
  std::size_t consumed_{};
  encoding encoding_{encoding::unknown};
  bool ended_{};
  std::error_code error_;
};

}  // namespace mpn::app
