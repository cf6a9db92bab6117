// The options: one table that parsing and help come from, and what they were set to.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "environment.hpp"
#include "failure.hpp"
#include "language.hpp"
#include "mpn/extension.hpp"

namespace mpn::cli {

/// One row of the table of options.
struct option_row {
  char letter;                ///< '\0': none
  std::string_view name;      ///< without the dashes
  std::string_view argument;  ///< what the help calls it; empty: a flag
  std::string_view choices;   ///< the values it can have, separated by |; empty: free text
  plain_phrase help;
};

/// All options, in the order of the help.
[[nodiscard]] std::span<const option_row> option_table();

enum class output_format : std::uint8_t { text, json, ndjson, csv, ics };
enum class colors : std::uint8_t { automatic, always, never };

/// What is asked for.
enum class task : std::uint8_t { calculate, list, schema, help, version };

/// Which term of an offer is looked at: a number, or the one in force on the as-of day.
struct term_choice {
  int number{1};
  bool current{};
};

/// What the arguments say.
struct options {
  task asked{task::calculate};
  std::optional<output_format> format;
  std::optional<std::string> input;   ///< "-" is standard input
  std::optional<std::string> output;  ///< absent: standard output
  bool anniversary_given{};
  term_choice term;
  std::optional<sys_days> as_of;
  bool check{};
  waves counted{waves::article};
  date_order order{date_order::none};
  std::optional<std::string> date_field;
  std::optional<std::string> competency_field;
  bool excel{};
  bool quiet{};
  colors color{colors::automatic};
  language spoken{language::english};
  std::optional<std::string> date;        ///< DATE
  std::optional<std::string> competency;  ///< all words after it
};

/// The language of a user who did not choose one.
[[nodiscard]] language language_of(const environment& around);

/// What went wrong with the arguments, in the language they ask for.
struct usage_error {
  std::string message;
  bool check{};  ///< --check was among them
};

/// Reads the arguments; `around` is asked for the language and for today's date.
[[nodiscard]] result<options, usage_error> parse_options(std::span<const std::string> arguments, const environment& around);

}  // namespace mpn::cli
