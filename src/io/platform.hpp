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
/// write instead of a signal, and so does a message that nobody reads any more.
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
/// same directory, which permits nothing to others. finish() gives it the rights of the old file
/// (owner, group, mode and access control list, on Windows attributes and access list; never
/// setuid, setgid or sticky) or those of a new file, and replaces the old file in one step. Without
/// finish(), or if a signal ends the program, the temporary file is removed and the old file
/// remains unchanged. A link is followed as the system does it. Everything else is written
/// directly: a device, a FIFO, or what /dev/stdout, /dev/fd/N or a link to them stand for, which is
/// that descriptor itself.
result<std::unique_ptr<sink>, std::error_code> create_file(const std::string& path);

}  // namespace mpn::app::platform
