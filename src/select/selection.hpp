// The stages between evaluation and writer.
#pragma once

#include <optional>

#include "select/only.hpp"
#include "select/sort.hpp"

namespace mpn::app {

/// Which records are written, and in which order.
struct select_settings {
  std::optional<phase_set> only;  ///< needs an as-of day
  bool sorted{};
};

/// The chain of stages that ends at a writer.
class selection {
 public:
  selection(writer& last, const select_settings& settings) : first_{&last} {
    if (settings.sorted) first_ = &sort_.emplace(*first_);
    if (settings.only) first_ = &only_.emplace(*first_, *settings.only);
  }
  selection(const selection&) = delete;  // its stages point to each other
  selection& operator=(const selection&) = delete;

  [[nodiscard]] writer& first() { return *first_; }

 private:
  writer* first_;
  std::optional<sort_writer> sort_;
  std::optional<only_writer> only_;
};

}  // namespace mpn::app
