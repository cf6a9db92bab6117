// What a run may know of the world beyond its arguments and its input.
#pragma once

#include <string>

#include "mpn/date.hpp"

namespace mpn::app {

/// Facts about the terminal, the user's settings and the clock; tests make their own.
struct environment {
  bool input_is_terminal{};
  bool output_is_terminal{};
  bool no_color{};  ///< NO_COLOR is set and not empty, TERM is dumb, or the terminal has no colors
  std::string locale;  ///< the first of LC_ALL, LC_MESSAGES and LANG that is not empty, or what the
                       ///< system says instead
  sys_days (*today)(){};  ///< the local date; asked only when something needs it
};

/// The environment from the process's variables: only no_color and locale.
environment environment_from_variables();

}  // namespace mpn::app
