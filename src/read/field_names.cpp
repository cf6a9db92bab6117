#include "read/field_names.hpp"

#include <algorithm>
#include <array>

#include "mpn/folded_name.hpp"
#include "text/utf8.hpp"

namespace mpn::app {

// In order of precedence.
const std::vector<field_names::date_name> field_names::known_dates{
    {"anniversary", date_meaning::anniversary},
    {"anniversarydate", date_meaning::anniversary},
    {"renewalstartdate", date_meaning::anniversary},
    {"갱신일", date_meaning::anniversary},
    {"갱신시작날짜", date_meaning::anniversary},
    {"purchasedate", date_meaning::purchase},
    {"purchased", date_meaning::purchase},
    {"dateofpurchase", date_meaning::purchase},
    {"구매날짜", date_meaning::purchase},
    {"구매일", date_meaning::purchase},
    {"date", date_meaning::unspecified},
};

namespace {

constexpr std::array<std::string_view, 2> known_competencies{"competency", "역량"};

// The rank of `name`. Folding may drop a hyphen from the middle of a character, so what is not text
// is never a name.
template <class Names, class Folded>
std::size_t rank_in(const Names& names, std::string_view name, Folded folded_of) {
  const folded_name folded{name};
  if (folded.view().empty() || !is_text(name)) return field_names::none;
  const auto found = std::find_if(names.begin(), names.end(), [&](const auto& known) {
    return folded_of(known) == folded.view();
  });
  return found == names.end() ? field_names::none : static_cast<std::size_t>(found - names.begin());
}

}  // namespace

field_names::field_names(const read_settings& settings)
    : dates_are_anniversaries_{settings.dates_are_anniversaries} {
  if (settings.date_field) {
    user_date_ = folded_name{*settings.date_field}.view();
    date_meaning meaning = date_meaning::unspecified;
    for (const date_name& known : known_dates)
      if (known.folded == user_date_) meaning = known.meaning;
    dates_.push_back({user_date_, meaning});
  }
  dates_.insert(dates_.end(), known_dates.begin(), known_dates.end());
  if (settings.competency_field) {
    user_competency_ = folded_name{*settings.competency_field}.view();
    competencies_.push_back(user_competency_);
  }
  competencies_.insert(competencies_.end(), known_competencies.begin(), known_competencies.end());
}

std::size_t field_names::date_rank(std::string_view name) const {
  return rank_in(dates_, name, [](const date_name& known) { return known.folded; });
}

bool field_names::is_anniversary(std::size_t rank) const {
  const date_meaning meaning = dates_[rank].meaning;
  return meaning == date_meaning::anniversary ||
         (meaning == date_meaning::unspecified && dates_are_anniversaries_);
}

bool field_names::may_be_anniversary(std::size_t rank) const {
  return dates_[rank].meaning == date_meaning::unspecified && !dates_are_anniversaries_;
}

std::size_t field_names::competency_rank(std::string_view name) const {
  return rank_in(competencies_, name, [](std::string_view known) { return known; });
}

std::optional<input_error> field_names::contradiction(std::size_t rank,
                                                      std::string_view name) const {
  if (!dates_are_anniversaries_ || dates_[rank].meaning != date_meaning::purchase)
    return std::nullopt;
  return input_error{input_problem::purchase_date_with_a, std::string{name}};
}

}  // namespace mpn::app
