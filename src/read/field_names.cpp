#include "read/field_names.hpp"

#include <algorithm>
#include <array>

#include "text/nearest.hpp"
#include "text/utf8.hpp"

namespace mpn::app {

namespace {

using std::string_view;

struct known_date_name {
  string_view folded;
  date_meaning meaning;
};

// In order of precedence.
constexpr auto known_dates = std::to_array<known_date_name>({
    {"anniversary", date_meaning::anniversary},
    {"anniversarydate", date_meaning::anniversary},
    {"renewalstartdate", date_meaning::anniversary},
    {"갱신일", date_meaning::anniversary},
    {"갱신시작날짜", date_meaning::anniversary},
    {"purchasedate", date_meaning::purchase},
    {"purchased", date_meaning::purchase},
    {"dateofpurchase", date_meaning::purchase},
    {"competencystartdate", date_meaning::purchase},  // Partner Center's Insights export
    {"구매날짜", date_meaning::purchase},
    {"구매일", date_meaning::purchase},
    {"구매일자", date_meaning::purchase},
    {"date", date_meaning::unspecified},
    {"날짜", date_meaning::unspecified},
});
constexpr auto known_competencies = std::to_array<string_view>(
    {"competency", "competencyname", "offer", "offername", "역량", "역량이름", "제안"});
constexpr auto unclear_dates = std::to_array<string_view>(
    {"renewaldate", "expirationdate", "expirydate", "ad", "갱신날짜", "만료일"});

// The size of what `text` begins with and folding drops; 0 if it begins with something else.
std::size_t dropped_size(string_view text) {
  if (text.empty()) return 0;
  const char c = text.front();
  if (c == ' ' || c == '\t' || c == '-' || c == '_') return 1;
  for (const string_view blank :
       {string_view{"\u00a0"}, string_view{"\u202f"}, string_view{"\u3000"}})
    if (text.starts_with(blank)) return blank.size();
  return 0;
}

void skip_dropped(string_view& text) {
  while (const std::size_t size = dropped_size(text)) text.remove_prefix(size);
}

char folded_letter(char c) { return 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// Whether `name` folds to `folded`. Names have any length, so that nothing is copied. Folding may
// drop a hyphen from the middle of a character, so what is not text is never a name.
bool folds_to(string_view name, string_view folded) {
  string_view rest = name;
  for (const char c : folded) {
    skip_dropped(rest);
    if (rest.empty() || folded_letter(rest.front()) != c) return false;
    rest.remove_prefix(1);
  }
  skip_dropped(rest);
  return rest.empty() && is_text(name);
}

template <class Names, class Folded>
std::size_t rank_in(const Names& names, string_view name, Folded folded_of) {
  const auto found = std::find_if(names.begin(), names.end(), [&](const auto& known) {
    return folds_to(name, folded_of(known));
  });
  return found == names.end() ? field_names::none : static_cast<std::size_t>(found - names.begin());
}

constexpr auto unchanged = [](const auto& folded) -> string_view { return folded; };

}  // namespace

std::string fold_field_name(string_view name) {
  std::string folded;
  for (skip_dropped(name); !name.empty(); skip_dropped(name)) {
    folded += folded_letter(name.front());
    name.remove_prefix(1);
  }
  return folded;
}

bool is_renewal_column(string_view name) {
  return name == "renewal" || name.starts_with("renewal.");
}

bool is_unclear_date_name(string_view name) {
  return rank_in(unclear_dates, name, unchanged) != field_names::none;
}

std::string list_columns(const std::vector<std::string>& columns) {
  std::string list;
  bool any = false;
  for (const std::string& name : columns) {
    if (is_renewal_column(name)) continue;
    if (any) list += ", ";
    any = true;
    list += trimmed(name);
  }
  return list;
}

field_names::field_names(const read_settings& settings) : settings_{settings} {
  if (settings.date_field) {
    const std::string folded = fold_field_name(*settings.date_field);
    const auto known =
        std::find_if(known_dates.begin(), known_dates.end(),
                     [&](const known_date_name& each) { return each.folded == folded; });
    dates_.push_back(
        {folded, known == known_dates.end() ? date_meaning::unspecified : known->meaning});
  } else {
    for (const known_date_name& known : known_dates)
      dates_.push_back({std::string{known.folded}, known.meaning});
  }
  if (settings.competency_field)
    competencies_.push_back(fold_field_name(*settings.competency_field));
  else
    competencies_.assign(known_competencies.begin(), known_competencies.end());
  if (settings.label_field) labels_.push_back(fold_field_name(*settings.label_field));
}

std::size_t field_names::date_rank(string_view name) const {
  return rank_in(dates_, name, [](const date_name& d) -> string_view { return d.folded; });
}

bool field_names::is_anniversary(std::size_t rank) const {
  const date_meaning meaning = dates_[rank].meaning;
  return meaning == date_meaning::anniversary ||
         (meaning == date_meaning::unspecified && settings_.dates_are_anniversaries);
}

bool field_names::may_be_anniversary(std::size_t rank) const {
  return dates_[rank].meaning == date_meaning::unspecified && !settings_.dates_are_anniversaries;
}

std::size_t field_names::competency_rank(string_view name) const {
  return rank_in(competencies_, name, unchanged);
}

std::size_t field_names::label_rank(string_view name) const {
  return rank_in(labels_, name, unchanged);
}

bool field_names::names_date(string_view name) const {
  return date_rank(name) != none ||
         (settings_.date_field &&
          rank_in(known_dates, name, [](const known_date_name& d) { return d.folded; }) != none);
}

std::optional<input_error> field_names::missing_column(
    const std::vector<std::string>& columns) const {
  for (const auto* const wanted :
       {&settings_.date_field, &settings_.competency_field, &settings_.label_field}) {
    if (!*wanted) continue;
    const std::string folded = fold_field_name(**wanted);
    nearest_match<std::string> nearest{folded};
    bool found = false;
    for (const std::string& column : columns) {
      found |= folds_to(column, folded);
      if (!is_renewal_column(column)) nearest.offer(fold_field_name(column), column);
    }
    if (found) continue;
    input_error error{.problem = input_problem::no_such_column, .names = list_columns(columns)};
    error.name = **wanted;
    if (nearest.best() != nullptr) error.suggestion = trimmed(*nearest.best());
    return error;
  }
  return std::nullopt;
}

input_error field_names::no_date_column(const std::vector<std::string>& columns) const {
  if (settings_.date_field)
    if (const auto missing = missing_column(columns)) return *missing;
  input_error error{.problem = input_problem::no_date_column, .names = list_columns(columns)};
  const auto unclear = std::find_if(columns.begin(), columns.end(), is_unclear_date_name);
  if (unclear != columns.end()) error.suggestion = trimmed(*unclear);
  return error;
}

std::optional<input_error> field_names::contradiction(std::size_t rank, string_view name) const {
  if (!settings_.dates_are_anniversaries || dates_[rank].meaning != date_meaning::purchase)
    return std::nullopt;
  return input_error{.problem = input_problem::purchase_date_with_a, .names = std::string{name}};
}

}  // namespace mpn::app
