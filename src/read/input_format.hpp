// The formats of an input.
#pragma once

#include <cstdint>

namespace mpn::app {

enum class input_format : std::uint8_t { plain_lines, csv, json_lines, json_object, json_array };

}  // namespace mpn::app
