// The help, the usage and the version.
#pragma once

#include "io/output_buffer.hpp"
#include "text/message.hpp"

namespace mpn::app {

/// How the program is called: two lines.
[[nodiscard]] std::string_view synopsis(language lang);

/// The synopsis, one example and where the help is: for a terminal, when there is nothing to do.
[[nodiscard]] std::string short_usage(language lang);

void put_help(output_buffer& to, language lang);
void put_version(output_buffer& to);

}  // namespace mpn::app
