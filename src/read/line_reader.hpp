// Input as lines.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "io/input_buffer.hpp"

namespace mpn::app {

/// The end of the text of a line whose line feed is at `line_feed`: a carriage return before it
/// belongs to the line end.
[[nodiscard]] inline std::size_t end_of_line_text(std::string_view text, std::size_t line_feed) {
  return text.substr(0, line_feed).ends_with('\r') ? line_feed - 1 : line_feed;
}

/// A line and its end: "\n", "\r\n" or, at the end of the input, nothing.
struct input_line {
  std::uint64_t number{};
  std::string_view text;
  std::string_view end;
  bool too_long{};  ///< `text` is only its beginning, a little more than limits::excerpt; the rest
                    ///< was skipped
};

/// Reads line after line; each is valid until the next one is read.
class line_reader {
 public:
  explicit line_reader(input_buffer& from) : from_{from} {}

  /// Reads the next line that is not blank; false when there is none.
  bool read(input_line& line);

 private:
  bool read_any(input_line& line);
  void skip_long_line(input_line& line);

  input_buffer& from_;
  std::uint64_t lines_{};
  std::string excerpt_;
};

}  // namespace mpn::app
