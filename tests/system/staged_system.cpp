// A library to be preloaded, in which system calls fail on demand. The environment variable STAGED
// holds words of the form NAME or NAME=NUMBER:
//   step=N        read() and write() transfer at most N bytes
//   eintr         every other read() and write() is interrupted
//   write=N       write() fails at byte N of the output
//   CALL=N        the N-th call (from 0) of any other function below fails
//   error=ERRNO   the error of a call that fails (default EIO)
//   time=SECONDS  the clock stands still at this time
// Writes to standard error never fail.
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>

namespace {

// The number after `name` in STAGED, or `otherwise`. Allocates nothing.
long setting(const char* name, long otherwise) {
  const char* word = std::getenv("STAGED");
  const std::size_t size = std::strlen(name);
  for (; word != nullptr; word = std::strchr(word, ' ')) {
    while (*word == ' ') ++word;
    if (std::strncmp(word, name, size) == 0)
      return word[size] == '=' ? std::atol(word + size + 1) : 1;
  }
  return otherwise;
}

template <class Function>
Function* real_function(const char* name) {
  return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

bool fail() {
  errno = static_cast<int>(setting("error", EIO));
  return true;
}

// Whether this call of `name`, the function's call number `calls`, has to fail.
bool fails(const char* name, long& calls) {
  const long at = setting(name, -1);
  return at >= 0 && calls++ == at && fail();
}

bool interrupted() {
  static bool interrupt = false;
  if (setting("eintr", 0) == 0) return false;
  interrupt = !interrupt;
  if (interrupt) errno = EINTR;
  return interrupt;
}

std::size_t step(std::size_t size) {
  return std::min(size, static_cast<std::size_t>(setting("step", LONG_MAX)));
}

}  // namespace

extern "C" {

ssize_t read(int fd, void* to, std::size_t size) {
  static auto* const real = real_function<decltype(read)>("read");
  static long calls = 0;
  return interrupted() || fails("read", calls) ? -1 : real(fd, to, step(size));
}

ssize_t write(int fd, const void* from, std::size_t size) {
  static auto* const real = real_function<decltype(write)>("write");
  static long written = 0;
  if (fd == STDERR_FILENO) return real(fd, from, size);
  const auto left = static_cast<std::size_t>(setting("write", LONG_MAX) - written);
  if (interrupted() || (left == 0 && fail())) return -1;
  const ssize_t result = real(fd, from, std::min(step(size), left));
  written += result;
  return result;
}

// Only files opened for writing count: the dynamic linker and the sanitizers close others. As on
// Linux, the descriptor is closed even so.
int close(int fd) {
  static auto* const real = real_function<decltype(close)>("close");
  static long calls = 0;
  const bool for_writing = (::fcntl(fd, F_GETFL) & O_ACCMODE) == O_WRONLY;
  const int status = real(fd);
  return for_writing && fails("close", calls) ? -1 : status;
}

int rename(const char* from, const char* to) noexcept {
  static auto* const real = real_function<decltype(rename)>("rename");
  static long calls = 0;
  return fails("rename", calls) ? -1 : real(from, to);
}

int fchmod(int fd, mode_t mode) noexcept {
  static auto* const real = real_function<decltype(fchmod)>("fchmod");
  static long calls = 0;
  return fails("fchmod", calls) ? -1 : real(fd, mode);
}

int stat(const char* path, struct stat* to) noexcept {
  static auto* const real = real_function<decltype(stat)>("stat");
  static long calls = 0;
  return fails("stat", calls) ? -1 : real(path, to);
}

// After the first failure every call fails.
void* malloc(std::size_t size) noexcept {
  static auto* const real = real_function<decltype(malloc)>("malloc");
  static long calls = 0;
  const long at = setting("malloc", LONG_MAX);
  return calls++ >= at ? nullptr : real(size);
}

std::time_t time(std::time_t* to) noexcept {
  static auto* const real = real_function<decltype(time)>("time");
  const std::time_t now = setting("time", -1);
  if (now < 0) return real(to);
  if (to != nullptr) *to = now;
  return now;
}

}  // extern "C"
