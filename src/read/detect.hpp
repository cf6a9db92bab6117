// What the records of an input are, told by its beginning.
#pragma once

#include <memory>
#include <optional>

#include "io/streams.hpp"
#include "read/field_names.hpp"
#include "record/record.hpp"

namespace mpn::app {

/// The shapes in which records come.
enum class input_shape : std::uint8_t { plain_lines, csv, json_lines, json_object, json_array };

/// A reader for an input, and what it found.
struct recognised {
  input_shape shape{};
  std::unique_ptr<reader> records;
  const columns* header{};  ///< what rows stand under; nullptr for JSON
};

/// Looks at the beginning of `from` and takes what is no record off it. The error is one of usage:
/// columns without a date among them, or one that contradicts -a.
[[nodiscard]] result<recognised, bilingual> recognise(input& from, const options& asked,
                                                      const field_names& fields);

}  // namespace mpn::app
