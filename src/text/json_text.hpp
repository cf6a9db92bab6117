// JSON text: escaped strings, and compact layout.
#pragma once

#include <string>
#include <string_view>

namespace mpn::app {

/// Appends the valid UTF-8 `text` as a JSON string with its quotes.
void append_json_string(std::string& to, std::string_view text);

/// The valid JSON text `json` without the white space between its tokens.
[[nodiscard]] std::string compact_json(std::string_view json);

}  // namespace mpn::app
