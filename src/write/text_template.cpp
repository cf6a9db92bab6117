#include "write/text_template.hpp"

#include <algorithm>

namespace mpn::app {

text_template::text_template(std::string_view text, std::span<const std::size_t> sizes) {
  const auto is_mark = [](char c) {
    return first_mark <= static_cast<unsigned char>(c) &&
           static_cast<unsigned char>(c) <= last_mark;
  };
  std::vector<std::size_t> filled(sizes.size());  // how much of each value
  for (;;) {
    const auto placeholder = std::find_if(text.begin(), text.end(), is_mark);
    const std::string_view before =
        text.substr(0, static_cast<std::size_t>(placeholder - text.begin()));
    text.remove_prefix(before.size());
    if (text.empty()) {
      rest_ = before;
      return;
    }
    const std::size_t value = static_cast<unsigned char>(text.front()) - first_mark;
    const std::size_t end = std::min(text.find_first_not_of(text.front()), text.size());
    pieces_.push_back({std::string{before}, value, filled[value], end});
    filled[value] = (filled[value] + end) % sizes[value];
    text.remove_prefix(end);
  }
}

void text_template::fill(output_buffer& to, std::span<const std::string_view> values) const {
  for (const piece& each : pieces_) {
    to.put(each.text);
    to.put(values[each.value].substr(each.from, each.size));
  }
  to.put(rest_);
}

}  // namespace mpn::app
