// One record: what readers produce from bytes and writers turn into bytes again.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "record/errors.hpp"
#include "record/notes.hpp"

namespace mpn::app {

/// The last column that this program adds.
inline constexpr std::string_view error_column = "renewal.error";

/// The kind of a field's value. `other` is JSON that is not a string.
enum class field_kind : std::uint8_t { absent, text, other };

/// A member or a column that is read: its name as in the input and its value (of kind `other`: its
/// JSON text).
struct field {
  std::string_view name;
  std::string_view value;
  field_kind kind{field_kind::absent};
};

/// The header of a table; one object for all of its rows.
struct table_header {
  std::vector<std::string> names;  ///< unquoted
  std::vector<std::string> raw;    ///< as in the input; empty: the table has no header of its own
  std::vector<bool> is_renewal;    ///< for each column: it is one that this program adds
  std::size_t renewals_at_end{};   ///< how many of the last columns those are
  char delimiter{','};
  std::string preamble;  ///< the byte order mark and the lines before the header, as in the input
  std::string line_end{"\n"};  ///< of the header

  /// Whether the cells of the rows are CSV. Otherwise they are plain text, to be quoted where
  /// needed.
  [[nodiscard]] bool is_csv() const { return !raw.empty(); }
};

/// One cell of a row: its bytes as in the input, quotes included, and the text they stand for.
struct cell {
  std::string_view raw;
  std::string_view value;
};

/// A row of a table.
struct table_row {
  const table_header* header{};
  /// At least one for each column, unless the row is too long; no cells: it could not be split.
  std::span<const cell> cells;
  bool needs_no_escaping{};  ///< its text is printable ASCII without quotes and backslashes
  bool is_too_long{};        ///< it has more fields than the header: its last cell holds the rest

  /// Whether cell `i` is written again.
  [[nodiscard]] bool keeps(std::size_t i) const {
    return !header->is_renewal[i] || (is_too_long && i + 1 == cells.size());
  }
};

/// A JSON object, without any member called `renewal`.
struct object_text {
  std::string_view text;
  std::size_t insert_at{};  ///< where in `text` a further member goes
  bool has_members{};       ///< whether that member follows others
};

/// One record. Its views are valid until the reader is asked for the next record.
struct record {
  std::uint64_t line{};  ///< the number of its first line, from 1
  field date{};
  bool date_is_anniversary{};  ///< what the date means, by the field's name or the user's option
  bool date_may_be_anniversary{};  ///< its meaning is not given: it is read as the purchase date
  field competency{};
  field label{};                            ///< whose offer it is; only shown
  std::optional<record_error> malformed{};  ///< why it could not be read
  bool only_renewal{};          ///< it holds nothing but an error that this program wrote earlier
  std::string_view line_end{};  ///< as in the input
  std::variant<table_row, object_text> shape{};

  /// Makes the record empty, one member after the other: with a new record each time, csv to json
  /// takes 7 % more time.
  void clear() {
    line = 0;
    date = {};
    competency = {};
    label = {};
    date_is_anniversary = date_may_be_anniversary = only_renewal = false;
    malformed.reset();
    line_end = {};
    shape.emplace<table_row>();
  }
};

/// Produces the records of one input, one by one.
class reader {
 public:
  reader() = default;
  reader(const reader&) = delete;
  reader& operator=(const reader&) = delete;
  virtual ~reader() = default;

  /// Reads the next record into `next`, which is empty; false when there is no further one.
  virtual bool read(record& next) = 0;

  /// Why the input was not read to its end, or nullptr.
  [[nodiscard]] virtual const input_error* error() const { return nullptr; }

  /// What the records of the whole input lack; known after the last one.
  [[nodiscard]] virtual std::vector<input_note> notes() const { return {}; }
};

}  // namespace mpn::app
