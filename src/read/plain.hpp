// Plain lines in: DATE, DATE COMPETENCY or DATE,COMPETENCY.
#pragma once

#include <array>
#include <string>

#include "read/field_names.hpp"
#include "read/line_reader.hpp"
#include "record/record.hpp"

namespace mpn::app {

/// The record of one plain line, or of the arguments joined by blanks.
class plain_record {
 public:
  explicit plain_record(bool dates_are_anniversaries);

  /// Parses the valid text of a line into the fields and the shape of `next`; valid until the next
  /// one. `plain`: the line needs no escaping.
  void parse(std::string_view line, bool plain, record& next);

  /// The header that the records have: date and competency.
  [[nodiscard]] const table_header& header() const { return header_; }

 private:
  bool dates_are_anniversaries_;
  table_header header_;
  std::array<cell, 2> cells_;
  std::array<std::string, 2> unquoted_;
};

class plain_reader final : public reader {
 public:
  plain_reader(input_buffer& from, const read_settings& settings)
      : lines_{from}, parsed_{settings.dates_are_anniversaries} {}
  bool read(record& next) override;
  [[nodiscard]] const table_header& header() const { return parsed_.header(); }

 private:
  line_reader lines_;
  plain_record parsed_;
};

}  // namespace mpn::app
