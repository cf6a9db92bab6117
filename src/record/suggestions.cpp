#include "record/suggestions.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "mpn/affixes.hpp"
#include "mpn/folded_name.hpp"
#include "text/nearest.hpp"

namespace mpn::app {

namespace {

// A name of the catalogue, folded.
struct searched_name {
  std::string folded;
  std::string bare;               // without affixes
  std::vector<bool> begins_word;  // for each byte of `folded`
  const competency* entry;

  searched_name(std::string_view name, const competency& of)
      : folded{folded_name{name}.view()},
        bare{without_affixes(folded)},
        begins_word(folded.size()),
        entry{&of} {
    for (std::size_t i = 0; i < name.size(); ++i)
      if (i == 0 || name[i - 1] == ' ' || name[i - 1] == '-')
        begins_word[folded_name{name.substr(0, i)}.view().size()] = true;
  }

  // Whether `typed` stands in one word or begins with a word: "SAP" is not in "Business
  // Applications".
  [[nodiscard]] bool contains(std::string_view typed) const {
    for (std::size_t at = folded.find(typed); at != std::string::npos;
         at = folded.find(typed, at + 1)) {
      const auto begin = begins_word.begin() + static_cast<std::ptrdiff_t>(at);
      const auto end = begin + static_cast<std::ptrdiff_t>(typed.size());
      if (*begin || std::find(begin, end, true) == end) return true;
    }
    return false;
  }
};

// The different names of the catalogue; most ids are names without the blanks.
std::vector<searched_name> all_searched_names() {
  std::vector<searched_name> names;
  for_each_name([&](std::string_view name, const competency& entry) {
    searched_name next{name, entry};
    if (names.empty() || names.back().folded != next.folded) names.push_back(std::move(next));
  });
  return names;
}

std::vector<const competency*> search_for(std::string_view name) {
  static const std::vector<searched_name> names = all_searched_names();
  constexpr std::size_t shortest_part = 2;
  constexpr std::size_t most = 5;
  const folded_name folded{name};
  const std::string_view typed = without_affixes(folded.view());
  nearest_match<competency> nearest{typed};
  for (const searched_name& known : names) {
    nearest.offer(known.bare, *known.entry);
    if (known.bare != known.folded)  // "Microsoft" may be the misspelt word
      nearest.offer(known.folded, *known.entry);
  }
  if (nearest.best() != nullptr) return {nearest.best()};

  std::vector<const competency*> containing;
  if (typed.size() < shortest_part) return containing;
  for (const searched_name& known : names) {
    if (containing.size() == most) break;
    if ((containing.empty() || containing.back() != known.entry) && known.contains(typed))
      containing.push_back(known.entry);
  }
  return containing;
}

}  // namespace

std::vector<const competency*> suggestions_for(std::string_view name) {
  // The same wrong name is usually wrong in many records, and a search takes longer than everything
  // else that is done for a record.
  constexpr std::size_t most_remembered = 1000;
  constexpr std::size_t longest_remembered = 256;
  static std::unordered_map<std::string, std::vector<const competency*>> remembered;
  if (name.size() > longest_remembered) return search_for(name);
  const std::string key{name};
  if (const auto found = remembered.find(key); found != remembered.end()) return found->second;
  if (remembered.size() == most_remembered) remembered.clear();
  return remembered.emplace(key, search_for(name)).first->second;
}

}  // namespace mpn::app
