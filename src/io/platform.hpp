// All that differs between operating systems: files, terminals, the clock and the user's settings.
// Each system has its own platform_*.cpp behind it.
#pragma once

#include <memory>
#include <string>
#include <system_error>
#include <vector>

#include "io/environment.hpp"
#include "io/streams.hpp"

namespace mpn::app::platform {

/// To be called before anything else. Standard streams that are closed keep their numbers, so that
/// nothing said on one ends up in a file that was opened in its place; a file that grows beyond the
/// limit of the process is an error, not its end.
void prepare();

/// The arguments after the program's name, as UTF-8 and as they were given: patterns stay patterns.
std::vector<std::string> arguments(int argc, char** argv);

/// The standard streams as bytes, nothing translated.
source& standard_input();
sink& standard_output();
sink& standard_error();

/// The user's terminal, clock and settings.
environment surroundings();

/// Opens the file `path` for reading, or says why not; a directory is not read.
result<std::unique_ptr<source>, std::error_code> open_file(const std::string& path);

/// Whether there is a file of this name that could be read.
bool is_file(const std::string& path);

/// Begins to write `path`. A regular file is written beside the old one and takes its place in one
/// step when it is finished, or not at all; it keeps its mode (on Windows its attributes and access
/// list), and a link goes on pointing to it. A process that is killed leaves what it wrote behind,
/// as PATH.PID.N.tmp. What is not a regular file, such as a device or a pipe, is written at once.
result<std::unique_ptr<sink>, std::error_code> create_file(const std::string& path);

}  // namespace mpn::app::platform
