// Which columns and members are read, by their names.
#pragma once

#include <array>
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

/// What a field that is read holds.
enum field_role : std::uint8_t { date_role, competency_role, label_role };
inline constexpr std::array field_roles{date_role, competency_role, label_role};
template <class T>
using per_role = std::array<T, field_roles.size()>;

/// What the dates of a date field are, by its name and -a.
struct date_meaning {
  bool is_anniversary{};
  bool may_be_anniversary{};  ///< neither says what they are: they are read as purchase dates
  bool contradicts_option{};  ///< -a, but by its name they are purchase dates
};

/// A field's name, folded for comparison: without case, blanks, line breaks, hyphens and
/// underscores.
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

  /// The rank of the field called `name`, or `none`.
  [[nodiscard]] std::size_t rank(field_role role, std::string_view name) const;
  /// How many ranks there are.
  [[nodiscard]] std::size_t ranks(field_role role) const { return names_[role].size(); }
  /// What the dates of the field with this rank are.
  [[nodiscard]] const date_meaning& meaning(std::size_t rank) const { return meanings_[rank]; }

  /// Whether `name` shows that a row is a header: a known date name or the user's.
  [[nodiscard]] bool names_date(std::string_view name) const;

  /// The error if a field that the user named is not among `columns`.
  [[nodiscard]] std::optional<input_error> missing_column(
      const std::vector<std::string>& columns) const;
  /// The error for a header whose `columns` hold no date.
  [[nodiscard]] input_error no_date_column(const std::vector<std::string>& columns) const;
  /// The names that the user gave.
  [[nodiscard]] const read_settings& settings() const { return settings_; }

 private:
  read_settings settings_;
  per_role<std::vector<std::string>> names_;  // folded
  std::vector<date_meaning> meanings_;        // of the dates
};

/// The error if -a contradicts a date field called `name`.
[[nodiscard]] input_error contradiction(std::string_view name);

/// Whether `name` is ambiguous, such as "renewal date": different days in different files. Such a
/// column is read only if the user names it.
[[nodiscard]] bool is_unclear_date_name(std::string_view name);

}  // namespace mpn::app
