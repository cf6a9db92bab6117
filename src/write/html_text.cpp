#include "write/html_text.hpp"

#include <algorithm>
#include <string>

#include "text/utf8.hpp"

namespace mpn::app {

namespace {

// The reference for a character that HTML gives a meaning to; nothing for any other.
std::string_view html_reference(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      return {};
  }
}

}  // namespace

void put_html_text(output_buffer& to, std::string_view text) {
  const std::string safe = escaped(text);
  for (std::string_view rest = safe; !rest.empty();) {
    const std::size_t plain = std::min(rest.find_first_of("&<>\"'"), rest.size());
    to.put(rest.substr(0, plain));
    rest.remove_prefix(plain);
    if (rest.empty()) return;
    to.put(html_reference(rest.front()));
    rest.remove_prefix(1);
  }
}

}  // namespace mpn::app
