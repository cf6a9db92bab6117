// Which columns and members are read, by their names.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/options.hpp"
#include "mpn/folded_name.hpp"
#include "record/record.hpp"

namespace mpn::app {

/// What the name of a date field says about its date.
enum class date_meaning : std::uint8_t { unsaid, purchase, anniversary };

/// A name under which a date is found; the lower the rank, the more it counts.
struct date_name {
  std::string_view folded;
  date_meaning meaning;
};

/// The names of the fields that are read: those the user gave, then those we know.
class field_names {
 public:
  explicit field_names(const options& asked);
  field_names(const field_names&) = delete;  // its views are into itself
  field_names& operator=(const field_names&) = delete;

  static constexpr std::size_t none = SIZE_MAX;

  /// The rank of the date field called `name`, or `none`.
  [[nodiscard]] std::size_t date_rank(std::string_view name) const;
  [[nodiscard]] date_meaning meaning(std::size_t rank) const { return dates_[rank].meaning; }
  [[nodiscard]] bool is_anniversary(std::size_t rank) const {
    return meaning(rank) == date_meaning::anniversary ||
           (meaning(rank) == date_meaning::unsaid && anniversary_given_);
  }
  /// The rank of the competency field called `name`, or `none`.
  [[nodiscard]] std::size_t competency_rank(std::string_view name) const;

  /// How many ranks there are of each.
  [[nodiscard]] std::size_t date_ranks() const { return dates_.size(); }
  [[nodiscard]] std::size_t competency_ranks() const { return competencies_.size(); }

  /// Why the user's word and the field's name cannot both be true, if so: -a, and a field that says
  /// it is the purchase date.
  [[nodiscard]] std::optional<bilingual> contradiction(std::size_t rank,
                                                       std::string_view name) const;

 private:
  std::string own_date_;
  std::string own_competency_;
  std::vector<date_name> dates_;
  std::vector<std::string_view> competencies_;
  bool anniversary_given_;
};

}  // namespace mpn::app
