// Errors in the arguments. What they need is found without parsing, which may have failed.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "io/environment.hpp"
#include "text/message.hpp"

namespace mpn::app {

/// Why the arguments are refused, in the language that they ask for.
struct usage_error {
  std::string message;
  bool check{};                       ///< --check is among the arguments
  std::optional<std::string> output;  ///< the value of -o, if it could be read
};

/// `message` as an error in `arguments`.
[[nodiscard]] usage_error make_usage_error(std::string message,
                                           std::span<const std::string> arguments);

/// The language of a user who does not choose one.
[[nodiscard]] language default_language(const environment& environment);

/// The language of --lang; without a valid one, the default.
[[nodiscard]] language requested_language(std::span<const std::string> arguments,
                                          const environment& environment);

}  // namespace mpn::app
