// Input taken apart into lines.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "io/streams.hpp"
#include "text/message.hpp"

namespace mpn::app {

/// The longest record that is read.
inline constexpr std::size_t longest_record = std::size_t{1024} * 1024;

/// How much of a record that could not be read is shown.
inline constexpr std::size_t longest_excerpt = 200;

/// What is said of a record that is longer, or that is not text.
inline constexpr plain_phrase record_too_long{"longer than 1 MiB", "1MiB보다 깁니다"};
inline constexpr plain_phrase record_not_text{
    "not UTF-8 text; in Excel, save as \"CSV UTF-8\"",
    "UTF-8 텍스트가 아닙니다. Excel에서는 \"CSV UTF-8\"로 저장하십시오"};

/// Where the text of a line ends that ends at `end`: a carriage return belongs to the line's end.
[[nodiscard]] inline std::size_t end_of_text(std::string_view ahead, std::size_t end) {
  return ahead.substr(0, end).ends_with('\r') ? end - 1 : end;
}

/// One line and what ends it: "\n", "\r\n" or, at the end of the input, nothing.
struct raw_line {
  std::uint64_t number{};
  std::string_view text;
  std::string_view end;
  bool too_long{};  ///< `text` is only its beginning; the rest has been passed over
};

/// Brings line after line; each is valid until the next.
class line_splitter {
 public:
  explicit line_splitter(input& from) : from_{from} {}

  bool next(raw_line& line);

 private:
  void pass_over_long_line(raw_line& line);

  input& from_;
  std::uint64_t lines_{};
  std::string excerpt_;
};

}  // namespace mpn::app
