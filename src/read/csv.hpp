// CSV in (RFC 4180, with comma, semicolon or tab), every byte kept.
//
// A quote at the beginning of a field opens a quoted one, in which a doubled quote is a quote and a
// line break is text; a quote inside an unquoted field is itself. A quoted field that is not closed
// within 64 KiB makes its first line a malformed record, and reading goes on at the next line: a
// stray quote costs a line, not the file.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "io/streams.hpp"
#include "read/field_names.hpp"
#include "read/line_reader.hpp"
#include "record/record.hpp"

namespace mpn::app {

/// How far a row reaches in a text that may go on.
struct row_extent {
  enum class state : std::uint8_t { complete, incomplete, unclosed };
  state found;
  std::size_t end{};  ///< when complete: where its line end is, or the end of the text
  bool plain{};       ///< it has neither quotes nor anything else that is special anywhere
};

/// Measures the row at the front of `text`; with `at_end`, nothing comes behind it.
[[nodiscard]] row_extent measure_row(std::string_view text, char delimiter, bool at_end);

/// Splits a row that measure_row() found complete. Values that are not in `row` as they are, are
/// put into `storage`.
void split_row(std::string_view row, char delimiter, std::vector<cell>& cells,
               std::string& storage);

class csv_reader final : public reader {
 public:
  /// Reads what follows `header`, which ends `lines_before` lines into the input.
  csv_reader(input& from, const field_names& fields, columns header, std::uint64_t lines_before);
  bool read(record& next) override;
  [[nodiscard]] const bilingual* broken() const override { return broken_ ? &*broken_ : nullptr; }
  [[nodiscard]] const columns& header() const { return header_; }

 private:
  enum class row_state : std::uint8_t { end, read, unclosed, too_long };

  row_state take_row(record& next);
  row_state take_first_line(record& next, row_state why);
  [[nodiscard]] bool kept_cells_are_text() const;
  void find_fields(record& next);

  input& from_;
  const field_names& fields_;
  columns header_;
  std::uint64_t lines_;
  std::vector<std::size_t> date_columns_;  // in order of precedence
  std::vector<std::size_t> date_ranks_;    // of each of them
  std::vector<std::size_t> name_columns_;
  std::size_t replaced_{};  // how many of the columns are `renewal.…`
  std::vector<cell> cells_;
  std::string unquoted_;
  std::string excerpt_;
  std::optional<failure> defect_;
  std::optional<bilingual> broken_;
};

/// A header looked for at the front of a text.
struct header_search {
  std::optional<columns> found;
  std::size_t skipped{};  ///< when there is none: how far the lines reach that may stand before one
  bool incomplete{};      ///< what there is of the text may be the beginning of one
};

/// Looks for a header that has a column for the date; the lines before it that are no records
/// belong to it.
[[nodiscard]] header_search find_header(std::string_view text, bool at_end,
                                        const field_names& fields);

}  // namespace mpn::app
