// What a run does with offers.
#pragma once

#include "cli/diagnostics.hpp"
#include "cli/options.hpp"
#include "io/environment.hpp"
#include "io/output_buffer.hpp"
#include "io/streams.hpp"

namespace mpn::app {

/// Stands for the exit status of a run that failed, which depends on --check.
inline constexpr int failed = -1;

/// Calculates the schedules of the offers in the arguments, in a file or in `in`, and writes them
/// or the status line of --check to `out`. Returns the exit status, or `failed`.
int calculate(const options& options, const environment& environment, source& in,
              output_buffer& out, diagnostics& messages);

}  // namespace mpn::app
