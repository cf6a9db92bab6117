// The arguments, separated into options and words but not yet understood.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "cli/option_table.hpp"
#include "mpn/result.hpp"

namespace mpn::app {

/// One option as it was given.
struct given_option {
  const option_row* row;
  std::string value;  ///< the last one; empty for a flag
};

struct given_arguments {
  std::vector<given_option> options;  ///< each once, in the order of the table
  std::vector<std::string> words;
  std::optional<std::string> unknown;  ///< the first option that is not in the table

  /// Whether the option called `name` was given, which must be in the table.
  [[nodiscard]] bool has(std::string_view name) const { return find(name) != nullptr; }
  /// The value of the option called `name`, or nullptr.
  [[nodiscard]] const std::string* find(std::string_view name) const;
};

/// What is wrong with an option.
struct argument_error {
  enum class kind : std::uint8_t { missing_value, unexpected_value, given_twice };
  kind problem;
  const option_row* row;
};

/// Separates options from words; an error if a value is missing or must not be there.
[[nodiscard]] result<given_arguments, argument_error> separate_arguments(
    std::span<const std::string> arguments);

}  // namespace mpn::app
