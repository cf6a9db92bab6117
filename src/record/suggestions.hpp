// Did you mean …? for the names of competencies.
#pragma once

#include <string_view>
#include <vector>

#include "mpn/catalogue.hpp"

namespace mpn::app {

/// The entries that the writer of an unknown name probably meant: the nearest one, if at most a
/// third of its bytes is wrong; otherwise the first five, in the catalogue's order, that contain
/// what was typed.
[[nodiscard]] std::vector<const competency*> suggestions_for(std::string_view name);

}  // namespace mpn::app
