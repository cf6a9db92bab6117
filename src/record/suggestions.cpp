#include "record/suggestions.hpp"

#include "mpn/find_competency.hpp"
#include "text/nearest.hpp"

namespace mpn::app {

std::vector<const competency*> suggestions_for(std::string_view name) {
  const folded_name folded{name};
  const std::string_view wanted = mpn::detail::without_level(folded.view());
  constexpr std::size_t shortest_part = 4;
  nearest_match<competency> nearest{wanted};
  std::vector<const competency*> containing;
  mpn::detail::for_each_name([&](std::string_view spelling, const competency& entry) {
    const folded_name candidate{spelling};
    nearest.offer(candidate.view(), entry);
    if (wanted.size() < shortest_part || candidate.view().find(wanted) == std::string_view::npos)
      return;
    if (containing.empty() || containing.back() != &entry) containing.push_back(&entry);
  });
  if (nearest.best() != nullptr) return {nearest.best()};
  if (containing.size() > 1) return {};
  return containing;
}

}  // namespace mpn::app
