// The program without its process: one run, from arguments to an exit status.
#pragma once

#include <span>
#include <string>

#include "cli/options.hpp"
#include "io/environment.hpp"
#include "io/streams.hpp"

namespace mpn::app {

/// Runs with `arguments` (without the program's name) and returns the exit status: 0 every record
/// has a schedule; 1 at least one record is bad, all others were written; 2 usage, input or output.
/// With --check: 0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN.
int run(std::span<const std::string> arguments, source& in, sink& out, sink& err,
        const environment& environment);

/// The same with parsed options, for callers that run them many times.
int run(const options& options, source& in, sink& out, sink& err, const environment& environment);

}  // namespace mpn::app
