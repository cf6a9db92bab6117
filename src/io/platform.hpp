// Everything that differs between operating systems: files, terminals, the clock and the user's
// settings. The files platform_posix*.cpp and platform_windows*.cpp implement it.
#pragma once

#include <memory>
#include <string>
#include <system_error>
#include <vector>

#include "io/environment.hpp"
#include "io/streams.hpp"

namespace mpn::app::platform {

/// Prepares the process; to be called first. A standard stream that is closed is opened on the null
/// device, in the direction that nobody uses, so that the next file to be opened cannot take its
/// number and receive its text. Exceeding the limit on the size of files becomes an error of the
/// write instead of a signal.
void prepare();

/// The arguments after the program's name, in UTF-8, with wildcards not expanded.
std::vector<std::string> arguments(int argc, char** argv);

/// The standard streams, in binary mode.
source& standard_input();
sink& standard_output();
sink& standard_error();

/// The state of the terminal, the clock and the user's settings.
environment surroundings();

/// Opens the file `path` for reading. A directory is an error.
result<std::unique_ptr<source>, std::error_code> open_file(const std::string& path);

/// Whether `path` exists and is not a directory.
bool is_file(const std::string& path);

/// Opens `path` for writing. A regular file, existing or new, is written to a temporary file in the
/// same directory, which replaces it in one step in finish(); without finish() the file remains
/// unchanged. It keeps its mode (on Windows its attributes and access list). A symbolic link is
/// followed. Anything else, such as a device or a FIFO, is written directly. A process that is
/// killed leaves the temporary file, PATH.PID.N.tmp.
result<std::unique_ptr<sink>, std::error_code> create_file(const std::string& path);

}  // namespace mpn::app::platform
