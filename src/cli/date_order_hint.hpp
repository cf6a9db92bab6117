// The closing hint for an input whose dates all fit one order of day and month.
#pragma once

#include <cstdint>
#include <string_view>

#include "cli/diagnostics.hpp"
#include "record/date_input.hpp"

namespace mpn::app {

/// Counts the dates of one input that are refused and have the year last.
class date_order_hint {
 public:
  date_order_hint(diagnostics& to, std::string_view file, date_order given)
      : to_{to}, file_{file}, given_{given} {}

  void add(const record_error& error);

  /// Suggests the order in which all of these dates are real days, if there is exactly one. A
  /// message about a single date may suggest it already.
  void finish();

 private:
  diagnostics& to_;
  std::string_view file_;
  date_order given_;
  std::uint64_t count_{};
  std::uint64_t fit_dmy_{};
  std::uint64_t fit_mdy_{};
};

}  // namespace mpn::app
