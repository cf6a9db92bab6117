// Bytes in and bytes out, with whatever is at the other end left open: a file, a terminal, a test.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "mpn/result.hpp"
#include "text/short_copy.hpp"

namespace mpn::app {

/// Where bytes come from.
class source {
 public:
  source() = default;
  source(const source&) = delete;
  source& operator=(const source&) = delete;
  virtual ~source() = default;

  /// Waits for at least one byte, stores at most `size` of them at `to` and returns how many; 0 is
  /// the end.
  virtual result<std::size_t, std::error_code> read(char* to, std::size_t size) = 0;
};

/// Where bytes go to.
class sink {
 public:
  sink() = default;
  sink(const sink&) = delete;
  sink& operator=(const sink&) = delete;
  virtual ~sink() = default;

  /// Hands over all of `bytes`; an error means that some of them did not arrive.
  virtual std::error_code write(std::string_view bytes) = 0;

  /// Ends it, once, when nothing more is to come; an error means that not all of what was written
  /// arrived after all.
  virtual std::error_code finish() { return {}; }
};

/// Collects small pieces into large writes. The first error sticks: whatever is put after it is
/// dropped, so that a writer need not ask after every piece.
class output {
 public:
  explicit output(sink& to) : to_{to}, buffer_(capacity) {}

  void put(char c) { *room(1) = c, ++used_; }
  void put(std::string_view bytes) {
    if (bytes.size() > capacity - used_) return put_after_flush(bytes);
    filled(copy_text(bytes, buffer_.data() + used_));
  }

  /// Space for `size` bytes (at most `capacity`), of which `filled` says how many were used.
  [[nodiscard]] char* room(std::size_t size) {
    if (capacity - used_ < size) flush();
    return buffer_.data() + used_;
  }
  void filled(const char* end) { used_ = static_cast<std::size_t>(end - buffer_.data()); }

  /// Hands everything over, so that a reader at the other end sees it now.
  void flush();
  [[nodiscard]] std::error_code error() const { return error_; }

  /// Large enough that a write costs little per byte, small enough to stay in the processor's
  /// cache.
  static constexpr std::size_t capacity = std::size_t{64} * 1024;

 private:
  void put_after_flush(std::string_view bytes);

  sink& to_;
  std::vector<char> buffer_;
  std::size_t used_{};
  std::error_code error_;
};

/// The text of a source as UTF-8, a stretch at a time: what was read and not yet taken is always
/// one piece of memory. UTF-8 with or without a byte order mark and UTF-16 with one are read; the
/// mark is not part of the text.
class input {
 public:
  /// `before_waiting` is called each time more has to be read.
  input(source& from, std::function<void()> before_waiting)
      : from_{from}, before_waiting_{std::move(before_waiting)} {}

  /// The text at hand; valid until `more` is called.
  [[nodiscard]] std::string_view ahead() const {
    return {buffer_.data() + taken_, buffer_.size() - taken_};
  }
  void take(std::size_t size) { taken_ += size; }

  /// Appends at least a byte to what is at hand; false when there is none, at the end or because of
  /// an error.
  bool more();
  /// Whether all of the text was read; after an error, nobody knows what would have come.
  [[nodiscard]] bool at_end() const { return ended_ && !error_; }
  [[nodiscard]] std::error_code error() const { return error_; }
  /// Whether the input began with a byte order mark; known once something was read.
  [[nodiscard]] bool had_mark() const {
    return encoding_ != encoding::unknown && encoding_ != encoding::utf8;
  }

 private:
  enum class encoding { unknown, utf8, utf8_marked, utf16_little, utf16_big };

  void recognise();
  void decode_utf16();

  source& from_;
  std::function<void()> before_waiting_;
  std::string buffer_;
  std::string
      undecoded_;  // UTF-16 as it came, less than a whole character of it kept for the next time
  std::size_t taken_{};
  encoding encoding_{encoding::unknown};
  bool ended_{};
  std::error_code error_;
};

}  // namespace mpn::app
