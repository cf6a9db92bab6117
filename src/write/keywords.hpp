// The words of the machine formats, the same in every language.
#pragma once

#include <string_view>

#include "mpn/schedule.hpp"

namespace mpn::app {

[[nodiscard]] std::string_view to_string(phase p);
[[nodiscard]] std::string_view to_string(extension_status status);
[[nodiscard]] std::string_view to_string(extension_reason reason);

}  // namespace mpn::app
