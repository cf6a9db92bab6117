// What the operating system reports about files, in every language.
#pragma once

#include <string>
#include <system_error>

#include "text/message.hpp"

namespace mpn::app {

/// The system's message about `error`. In Korean only for errors of files and disks; the rest stay
/// in English.
[[nodiscard]] std::string system_error_text(std::error_code error, language lang);

}  // namespace mpn::app
