#include "write/formats.hpp"

#include <algorithm>
#include <string>

#include "text/ascii.hpp"

namespace mpn::app {

const output_format* format_for_file(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos) return nullptr;
  std::string suffix{name.substr(dot)};
  std::transform(suffix.begin(), suffix.end(), suffix.begin(), lower_case);
  for (const output_format* const format : output_formats)
    if (std::ranges::count(format->suffixes, suffix) != 0) return format;
  return nullptr;
}

}  // namespace mpn::app
