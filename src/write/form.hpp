// A text with blanks to fill in.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "io/output_buffer.hpp"

namespace mpn::app {

/// A text that is the same for many records but for a few values, each of a fixed size. Where a
/// value goes, the text has a blank: as many bytes as the value has, each the control character
/// that stands for the value and that no other text has. Line ends may cut a blank in pieces.
class form {
 public:
  /// What a blank for the value with the number `value`, from 0 to 17, is made of.
  [[nodiscard]] static constexpr char mark(std::size_t value) {
    return static_cast<char>(first_mark + value);
  }

  /// `sizes` are those of the values.
  form(std::string_view text, std::span<const std::size_t> sizes);

  /// Writes the text with `values` in place of their blanks.
  void fill(output_buffer& to, std::span<const std::string_view> values) const;

 private:
  static constexpr std::size_t first_mark = 0x0E;  // after the line ends
  static constexpr std::size_t last_mark = 0x1F;

  /// A text and the part of a value that follows it.
  struct piece {
    std::string text;
    std::size_t value;
    std::size_t from;
    std::size_t size;
  };

  std::vector<piece> pieces_;
  std::string rest_;
};

}  // namespace mpn::app
