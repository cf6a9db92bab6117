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

/// Prepares the process; to be called first. Opens each closed standard stream on the null device,
/// so that no later file gets its descriptor number; in the wrong direction, so that using it still
/// fails. Turns SIGPIPE and SIGXFSZ into errors of the write. Does nothing on Windows.
void prepare();

/// The arguments after the program's name, in UTF-8, with wildcards not expanded.
std::vector<std::string> arguments(int argc, char** argv);

/// The standard streams, in binary mode.
source& standard_input();
sink& standard_output();
sink& standard_error();

/// The state of the terminal, the clock and the user's settings.
environment current_environment();

/// Opens the file `path` for reading. A directory is an error.
result<std::unique_ptr<source>, std::error_code> open_file(const std::string& path);

/// Whether `path` exists and is not a directory.
bool is_file(const std::string& path);

/// Opens `path` for writing.
/// - A regular or new file: a private temporary file in the same directory, which finish() renames.
///   Links are followed as the system follows them.
/// - Its rights: those of the old file (owner, group, mode and access control list; on Windows
///   attributes and access list), without setuid, setgid and sticky; otherwise those of a new file.
/// - Without finish(), or after a signal: the temporary file is removed, the old file is unchanged.
/// - A device or a FIFO: written directly.
/// - /dev/stdout, /dev/fd/N or a link to them: that descriptor.
result<std::unique_ptr<sink>, std::error_code> create_file(const std::string& path);

}  // namespace mpn::app::platform
