#include "io/platform_posix_descriptor.hpp"

#include <poll.h>
#include <unistd.h>

#include <cerrno>

#include "io/platform_posix_signals.hpp"

namespace mpn::app::platform {

namespace {

// Handles the error of a read or write: returns nothing if the call has to be repeated, after a
// signal or, in non-blocking mode, once the descriptor is ready for `events`.
std::error_code error_unless_temporary(int number, short events) {
  if (errno == EINTR) return {};
  if (errno != EAGAIN && errno != EWOULDBLOCK) return last_error();
  pollfd waiting{number, events, 0};
  constexpr int no_timeout = -1;
  return ::poll(&waiting, 1, no_timeout) < 0 && errno != EINTR ? last_error() : std::error_code{};
}

}  // namespace

std::error_code last_error() { return {errno, std::generic_category()}; }

descriptor::~descriptor() {
  if (number_ > STDERR_FILENO) ::close(number_);
}

result<std::size_t, std::error_code> descriptor::read(char* to, std::size_t size) const {
  for (;;) {
    const auto size_read = ::read(number_, to, size);
    if (size_read >= 0) return static_cast<std::size_t>(size_read);
    if (const auto error = error_unless_temporary(number_, POLLIN)) return unexpected{error};
  }
}

std::error_code descriptor::write(std::string_view bytes) const {
  while (!bytes.empty()) {
    const auto written = ::write(number_, bytes.data(), bytes.size());
    if (written >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(written));
    } else if (const auto error = error_unless_temporary(number_, POLLOUT)) {
      return error;
    }
  }
  return {};
}

std::error_code descriptor::close() {
  const int status = ::close(std::exchange(number_, -1));
  return status < 0 && errno != EINTR ? last_error() : std::error_code{};
}

std::error_code output_sink::write(std::string_view bytes) {
  const std::error_code error = descriptor_sink::write(bytes);
  if (error == std::errc::broken_pipe) end_by_sigpipe();
  return error;
}

}  // namespace mpn::app::platform
