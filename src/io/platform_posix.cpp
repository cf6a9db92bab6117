// Standard streams, input files, clock and settings; platform_posix_output.cpp has create_file().
#include <fcntl.h>
#include <unistd.h>

#include <ctime>
#include <filesystem>

#include "io/platform.hpp"
#include "io/platform_posix_descriptor.hpp"
#include "io/platform_posix_signals.hpp"

namespace mpn::app::platform {

namespace {

sys_days local_date() {
  const std::time_t now = std::time(nullptr);
  const std::tm* local = std::localtime(&now);  // NOLINT(concurrency-mt-unsafe): one thread
  return sys_days{date::year{local->tm_year + 1900} / (local->tm_mon + 1) / local->tm_mday};
}

}  // namespace

void prepare() {
  ignore_signals_of_write();
  // Opened in the wrong direction, so that reading standard input and writing the others still
  // fail.
  for (const int fd : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    if (::fcntl(fd, F_GETFD) < 0)
      (void)::open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY);
}

std::vector<std::string> arguments(int argc, char** argv) {
  return {argv + (argc > 0 ? 1 : 0), argv + argc};
}

source& standard_input() {
  static descriptor_source in{STDIN_FILENO};
  return in;
}
sink& standard_output() {
  static output_sink out{descriptor{STDOUT_FILENO}};
  return out;
}
sink& standard_error() {
  // Not an output_sink: if nobody reads the messages any more, only they are lost.
  static descriptor_sink err{descriptor{STDERR_FILENO}};
  return err;
}

environment current_environment() {
  environment current = environment_from_variables();
  current.input_is_terminal = ::isatty(STDIN_FILENO) != 0;
  current.output_is_terminal = ::isatty(STDOUT_FILENO) != 0;
  current.today = local_date;
  return current;
}

result<std::unique_ptr<source>, std::error_code> open_file(const std::string& path) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return unexpected{last_error()};
  return std::unique_ptr<source>{std::make_unique<descriptor_source>(fd)};
}

bool is_file(const std::string& path) {
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  return !error && exists(status) && !is_directory(status);
}

}  // namespace mpn::app::platform
