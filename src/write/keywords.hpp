// The words of the machine formats, the same in every language.
#pragma once

#include <array>
#include <string_view>

#include "mpn/schedule.hpp"

namespace mpn::app {

namespace keywords {
inline constexpr std::array<std::string_view, 5> phases{"active", "reminded", "open", "last_call",
                                                        "lapsed"};
inline constexpr std::array<std::string_view, 3> statuses{"eligible", "not_eligible", "unknown"};
inline constexpr std::array<std::string_view, 6> reasons{
    "in_range",     "not_covered", "out_of_range", "competency_not_given", "excluded_competency",
    "not_published"};
}  // namespace keywords

[[nodiscard]] constexpr std::string_view to_string(phase p) {
  return keywords::phases[static_cast<std::size_t>(p)];
}
[[nodiscard]] constexpr std::string_view to_string(extension_status status) {
  return keywords::statuses[static_cast<std::size_t>(status)];
}
[[nodiscard]] constexpr std::string_view to_string(extension_reason reason) {
  return keywords::reasons[static_cast<std::size_t>(reason)];
}

static_assert(to_string(phase::last_call) == "last_call");
static_assert(to_string(extension_status::unknown) == "unknown");
static_assert(to_string(extension_reason::not_published) == "not_published");

}  // namespace mpn::app
