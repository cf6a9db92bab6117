// What the completions of all shells ask the table of options.
#pragma once

#include <string>
#include <string_view>

#include "cli/option_table.hpp"

namespace mpn::app {

[[nodiscard]] inline bool takes_value(const option_row& row) { return !row.argument.empty(); }
[[nodiscard]] inline bool takes_file(const option_row& row) {
  return row.choices.empty() && row.argument == "FILE";
}

/// The words that `row` takes as they are, separated by spaces: its choices, or what is not in
/// capitals in the name of its argument.
[[nodiscard]] std::string words_of(const option_row& row);

/// The beginning of the help, which is what there is room for.
[[nodiscard]] std::string_view brief(const option_row& row);

/// The names of a row, -f and --format, joined by `separator`.
[[nodiscard]] std::string names_of(const option_row& row, std::string_view separator);

/// The names of all options that take a value, or of those that take none, separated by spaces; and
/// their letters.
[[nodiscard]] std::string names_of_options(bool with_value);
[[nodiscard]] std::string letters_of_options(bool with_value);

/// `text` in single quotes for bash and zsh, where a quote inside has to leave them.
[[nodiscard]] std::string shell_quoted(std::string_view text);

}  // namespace mpn::app
