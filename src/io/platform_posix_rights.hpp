// Who may do what with a file that replaces another one, or is new.
#pragma once

#include <sys/types.h>

#include <string>
#include <system_error>

namespace mpn::app::platform {

/// Gives the file `to`, which has mode 0600 and belongs to this process, the rights of the file
/// `from`, both being open descriptors: owner, group, mode without setuid, setgid and sticky, and
/// on Linux the access control list. The owner changes only where the system permits it. If the
/// group or the list cannot be kept, group and others get nothing. At no moment does `to` permit
/// more than at the end.
std::error_code copy_rights(int from, int to);

/// The mode of a new file in `directory`: 0666 less the umask or, as the kernel does it on Linux,
/// limited by the directory's default access control list.
mode_t mode_of_new_file(const std::string& directory);

}  // namespace mpn::app::platform
