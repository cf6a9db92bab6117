#include "read/field_names.hpp"

#include <algorithm>
#include <array>

#include "text/ascii.hpp"
#include "text/nearest.hpp"
#include "text/utf8.hpp"

namespace mpn::app {

namespace {

using std::string_view;

// What the name of a date field says about its dates.
enum class named_date : std::uint8_t { unspecified, purchase, anniversary };

struct known_date_name {
  string_view folded;
  named_date says;
};

// In order of precedence.
constexpr auto known_dates = std::to_array<known_date_name>({
    {"anniversary", named_date::anniversary},
    {"anniversarydate", named_date::anniversary},
    {"renewalstartdate", named_date::anniversary},
    {"갱신일", named_date::anniversary},
    {"갱신시작날짜", named_date::anniversary},
    {"purchasedate", named_date::purchase},
    {"purchased", named_date::purchase},
    {"dateofpurchase", named_date::purchase},
    {"competencystartdate", named_date::purchase},  // Partner Center's Insights export
    {"구매날짜", named_date::purchase},
    {"구매일", named_date::purchase},
    {"구매일자", named_date::purchase},
    {"date", named_date::unspecified},
    {"날짜", named_date::unspecified},
});
constexpr auto known_competencies = std::to_array<string_view>(
    {"competency", "competencyname", "offer", "offername", "역량", "역량이름", "제안"});
constexpr auto unclear_dates = std::to_array<string_view>(
    {"renewaldate", "expirationdate", "expirydate", "ad", "갱신날짜", "만료일"});

// The size of the blank, line break, hyphen or underscore at the front of `text`, or 0.
std::size_t dropped_size(string_view text) {
  const bool is_mark = !text.empty() && string_view{"\r\n-_"}.find(text[0]) != string_view::npos;
  return is_mark ? 1 : leading_blank_size(text);
}

void skip_dropped(string_view& text) {
  while (const std::size_t size = dropped_size(text)) text.remove_prefix(size);
}

// Whether `name` folds to `folded`. Names have any length, so that nothing is copied. Folding may
// drop a hyphen from the middle of a character, so what is not text is never a name.
bool folds_to(string_view name, string_view folded) {
  string_view rest = name;
  for (const char c : folded) {
    skip_dropped(rest);
    if (rest.empty() || lower_case(rest.front()) != c) return false;
    rest.remove_prefix(1);
  }
  skip_dropped(rest);
  return rest.empty() && is_text(name);
}

template <class Names>
std::size_t rank_in(const Names& names, string_view name) {
  const auto found = std::find_if(names.begin(), names.end(),
                                  [&](string_view known) { return folds_to(name, known); });
  return found == names.end() ? field_names::none : static_cast<std::size_t>(found - names.begin());
}

bool is_known_date(string_view name) {
  return std::any_of(known_dates.begin(), known_dates.end(),
                     [&](const known_date_name& known) { return folds_to(name, known.folded); });
}

// A column's name as messages show it, so that it can be typed.
std::string shown(string_view column) {
  std::string name{trimmed(column)};
  std::replace_if(
      name.begin(), name.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
  return name;
}

}  // namespace

std::string fold_field_name(string_view name) {
  std::string folded;
  for (skip_dropped(name); !name.empty(); skip_dropped(name)) {
    folded += lower_case(name.front());
    name.remove_prefix(1);
  }
  return folded;
}

bool is_renewal_column(string_view name) {
  return name == "renewal" || name.starts_with("renewal.");
}

bool is_unclear_date_name(string_view name) {
  return rank_in(unclear_dates, name) != field_names::none;
}

std::string list_columns(const std::vector<std::string>& columns) {
  std::string list;
  bool any = false;
  for (const std::string& name : columns) {
    if (is_renewal_column(name)) continue;
    if (any) list += ", ";
    any = true;
    list += shown(name);
  }
  return list;
}

field_names::field_names(const read_settings& settings) : settings_{settings} {
  const bool with_a = settings.dates_are_anniversaries;
  const auto add_date = [&](string_view folded, named_date says) {
    const bool unspecified = says == named_date::unspecified;
    names_[date_role].emplace_back(folded);
    meanings_.push_back(
        {.is_anniversary = says == named_date::anniversary || (unspecified && with_a),
         .may_be_anniversary = unspecified && !with_a,
         .contradicts_option = says == named_date::purchase && with_a});
  };
  if (settings.date_field) {
    const std::string folded = fold_field_name(*settings.date_field);
    const auto known =
        std::find_if(known_dates.begin(), known_dates.end(),
                     [&](const known_date_name& each) { return each.folded == folded; });
    add_date(folded, known == known_dates.end() ? named_date::unspecified : known->says);
  } else {
    for (const known_date_name& known : known_dates) add_date(known.folded, known.says);
  }
  if (settings.competency_field)
    names_[competency_role].push_back(fold_field_name(*settings.competency_field));
  else
    names_[competency_role].assign(known_competencies.begin(), known_competencies.end());
  if (settings.label_field) names_[label_role].push_back(fold_field_name(*settings.label_field));
}

std::size_t field_names::rank(field_role role, string_view name) const {
  return rank_in(names_[role], name);
}

bool field_names::names_date(string_view name) const {
  return rank(date_role, name) != none || (settings_.date_field && is_known_date(name));
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
    if (nearest.best() != nullptr) error.suggestion = shown(*nearest.best());
    return error;
  }
  return std::nullopt;
}

input_error field_names::no_date_column(const std::vector<std::string>& columns) const {
  if (settings_.date_field)
    if (const auto missing = missing_column(columns)) return *missing;
  input_error error{.problem = input_problem::no_date_column, .names = list_columns(columns)};
  const auto unclear = std::find_if(columns.begin(), columns.end(), is_unclear_date_name);
  if (unclear != columns.end()) error.suggestion = shown(*unclear);
  return error;
}

input_error contradiction(string_view name) {
  return {.problem = input_problem::purchase_date_with_a, .names = std::string{name}};
}

}  // namespace mpn::app
