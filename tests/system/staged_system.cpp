// Preloaded into the program: an operating system that fails on demand, and has the time it is
// told. STAGED has words of the form NAME or NAME=NUMBER: step=3 moves at most 3 bytes at a time,
// eintr interrupts every other call, CALL=N makes the N-th call of that name (from 0) fail, or
// writing at byte N, with error=ERRNO, and time=SECONDS stops the clock. Writing to standard error
// never fails.
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

// The number behind `name` in STAGED, or `otherwise`. Asks for no memory.
long asked(const char* name, long otherwise) {
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
Function* next(const char* name) {
  return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

bool fail() {
  errno = static_cast<int>(asked("error", EIO));
  return true;
}

// Whether this call of `name` is the one that fails; `calls` counts them.
bool fails(const char* name, long& calls) {
  const long at = asked(name, -1);
  return at >= 0 && calls++ == at && fail();
}

bool interrupted() {
  static bool now = false;
  if (asked("eintr", 0) == 0) return false;
  now = !now;
  if (now) errno = EINTR;
  return now;
}

std::size_t step(std::size_t size) {
  return std::min(size, static_cast<std::size_t>(asked("step", LONG_MAX)));
}

}  // namespace

extern "C" {

ssize_t read(int fd, void* to, std::size_t size) {
  static auto* const real = next<decltype(read)>("read");
  static long calls = 0;
  return interrupted() || fails("read", calls) ? -1 : real(fd, to, step(size));
}

ssize_t write(int fd, const void* from, std::size_t size) {
  static auto* const real = next<decltype(write)>("write");
  static long written = 0;
  if (fd == STDERR_FILENO) return real(fd, from, size);
  const auto left = static_cast<std::size_t>(asked("write", LONG_MAX) - written);
  if (interrupted() || (left == 0 && fail())) return -1;
  const ssize_t done = real(fd, from, std::min(step(size), left));
  written += done;
  return done;
}

// Only of what was written: the dynamic linker and the sanitizers close files too. Like Linux, it
// is closed all the same.
int close(int fd) {
  static auto* const real = next<decltype(close)>("close");
  static long calls = 0;
  const bool was_written = (::fcntl(fd, F_GETFL) & O_ACCMODE) == O_WRONLY;
  const int status = real(fd);
  return was_written && fails("close", calls) ? -1 : status;
}

int rename(const char* from, const char* to) noexcept {
  static auto* const real = next<decltype(rename)>("rename");
  static long calls = 0;
  return fails("rename", calls) ? -1 : real(from, to);
}

int fchmod(int fd, mode_t mode) noexcept {
  static auto* const real = next<decltype(fchmod)>("fchmod");
  static long calls = 0;
  return fails("fchmod", calls) ? -1 : real(fd, mode);
}

int stat(const char* path, struct stat* to) noexcept {
  static auto* const real = next<decltype(stat)>("stat");
  static long calls = 0;
  return fails("stat", calls) ? -1 : real(path, to);
}

// Once memory has run out, it stays so.
void* malloc(std::size_t size) noexcept {
  static auto* const real = next<decltype(malloc)>("malloc");
  static long calls = 0;
  const long at = asked("malloc", LONG_MAX);
  return calls++ >= at ? nullptr : real(size);
}

std::time_t time(std::time_t* to) noexcept {
  static auto* const real = next<decltype(time)>("time");
  const std::time_t now = asked("time", -1);
  if (now < 0) return real(to);
  if (to != nullptr) *to = now;
  return now;
}

}  // extern "C"
