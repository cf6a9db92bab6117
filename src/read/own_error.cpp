#include "read/own_error.hpp"

#include <algorithm>
#include <array>

#include "read/json_parser.hpp"
#include "record/errors.hpp"

namespace mpn::app {

namespace {

bool is_error_code(std::string_view text) {
  for (auto code = error_code{};; code = static_cast<error_code>(static_cast<int>(code) + 1)) {
    if (to_string(code) == text) return true;
    if (code == error_code::malformed_record) return false;
  }
}

// Reads the JSON texts of the members of the object `text` by their names, each at most once; false
// if there is anything else.
template <std::size_t size>
bool read_members(std::string_view text, const std::array<std::string_view, size>& names,
                  std::array<std::string_view, size>& values) {
  json_parser parser;
  if (parser.parse(text)) return false;
  for (const json_member& m : parser.members()) {
    const std::string_view key = text.substr(m.key + 1, m.key_end - m.key - 2);
    const auto name = std::find(names.begin(), names.end(), key);
    if (name == names.end()) return false;
    std::string_view& value = values[static_cast<std::size_t>(name - names.begin())];
    if (!value.empty()) return false;
    value = text.substr(m.value, m.value_end - m.value);
  }
  return true;
}

}  // namespace

bool is_own_error(std::string_view renewal) {
  std::array<std::string_view, 2> outer{};
  std::array<std::string_view, 4> inner{};
  if (!read_members<2>(renewal, {"schema_version", "error"}, outer) || outer[0] != "1" ||
      !read_members<4>(outer[1], {"code", "message", "field", "input"}, inner))
    return false;
  const auto is_string = [](std::string_view value) { return value.starts_with('"'); };
  const auto may_be_string = [&](std::string_view value) {
    return value.empty() || is_string(value);
  };
  return is_string(inner[0]) && is_error_code(inner[0].substr(1, inner[0].size() - 2)) &&
         is_string(inner[1]) && may_be_string(inner[2]) && may_be_string(inner[3]);
}

bool is_own_error_cell(std::string_view value) {
  const std::size_t colon = value.find(": ");
  return colon != std::string_view::npos && is_error_code(value.substr(0, colon));
}

}  // namespace mpn::app
