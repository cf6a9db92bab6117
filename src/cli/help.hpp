// What is printed as it is: help and version.
#pragma once

#include "cli/options.hpp"
#include "io/streams.hpp"
#include "text/message.hpp"

namespace mpn::app {

void put_help(output& to, language spoken);
void put_version(output& to);

/// How the program is called, in two lines.
[[nodiscard]] std::string_view synopsis(language spoken);

}  // namespace mpn::app
