// The program, without the process around it.
#pragma once

#include <span>
#include <string>

#include "cli/options.hpp"
#include "io/environment.hpp"
#include "io/streams.hpp"

namespace mpn::app {

/// Does what `arguments` (without the program's name) ask for and returns the exit status: 0 every
/// record was worked out; 1 some record is bad, all the others were written; 2 usage, input or
/// output. With --check: 0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN.
int run(std::span<const std::string> arguments, source& in, sink& out, sink& err,
        const environment& around);

/// The same with options that parse_options() made of arguments, for those who run it many times.
int run(const options& asked, source& in, sink& out, sink& err, const environment& around);

}  // namespace mpn::app
