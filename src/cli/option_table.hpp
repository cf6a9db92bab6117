// The one table of options: parsing, help, man page and completions follow it. A new option is a
// row here and, in src/docs, a line in the man pages and in each completion.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "cli/options.hpp"
#include "text/message.hpp"

namespace mpn::app {

/// Options while they are being read; what depends on several of them is settled at the end.
struct option_draft : options {
  std::optional<std::string> as_of;  ///< DATE or "today"
  std::optional<std::string> term;   ///< a number or "current"
  std::optional<std::string> only;   ///< phases, separated by commas
};

/// One row of the table.
struct option_row {
  char letter;                                ///< '\0': the option has no letter
  std::string_view name;                      ///< without the dashes
  std::string_view argument;                  ///< its name in the help; empty: a flag
  std::span<const std::string_view> choices;  ///< the values that it takes; empty: any text
  words help;
  void (*set)(option_draft& to, std::string_view value);  ///< `value` is one of the choices
  bool once{};  ///< giving it twice is an error; otherwise the last counts

  [[nodiscard]] constexpr bool takes_value() const { return !argument.empty(); }
};

/// All options, in the order of the help.
extern const std::span<const option_row> option_table;

/// How messages name an option: -i if it has a letter, otherwise --as-of.
[[nodiscard]] std::string spelling(const option_row& row);

}  // namespace mpn::app
