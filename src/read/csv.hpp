// CSV in, every byte kept. A stray quote costs one line, not the rest of the file: see csv_row.hpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "io/input_buffer.hpp"
#include "read/csv_row.hpp"
#include "read/field_names.hpp"
#include "record/record.hpp"

namespace mpn::app {

class csv_reader final : public reader {
 public:
  /// Reads the rows that follow `header`, which ends after `lines_before` lines of the input.
  csv_reader(input_buffer& from, const field_names& fields, table_header header,
             std::uint64_t lines_before);
  bool read(record& next) override;
  [[nodiscard]] const input_error* error() const override { return error_ ? &*error_ : nullptr; }
  [[nodiscard]] const table_header& header() const { return header_; }

 private:
  enum class row_state : std::uint8_t { end, complete, unclosed, too_long };
  /// A column that is read, and its rank in field_names.
  struct ranked_column {
    std::size_t column;
    std::size_t rank;
  };

  row_state read_row(record& next);
  row_state give_up_row(record& next, row_state why);
  void consume(std::size_t size);
  void shorten_row(table_row& row);
  [[nodiscard]] std::size_t renewal_cells_at_end();
  [[nodiscard]] std::optional<record_error> find_defect(const table_row& row) const;
  void find_fields(record& next);
  [[nodiscard]] bool has_only_own_error() const;

  input_buffer& from_;
  const field_names& fields_;
  table_header header_;
  row_measure rows_;
  std::uint64_t lines_;
  per_role<std::vector<ranked_column>> columns_;  // in order of precedence
  std::size_t kept_columns_{};
  std::string_view text_;  // of the row
  row_fields row_fields_;
  std::vector<cell> cells_;
  std::vector<cell> last_cells_;  // of a row that is too long
  std::string unquoted_;
  std::string excerpt_;
  std::optional<input_error> error_;
};

}  // namespace mpn::app
