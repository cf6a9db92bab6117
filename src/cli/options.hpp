// What the arguments ask for.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "cli/usage_error.hpp"
#include "io/environment.hpp"
#include "read/field_names.hpp"
#include "record/evaluate.hpp"
#include "select/selection.hpp"
#include "text/message.hpp"
#include "write/formats.hpp"

namespace mpn::app {

enum class colors : std::uint8_t { automatic, always, never };

enum class task : std::uint8_t { calculate, list, schema, generate, help, version };

/// The settings of a run, by the stage that they are for.
struct options {
  task wanted{task::calculate};
  std::string generated;  ///< for task::generate: which file
  read_settings read;
  evaluation_settings evaluation;
  select_settings select;
  const output_format* format{};  ///< nullptr: the one that goes with the input
  bool excel{};
  bool check{};
  bool quiet{};
  colors color{colors::automatic};
  language lang{language::english};
  language document_language{language::english};  ///< of --list and --generate: only by --lang
  std::optional<std::string> input;               ///< "-" is standard input
  std::optional<std::string> output;              ///< absent: standard output
  std::optional<std::string> offer;               ///< DATE and COMPETENCY, joined by blanks
};

/// Parses the arguments; the language and today's date are from `environment`.
[[nodiscard]] result<options, usage_error> parse_options(std::span<const std::string> arguments,
                                                         const environment& environment);

}  // namespace mpn::app
