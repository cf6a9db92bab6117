// The one word wrapper.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace mpn::app {

/// The widest line of help, usage and the page, in display columns: one less than a terminal of 80.
inline constexpr std::size_t page_width = 79;

/// `text` broken at spaces into lines of at most page_width display columns; a longer word gets a
/// line of its own. Every line but the first is indented by `indent` columns; the first one starts
/// at column `start`. The last line has no line end.
[[nodiscard]] std::string wrapped(std::string_view text, std::size_t indent, std::size_t start);

}  // namespace mpn::app
