#include "text/wrap.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace mpn::app {

std::string wrapped(std::string_view text, std::size_t indent, std::size_t start) {
  std::string lines;
  std::size_t column = start;
  bool line_is_empty = true;
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(word.size() + 1, text.size()));
    const std::size_t width = display_width(word);
    if (!line_is_empty && column + 1 + width > page_width) {
      lines += '\n';
      lines.append(indent, ' ');
      column = indent;
      line_is_empty = true;
    }
    if (!line_is_empty) {
      lines += ' ';
      ++column;
    }
    lines += word;
    column += width;
    line_is_empty = false;
  }
  return lines;
}

}  // namespace mpn::app
