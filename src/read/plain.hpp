// Plain lines in: DATE, DATE COMPETENCY or DATE,COMPETENCY.
#pragma once

#include <array>
#include <optional>
#include <string>

#include "cli/options.hpp"
#include "read/line_reader.hpp"
#include "record/record.hpp"

namespace mpn::app {

/// The columns that a date and a name without a header of their own stand under.
[[nodiscard]] columns plain_columns(bool anniversary_given);

class plain_reader final : public reader {
 public:
  plain_reader(input& from, const options& asked);
  bool read(record& next) override;
  [[nodiscard]] const columns& header() const { return header_; }

 private:
  line_splitter lines_;
  columns header_;
  bool anniversary_given_;
  std::array<cell, 2> cells_;
  std::array<std::string, 2> unquoted_;
  std::array<std::string, 2> quoted_;
  std::optional<failure> defect_;
};

}  // namespace mpn::app
