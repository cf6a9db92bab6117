// What holds for every input and all options, whatever the bytes are.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace mpn::test {

/// One way to run the program; all that is asked for besides the format.
using words = std::vector<std::string>;

/// Runs the program on `input`, and again on what comes out of it; prints what does not hold, and
/// aborts. There are several checks, of which each `which` does one, so that one run of a fuzz
/// target is short.
void check_invariants(const words& options, std::size_t which, std::string_view input);

}  // namespace mpn::test
