// The words of the machine formats, the same in every language.
#pragma once

#include <array>
#include <string_view>

#include "mpn/schedule.hpp"

namespace mpn::app {

[[nodiscard]] constexpr std::string_view to_string(phase p) {
  constexpr std::array<std::string_view, 5> keywords{"active", "reminded", "open", "last_call",
                                                     "lapsed"};
  return keywords[static_cast<std::size_t>(p)];
}

[[nodiscard]] constexpr std::string_view to_string(extension_status status) {
  constexpr std::array<std::string_view, 3> keywords{"eligible", "not_eligible", "unknown"};
  return keywords[static_cast<std::size_t>(status)];
}

[[nodiscard]] constexpr std::string_view to_string(extension_reason reason) {
  constexpr std::array<std::string_view, 6> keywords{
      "in_range",     "not_covered", "out_of_range", "competency_not_given", "excluded_competency",
      "not_published"};
  return keywords[static_cast<std::size_t>(reason)];
}

static_assert(to_string(phase::last_call) == "last_call");
static_assert(to_string(extension_status::unknown) == "unknown");
static_assert(to_string(extension_reason::not_published) == "not_published");

}  // namespace mpn::app
