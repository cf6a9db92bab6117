// What the program prints besides schedules: the files that are installed with it, and the
// catalogue.
#pragma once

#include <string_view>

#include "io/output_buffer.hpp"
#include "text/message.hpp"
#include "write/formats.hpp"

namespace mpn::app {

/// The man page or the completions for a shell, byte for byte the file that is installed. `name` is
/// one of the choices of --generate; only the man page exists in Korean.
void put_generated(output_buffer& to, std::string_view name, language lang);

/// The JSON Schema (draft 2020-12) that every JSON output satisfies.
void put_schema(output_buffer& to);

/// The catalogue: one name per line or, for json and ndjson, everything known about each entry.
void put_catalogue(output_buffer& to, const output_format* format, language lang);

}  // namespace mpn::app
