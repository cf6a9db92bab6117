// Properties of every input, with any options.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace mpn::test {

/// Arguments of the program, without -f.
using words = std::vector<std::string>;

/// Runs the program on `input`, and again on its output. If a property does not hold, prints it and
/// aborts. `which` selects one of several checks, so that one run of a fuzz target is short.
void check_invariants(const words& options, std::size_t which, std::string_view input);

}  // namespace mpn::test
