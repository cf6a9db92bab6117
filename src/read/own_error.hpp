// Errors that an earlier run of this program wrote.
#pragma once

#include <string_view>

namespace mpn::app {

/// Whether the JSON text of a member `renewal` is an error as this program writes them, in any
/// layout.
[[nodiscard]] bool is_own_error(std::string_view renewal);

/// Whether the value of a cell is an error as this program writes them: a code, a colon and a
/// sentence.
[[nodiscard]] bool is_own_error_cell(std::string_view value);

}  // namespace mpn::app
