// Detects the format of an input from its first bytes.
#pragma once

#include <memory>
#include <optional>

#include "io/input_buffer.hpp"
#include "read/field_names.hpp"
#include "record/record.hpp"

namespace mpn::app {

/// An input whose format is known.
struct detected_input {
  input_format format{};
  std::unique_ptr<reader> records;
  const table_header* header{};  ///< of its rows; nullptr for JSON
  std::optional<input_note> note{};
};

/// Detects the format of `from`, unless `settings` have one, and consumes what precedes the first
/// record. The error is that of an input which is no text, of a first line which is neither a
/// record nor a header, or of a header which contradicts `settings`.
[[nodiscard]] result<detected_input, input_error> detect_format(input_buffer& from,
                                                                const read_settings& settings,
                                                                const field_names& fields);

}  // namespace mpn::app
