// What the program prints besides schedules: the files that are installed with it, and the
// catalogue.
#pragma once

#include <optional>

#include "cli/options.hpp"
#include "io/streams.hpp"

namespace mpn::app {

/// The man page or the completions for a shell, byte for byte the file that is installed.
void put_generated(output& to, generated_file file);

/// The JSON Schema (draft 2020-12) that every JSON output satisfies.
void put_schema(output& to);

/// The catalogue: one English name per line or, for json and ndjson, everything known about each
/// entry.
void put_catalogue(output& to, std::optional<output_format> format);

}  // namespace mpn::app
