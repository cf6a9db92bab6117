// A library to be preloaded, in which system calls fail on demand. The environment variable STAGED
// holds words of the form NAME or NAME=NUMBER:
//   step=N         read() and write() transfer at most N bytes
//   eintr          every other read() and write() is interrupted
//   eagain         read() and write() fail with EAGAIN until poll() has waited for the descriptor
//   write=N        write() fails at byte N of the output
//   CALL=N         the N-th call (from 0) of any other function below fails
//   lasting        so do all later calls of that function
//   error=ERRNO    the error of a call that fails (default EIO)
//   signal=NUMBER  instead of failing, the call is preceded by this signal
//   after          or followed by it
//   time=SECONDS   the clock stands still at this time
// Writes to standard error never fail.
#include <dlfcn.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdarg>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <utility>

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

void send_signal(bool after) {
  const long signal = setting("signal", 0);
  if (signal != 0 && after == (setting("after", 0) != 0))
    (void)std::raise(static_cast<int>(signal));
}

// Sends the signal, or sets errno and returns true.
bool fail() {
  if (setting("signal", 0) != 0) {
    send_signal(false);
    return false;
  }
  errno = static_cast<int>(setting("error", EIO));
  return true;
}

// Calls real(arguments...), the function `name`, unless this call, number `calls`, has to fail.
template <class Function, class... Arguments>
auto call(const char* name, long& calls, Function* real, Arguments... arguments) {
  const long at = setting(name, -1);
  const long number = calls++;
  const bool staged = at >= 0 && (number == at || (number > at && setting("lasting", 0) != 0));
  using value = decltype(real(arguments...));
  if (staged && fail()) return static_cast<value>(-1);
  const value result = real(arguments...);
  if (staged) send_signal(true);
  return result;
}

// What poll() has waited for since the last read or write: POLLIN or POLLOUT, by descriptor.
std::array<short, 64> ready{};

// Whether the program has to wait until `fd` is ready for `event`.
bool not_ready(int fd, short event) {
  if (setting("eagain", 0) == 0) return false;
  const short waited_for = std::exchange(ready.at(static_cast<std::size_t>(fd)), short{0});
  if (waited_for == event) return false;
  errno = EAGAIN;
  return true;
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
  return interrupted() || not_ready(fd, POLLIN) ? -1
                                                : call("read", calls, real, fd, to, step(size));
}

ssize_t write(int fd, const void* from, std::size_t size) {
  static auto* const real = real_function<decltype(write)>("write");
  static long written = 0;
  if (fd == STDERR_FILENO && setting("eagain", 0) == 0) return real(fd, from, size);
  if (interrupted() || not_ready(fd, POLLOUT)) return -1;
  const auto left = static_cast<std::size_t>(setting("write", LONG_MAX) - written);
  if (left == 0 && fail()) return -1;
  const ssize_t result = real(fd, from, std::min(step(size), left == 0 ? size : left));
  if (left == 0) send_signal(true);
  written += result;
  return result;
}

int poll(pollfd* descriptors, nfds_t count, int timeout) {
  static auto* const real = real_function<decltype(poll)>("poll");
  static long calls = 0;
  for (nfds_t i = 0; i < count; ++i)
    ready.at(static_cast<std::size_t>(descriptors[i].fd)) = descriptors[i].events;
  return call("poll", calls, real, descriptors, count, timeout);
}

int openat(int directory, const char* path, int flags, ...) {
  static auto* const real = real_function<decltype(openat)>("openat");
  static long calls = 0;
  std::va_list arguments;
  va_start(arguments, flags);
  const mode_t mode = va_arg(arguments, mode_t);
  va_end(arguments);
  return call("openat", calls, real, directory, path, flags, mode);
}

// Only files opened for writing count: the dynamic linker and the sanitizers close others. As on
// Linux, the descriptor is closed even so.
int close(int fd) {
  static auto* const real = real_function<decltype(close)>("close");
  static long calls = 0;
  const bool for_writing = (::fcntl(fd, F_GETFL) & O_ACCMODE) == O_WRONLY;
  if (!for_writing) return real(fd);
  const int status = call("close", calls, real, fd);
  if (status < 0) (void)real(fd);
  return status;
}

int renameat(int from_directory, const char* from, int to_directory, const char* to) noexcept {
  static auto* const real = real_function<decltype(renameat)>("renameat");
  static long calls = 0;
  return call("renameat", calls, real, from_directory, from, to_directory, to);
}

int fstat(int fd, struct stat* to) noexcept {
  static auto* const real = real_function<decltype(fstat)>("fstat");
  static long calls = 0;
  return call("fstat", calls, real, fd, to);
}

int fchmod(int fd, mode_t mode) noexcept {
  static auto* const real = real_function<decltype(fchmod)>("fchmod");
  static long calls = 0;
  return call("fchmod", calls, real, fd, mode);
}

int fchown(int fd, uid_t owner, gid_t group) noexcept {
  static auto* const real = real_function<decltype(fchown)>("fchown");
  static long calls = 0;
  return call("fchown", calls, real, fd, owner, group);
}

ssize_t fgetxattr(int fd, const char* name, void* to, std::size_t size) noexcept {
  static auto* const real = real_function<decltype(fgetxattr)>("fgetxattr");
  static long calls = 0;
  return call("fgetxattr", calls, real, fd, name, to, size);
}

ssize_t getxattr(const char* path, const char* name, void* to, std::size_t size) noexcept {
  static auto* const real = real_function<decltype(getxattr)>("getxattr");
  static long calls = 0;
  return call("getxattr", calls, real, path, name, to, size);
}

int fsetxattr(int fd, const char* name, const void* from, std::size_t size, int flags) noexcept {
  static auto* const real = real_function<decltype(fsetxattr)>("fsetxattr");
  static long calls = 0;
  return call("fsetxattr", calls, real, fd, name, from, size, flags);
}

int fremovexattr(int fd, const char* name) noexcept {
  static auto* const real = real_function<decltype(fremovexattr)>("fremovexattr");
  static long calls = 0;
  return call("fremovexattr", calls, real, fd, name);
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
