// What people call an offer.
#pragma once

#include <string_view>

#include "mpn/catalogue.hpp"
#include "text/message.hpp"

namespace mpn::app {

/// The name of an entry of the catalogue: its canonical English or its usual Korean one.
[[nodiscard]] inline std::string_view display_name(const competency& entry, language in) {
  const bool has_korean = entry.korean.begin() != entry.korean.end();
  return in == language::korean && has_korean ? *entry.korean.begin() : entry.name;
}

}  // namespace mpn::app
