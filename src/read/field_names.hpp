// Which columns and members are read, by their names.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "read/input_format.hpp"
#include "record/errors.hpp"

namespace mpn::app {

/// What the user says about the input.
struct read_settings {
  bool dates_are_anniversaries{};                 ///< -a
  std::optional<std::string> date_field{};        ///< read instead of the known names
  std::optional<std::string> competency_field{};  ///< likewise
  std::optional<std::string> label_field{};       ///< says whose offer it is
  std::optional<input_format> format{};           ///< instead of detecting it
};

/// What the name of a date field says about its date.
enum class date_meaning : std::uint8_t { unspecified, purchase, anniversary };

/// A field's name, folded for comparison: without case, blanks, hyphens and underscores.
[[nodiscard]] std::string fold_field_name(std::string_view name);

/// Whether the column called `name` is one that this program adds. It is never a field.
[[nodiscard]] bool is_renewal_column(std::string_view name);

/// The names of `columns` as messages list them, without those that this program adds.
[[nodiscard]] std::string list_columns(const std::vector<std::string>& columns);

/// The names of the fields that are read: the user's or, in order of precedence, the known ones.
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
  /// Whether the dates of the field with this rank may be anniversaries: neither its name nor -a
  /// says what they are.
  [[nodiscard]] bool may_be_anniversary(std::size_t rank) const;
  /// The rank of the competency field called `name`, or `none`.
  [[nodiscard]] std::size_t competency_rank(std::string_view name) const;
  /// Likewise for the label, which only the user can name.
  [[nodiscard]] std::size_t label_rank(std::string_view name) const;

  /// How many ranks there are.
  [[nodiscard]] std::size_t date_ranks() const { return dates_.size(); }
  [[nodiscard]] std::size_t competency_ranks() const { return competencies_.size(); }
  [[nodiscard]] std::size_t label_ranks() const { return labels_.size(); }

  /// Whether `name` shows that a row is a header: a known date name or the user's.
  [[nodiscard]] bool names_date(std::string_view name) const;

  /// The error if a field that the user named is not among `columns`.
  [[nodiscard]] std::optional<input_error> missing_column(
      const std::vector<std::string>& columns) const;
  /// The error for a header whose `columns` hold no date.
  [[nodiscard]] input_error no_date_column(const std::vector<std::string>& columns) const;
  /// The error if -a contradicts the date field with this rank, called `name`.
  [[nodiscard]] std::optional<input_error> contradiction(std::size_t rank,
                                                         std::string_view name) const;

  /// The names that the user gave.
  [[nodiscard]] const read_settings& settings() const { return settings_; }

 private:
  struct date_name {
    std::string folded;
    date_meaning meaning;
  };

  read_settings settings_;
  std::vector<date_name> dates_;
  std::vector<std::string> competencies_;
  std::vector<std::string> labels_;
};

/// Whether `name` is ambiguous, such as "renewal date": different days in different files. Such a
/// column is read only if the user names it.
[[nodiscard]] bool is_unclear_date_name(std::string_view name);

}  // namespace mpn::app
