#include "io/platform_posix_temporary.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>

#include "io/platform_posix_signals.hpp"

namespace mpn::app::platform {

namespace {

// The file that a signal removes; changed only while these signals are delayed.
temporary_file* removed_by_signal = nullptr;

}  // namespace

// Runs as a signal handler: unlinkat() is async-signal-safe.
void temporary_file::remove_before_end() {
  if (removed_by_signal != nullptr)
    (void)::unlinkat(removed_by_signal->directory_.number(), removed_by_signal->name_.data(), 0);
}

temporary_file::~temporary_file() {
  const delayed_signals delayed;
  if (name_.front() != '\0') (void)::unlinkat(directory_.number(), name_.data(), 0);
  if (removed_by_signal == this) removed_by_signal = nullptr;
}

std::error_code temporary_file::create(descriptor directory) {
  const delayed_signals delayed;
  constexpr int max_attempts = 100;
  for (int i = 0; i < max_attempts; ++i) {
    *fmt::format_to(name_.data(), ".mpn-renewal.{}.{}.tmp", ::getpid(), i) = '\0';
    file_ = descriptor{::openat(directory.number(), name_.data(),
                                O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR)};
    if (file_.is_open()) {
      directory_ = std::move(directory);
      removed_by_signal = this;
      before_end_by_signal(remove_before_end);
      return {};
    }
    if (errno != EEXIST) break;
  }
  const std::error_code error = last_error();
  name_.front() = '\0';
  return error;
}

std::error_code temporary_file::rename(const char* name) {
  const delayed_signals delayed;
  if (::renameat(directory_.number(), name_.data(), directory_.number(), name) < 0)
    return last_error();
  name_.front() = '\0';
  removed_by_signal = nullptr;
  return {};
}

}  // namespace mpn::app::platform
