// Text from outside in HTML.
#pragma once

#include <string_view>

#include "io/output_buffer.hpp"

namespace mpn::app {

/// Writes `text` as the content of an element or between the double quotes of an attribute:
/// & < > " ' are references, and controls are shown as escaped() shows them.
void put_html_text(output_buffer& to, std::string_view text);

}  // namespace mpn::app
