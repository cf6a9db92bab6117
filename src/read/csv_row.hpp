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

/// Measures one row after another. Each byte is examined a few times at most: a row that is still
/// incomplete is continued, and what was learned about the text after a row that cannot be read
/// serves the rows that begin there.
class row_measure {
 public:
  explicit row_measure(char delimiter) : delimiter_{delimiter} {}

  /// Measures the row at the front of `text`. Since the last call, the text may have lost what was
  /// consumed and may have become longer.
  [[nodiscard]] row_extent measure(std::string_view text, bool at_end);

  /// The text loses its first `size` bytes: a row, or the first line of one that cannot be read.
  void consume(std::size_t size);

 private:
  /// How far a row was scanned.
  struct scan {
    std::size_t at{};
    std::size_t open{};  ///< in a quoted field: the position of its quote
    bool quoted{};
    bool starts_field{true};
    bool ended{};  ///< `at` is the line feed that ends the row
  };

  row_extent::state advance(scan& row, std::string_view text, bool at_end) const;

  char delimiter_;
  scan row_;    // of the row at the front
  scan ahead_;  // of an earlier row that could not be read, if it reached further
};

/// What split_row found beside the cells.
struct row_fields {
  std::size_t count{};
  bool all_blank{true};
};

/// Splits a complete row into `cells`, at most `most` of them; further fields are counted only.
/// Values that do not stand unchanged in `row` go to `storage`.
row_fields split_row(std::string_view row, char delimiter, std::vector<cell>& cells,
                     std::string& storage, std::size_t most = SIZE_MAX);

/// The position of the field with this index in a row that has it.
[[nodiscard]] std::size_t field_start(std::string_view row, char delimiter, std::size_t index);

}  // namespace mpn::app
