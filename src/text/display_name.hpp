// What people call an offer.
#pragma once

#include <algorithm>
#include <string_view>

#include "mpn/catalogue.hpp"
#include "text/message.hpp"

namespace mpn::app {

// Every entry has a Korean name.
static_assert(std::all_of(catalogue.begin(), catalogue.end(), [](const competency& entry) {
  return entry.korean.begin() != entry.korean.end();
}));

/// The name of an entry of the catalogue: its canonical English or its usual Korean one.
[[nodiscard]] inline std::string_view display_name(const competency& entry, language lang) {
  return lang == language::korean ? *entry.korean.begin() : entry.name;
}

}  // namespace mpn::app
