// What people call an offer.
#pragma once

#include <algorithm>
#include <string_view>

#include "mpn/offer.hpp"
#include "text/message.hpp"

namespace mpn::app {

// Every entry has a Korean name.
static_assert(std::all_of(catalogue.begin(), catalogue.end(), [](const competency& entry) {
  return entry.korean.begin() != entry.korean.end();
}));

/// The canonical English or the usual Korean name of an offer; empty if it was not given.
[[nodiscard]] inline std::string_view display_name(offer offer, language lang) {
  const competency* const entry = offer.entry();
  if (entry == nullptr) return {};
  return lang == language::korean ? *entry->korean.begin() : entry->name;
}

}  // namespace mpn::app
