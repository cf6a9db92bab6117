// What the arguments ask for.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "cli/option_table.hpp"  // IWYU pragma: export
#include "io/environment.hpp"
#include "mpn/extension.hpp"
#include "record/errors.hpp"
#include "text/message.hpp"

namespace mpn::app {

enum class output_format : std::uint8_t { text, json, ndjson, csv, ics };
enum class colors : std::uint8_t { automatic, always, never };

/// What is asked for.
enum class task : std::uint8_t { calculate, list, schema, generate, help, version };

/// A file that goes with the program when it is installed.
enum class generated_file : std::uint8_t { man, complete_bash, complete_zsh, complete_fish };

/// Which term of an offer is looked at: a number, or the one in force on the as-of day.
struct term_choice {
  int number{1};
  bool current{};
};

/// What the arguments say.
struct options {
  task asked{task::calculate};
  generated_file generated{};  ///< for task::generate
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
[[nodiscard]] result<options, usage_error> parse_options(std::span<const std::string> arguments,
                                                         const environment& around);

}  // namespace mpn::app
