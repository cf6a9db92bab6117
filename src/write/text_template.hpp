// A text with placeholders.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "io/output_buffer.hpp"

namespace mpn::app {

/// A text that is filled in for each record. The placeholder of a value is as long as the value, so
/// that filling it in moves no line fold; a fold may split it. It repeats a control character
/// that stands for the value and occurs nowhere else in the text.
class text_template {
 public:
  /// What the placeholder of the value with the number `value`, from 0 to 17, is made of.
  [[nodiscard]] static constexpr char mark(std::size_t value) {
    return static_cast<char>(first_mark + value);
  }

  /// `sizes` are those of the values.
  text_template(std::string_view text, std::span<const std::size_t> sizes);

  /// Writes the text with `values` in place of their placeholders.
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
