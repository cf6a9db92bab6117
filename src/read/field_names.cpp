#include "read/field_names.hpp"

#include <array>

#include "text/utf8.hpp"

namespace mpn::app {

namespace {

using enum date_meaning;

// In order of precedence.
constexpr std::array<date_name, 11> known_dates{{
    {"anniversary", anniversary},
    {"anniversarydate", anniversary},
    {"renewalstartdate", anniversary},
    {"갱신일", anniversary},
    {"갱신시작날짜", anniversary},
    {"purchasedate", purchase},
    {"purchased", purchase},
    {"dateofpurchase", purchase},
    {"구매날짜", purchase},
    {"구매일", purchase},
    {"date", unsaid},
}};
constexpr std::array<std::string_view, 2> known_competencies{"competency", "역량"};

}  // namespace

field_names::field_names(const options& asked) : anniversary_given_{asked.anniversary_given} {
  if (asked.date_field) {
    own_date_ = folded_name{*asked.date_field}.view();
    date_meaning meaning = unsaid;
    for (const date_name& known : known_dates)
      if (known.folded == own_date_) meaning = known.meaning;
    dates_.push_back({own_date_, meaning});
  }
  dates_.insert(dates_.end(), known_dates.begin(), known_dates.end());
  if (asked.competency_field) {
    own_competency_ = folded_name{*asked.competency_field}.view();
    competencies_.push_back(own_competency_);
  }
  competencies_.insert(competencies_.end(), known_competencies.begin(), known_competencies.end());
}

// A hyphen may be dropped from the middle of a character, and that must not make a name of what is
// no text.
std::size_t field_names::date_rank(std::string_view name) const {
  const folded_name folded{name};
  if (folded.view().empty() || !is_text(name)) return none;
  for (std::size_t rank = 0; rank < dates_.size(); ++rank)
    if (dates_[rank].folded == folded.view()) return rank;
  return none;
}

std::size_t field_names::competency_rank(std::string_view name) const {
  const folded_name folded{name};
  if (folded.view().empty() || !is_text(name)) return none;
  for (std::size_t rank = 0; rank < competencies_.size(); ++rank)
    if (competencies_[rank] == folded.view()) return rank;
  return none;
}

std::optional<bilingual> field_names::contradiction(std::size_t rank, std::string_view name) const {
  static constexpr phrase<std::string> both{
      "-a says that the dates are anniversaries, and '{}' says that it is the purchase date; leave "
      "-a out",
      "-a는 날짜가 1주년이라고 하지만 '{}'은(는) 구매 날짜라고 합니다. -a를 빼십시오"};
  if (!anniversary_given_ || meaning(rank) != purchase) return std::nullopt;
  return both.with(shown(name));
}

}  // namespace mpn::app
