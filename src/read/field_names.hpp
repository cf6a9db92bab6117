// Which columns and members are read, by their names.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "record/errors.hpp"

namespace mpn::app {

/// What the user says about the fields of the input.
struct read_settings {
  bool dates_are_anniversaries{};               ///< -a
  std::optional<std::string> date_field;        ///< read before all other names
  std::optional<std::string> competency_field;  ///< likewise
};

/// What the name of a date field says about its date.
enum class date_meaning : std::uint8_t { unspecified, purchase, anniversary };

/// The names of the fields that are read, in order of precedence: the user's, then the known ones.
/// The rank of a name is its place in that order.
class field_names {
 public:
  explicit field_names(const read_settings& settings);
  field_names(const field_names&) = delete;  // its views point into itself
  field_names& operator=(const field_names&) = delete;

  static constexpr std::size_t none = SIZE_MAX;

  /// The rank of the date field called `name`, or `none`.
  [[nodiscard]] std::size_t date_rank(std::string_view name) const;
  /// Whether the dates of the field with this rank are anniversaries.
  [[nodiscard]] bool is_anniversary(std::size_t rank) const;
  /// Whether nothing says that the dates of the field with this rank are purchase dates.
  [[nodiscard]] bool may_be_anniversary(std::size_t rank) const;
  /// The rank of the competency field called `name`, or `none`.
  [[nodiscard]] std::size_t competency_rank(std::string_view name) const;

  /// How many ranks there are.
  [[nodiscard]] std::size_t date_ranks() const { return dates_.size(); }
  [[nodiscard]] std::size_t competency_ranks() const { return competencies_.size(); }

  /// The error if -a contradicts the date field with this rank, called `name`.
  [[nodiscard]] std::optional<input_error> contradiction(std::size_t rank,
                                                         std::string_view name) const;

 private:
  struct date_name {
    std::string_view folded;
    date_meaning meaning;
  };
  static const std::vector<date_name> known_dates;

  std::string user_date_;
  std::string user_competency_;
  std::vector<date_name> dates_;
  std::vector<std::string_view> competencies_;
  bool dates_are_anniversaries_;
};

}  // namespace mpn::app
