// JSON as text: strings escaped, and white space between tokens taken out.
#pragma once

#include <string>
#include <string_view>

namespace mpn::app {

/// Appends valid UTF-8 `text` as a JSON string, with its quotes.
void append_json_string(std::string& to, std::string_view text);

/// A JSON text without the white space between its tokens.
[[nodiscard]] std::string compacted(std::string_view json);

}  // namespace mpn::app
