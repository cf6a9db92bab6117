// What a run may know of the world beyond its arguments and its input.
#pragma once

#include <string>

#include "mpn/date.hpp"

namespace mpn::cli {

/// Facts about the terminal, the user's settings and the clock; tests make their own.
struct environment {
  bool input_is_terminal{};
  bool output_is_terminal{};
  bool no_color{};        ///< NO_COLOR is set and not empty, or TERM is dumb
  std::string locale;     ///< the first of LC_ALL, LC_MESSAGES and LANG that is not empty
  sys_days (*today)(){};  ///< the local date; asked only when something needs it
};

}  // namespace mpn::cli
