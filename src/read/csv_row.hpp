// Rows of CSV (RFC 4180; comma, semicolon or tab): how far one reaches, and its cells.
//
// A quote at the beginning of a field opens a quoted field: a doubled quote in it is a quote, and
// line breaks are text. A quote inside an unquoted field is itself.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "record/record.hpp"

namespace mpn::app {

/// How far a row reaches in a text that may continue.
struct row_extent {
  enum class state : std::uint8_t {
    complete,
    incomplete,  ///< its end is not in the text
    unclosed,    ///< a quoted field is not closed within limits::quoted_field
  };
  state found;
  std::size_t end{};  ///< when complete: the position of its line feed, or the end of the text
  bool needs_no_escaping{};  ///< it is printable ASCII without quotes and backslashes
};

/// Measures the row at the front of `text`; with `at_end`, the text is the end of the input.
[[nodiscard]] row_extent measure_row(std::string_view text, char delimiter, bool at_end);

/// Splits a complete row into `cells`. Values that do not stand in `row` as they are go to
/// `storage`.
void split_row(std::string_view row, char delimiter, std::vector<cell>& cells,
               std::string& storage);

}  // namespace mpn::app
