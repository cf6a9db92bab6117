// Detects the format of an input from its first bytes.
#pragma once

#include <cstdint>
#include <memory>

#include "io/input_buffer.hpp"
#include "read/field_names.hpp"
#include "record/record.hpp"

namespace mpn::app {

enum class input_format : std::uint8_t { plain_lines, csv, json_lines, json_object, json_array };

/// An input whose format is known.
struct detected_input {
  input_format format{};
  std::unique_ptr<reader> records;
  const table_header* header{};  ///< of its rows; nullptr for JSON
};

/// Detects the format of `from` and consumes what precedes the first record. The error is that of a
/// first line which is neither a record nor a header, or that of a header which contradicts -a.
[[nodiscard]] result<detected_input, input_error> detect_format(input_buffer& from,
                                                                const read_settings& settings,
                                                                const field_names& fields);

}  // namespace mpn::app
