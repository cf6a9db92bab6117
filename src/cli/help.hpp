// What is printed as it is: help, version, the catalogue and the schema.
#pragma once

#include "cli/options.hpp"
#include "io/streams.hpp"
#include "text/message.hpp"

namespace mpn::app {

void put_help(output& to, language spoken);
void put_version(output& to);
/// The catalogue, one name a line or, in a JSON format, with all that is known of each.
void put_catalogue(output& to, const options& asked);
/// The JSON Schema (2020-12) that every JSON output satisfies.
void put_schema(output& to);

/// How the program is called, in two lines.
[[nodiscard]] std::string_view synopsis(language spoken);

}  // namespace mpn::app
