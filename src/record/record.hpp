// What readers make of bytes and writers make bytes of: one record, as it came.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "record/errors.hpp"

namespace mpn::app {

/// The header that the rows of a table stand under; the same object for all of them.
struct columns {
  std::vector<std::string> names;  ///< unquoted
  std::vector<std::string> raw;    ///< as they came
  std::vector<bool>
      replaced;  ///< for each: it is a `renewal` that came in, which ours takes the place of
  std::size_t replaced_at_end{};  ///< how many of the last columns are
  char delimiter{','};
  std::string preamble;  ///< the lines before the header that are no records, with the byte order
                         ///< mark, as they came
  std::string line_end{"\n"};  ///< of the header

  /// Whether cell `i` of a row with `cells` of them goes out again. Behind a row that is too long
  /// stand, if anything, our own: they are its last cells, not those under their names.
  [[nodiscard]] bool keeps(std::size_t i, std::size_t cells) const {
    if (cells <= names.size()) return !replaced[i];
    return i < cells - replaced_at_end && (i >= names.size() - replaced_at_end || !replaced[i]);
  }
};

/// One cell of a row: its bytes as they came, quotes included, and what they say.
struct cell {
  std::string_view raw;
  std::string_view value;
};

/// What the value of a field is; `other` is JSON that is no string.
enum class field_kind : std::uint8_t { absent, text, other };

/// A member or a column that is read: its name as it came, and its value (of another type: its JSON
/// text).
struct field {
  std::string_view name;
  std::string_view value;
  field_kind kind{field_kind::absent};

  void set(std::string_view new_name, std::string_view new_value, field_kind new_kind) {
    name = new_name;
    value = new_value;
    kind = new_kind;
  }
};

/// One record. The views live until the reader is asked for the next.
struct record {
  std::uint64_t line{};  ///< the number of its first line, from 1
  field date;
  bool date_is_anniversary{};  ///< what the date says, by its name or by the user's word
  field name;                  ///< of the competency
  const failure* defect{};     ///< why it could not be read; nullptr when it could
  std::string_view text;       ///< its bytes as they came; for a JSON object without any `renewal`
  std::string_view line_end;   ///< behind it, as it came
  const columns* header{};     ///< of a row; nullptr: a JSON object
  bool is_plain{};             ///< `text` is printable ASCII without quotes and backslashes
  std::span<const cell>
      cells;                ///< of a row that could be taken apart; those at its end may be missing
  bool only_renewal{};      ///< it holds nothing but a `renewal`, and `text` is all of it
  std::size_t insert_at{};  ///< of a JSON object: where in `text` a further member goes
  bool has_members{};       ///< of a JSON object: whether that member follows others

  /// Forgets all; one by one, because a whole record made anew and copied costs more than reading a
  /// short row.
  void clear() {
    line = 0;
    date.set({}, {}, field_kind::absent);
    name.set({}, {}, field_kind::absent);
    date_is_anniversary = is_plain = only_renewal = has_members = false;
    defect = nullptr;
    text = {};
    line_end = {};  // not both at once: GCC would load as one what it has just stored as two, and
                    // wait for that
    header = nullptr;
    cells = {};
    insert_at = 0;
  }
};

/// Brings the records of one input, one by one.
class reader {
 public:
  reader() = default;
  reader(const reader&) = delete;
  reader& operator=(const reader&) = delete;
  virtual ~reader() = default;

  /// Brings the next record into `next`; false when there is none.
  virtual bool read(record& next) = 0;

  /// Why the input could not be read to its end, if so.
  [[nodiscard]] virtual const bilingual* broken() const { return nullptr; }
};

}  // namespace mpn::app
