#include "io/platform.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <ctime>
#include <filesystem>
#include <string_view>
#include <utility>

namespace mpn::app::platform {

namespace {

namespace fs = std::filesystem;

std::error_code last_error() { return {errno, std::generic_category()}; }

// Owns a file descriptor and closes it, unless it is one of the standard streams.
class descriptor {
 public:
  explicit descriptor(int fd) : fd_{fd} {}
  descriptor(const descriptor&) = delete;
  descriptor& operator=(const descriptor&) = delete;
  ~descriptor() {
    if (fd_ > STDERR_FILENO) ::close(fd_);
  }

  void adopt(int fd) { fd_ = fd; }
  [[nodiscard]] int number() const { return fd_; }

  [[nodiscard]] std::error_code write(std::string_view bytes) const {
    while (!bytes.empty()) {
      const auto written = ::write(fd_, bytes.data(), bytes.size());
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) return last_error();
      bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return {};
  }

  // Checked because a network file system may report a full disk only here.
  std::error_code close() {
    const int status = ::close(std::exchange(fd_, -1));
    return status < 0 && errno != EINTR ? last_error() : std::error_code{};
  }

 private:
  int fd_;
};

class file_source final : public source {
 public:
  explicit file_source(int fd) : file_{fd} {}
  result<std::size_t, std::error_code> read(char* to, std::size_t size) override {
    for (;;) {
      const auto size_read = ::read(file_.number(), to, size);
      if (size_read >= 0) return static_cast<std::size_t>(size_read);
      if (errno != EINTR) return unexpected{last_error()};
    }
  }

 private:
  descriptor file_;
};

class file_sink final : public sink {
 public:
  explicit file_sink(int fd) : file_{fd} {}
  std::error_code write(std::string_view bytes) override { return file_.write(bytes); }
  std::error_code finish() override { return file_.close(); }

 private:
  descriptor file_;
};

class replaced_file final : public sink {
 public:
  explicit replaced_file(fs::path target) : target_{std::move(target)} {}
  ~replaced_file() override {
    std::error_code ignored;
    if (!temporary_.empty()) fs::remove(temporary_, ignored);
  }
  replaced_file(const replaced_file&) = delete;
  replaced_file& operator=(const replaced_file&) = delete;

  // Takes over the temporary file and its descriptor; the destructor removes it.
  void adopt(int fd, fs::path&& temporary) noexcept {
    file_.adopt(fd);
    temporary_ = std::move(temporary);
  }
  std::error_code write(std::string_view bytes) override { return file_.write(bytes); }
  std::error_code finish() override {
    if (auto error = file_.close()) return error;
    std::error_code error;
    fs::rename(temporary_, target_, error);
    if (!error) temporary_.clear();
    return error;
  }

 private:
  descriptor file_{-1};
  fs::path temporary_;
  fs::path target_;
};

// The path that the symbolic links in `path` lead to; the file itself need not exist.
result<fs::path, std::error_code> resolve_links(fs::path path) {
  constexpr int longest_chain = 40;
  for (int i = 0; i < longest_chain; ++i) {
    std::error_code error;
    const fs::path next = fs::read_symlink(path, error);
    if (error) return path;
    path = next.is_absolute() ? next : path.parent_path() / next;
  }
  return unexpected{std::make_error_code(std::errc::too_many_symbolic_link_levels)};
}

sys_days local_date() {
  const std::time_t now = std::time(nullptr);
  const std::tm* local = std::localtime(&now);  // NOLINT(concurrency-mt-unsafe): one thread
  return sys_days{date::year{local->tm_year + 1900} / (local->tm_mon + 1) / local->tm_mday};
}

}  // namespace

void prepare() {
  std::signal(SIGXFSZ, SIG_IGN);  // NOLINT(cert-err33-c): write() then fails with EFBIG instead
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
  static file_source in{STDIN_FILENO};
  return in;
}
sink& standard_output() {
  static file_sink out{STDOUT_FILENO};
  return out;
}
sink& standard_error() {
  static file_sink err{STDERR_FILENO};
  return err;
}

environment surroundings() {
  environment current = environment_of_variables();
  current.input_is_terminal = ::isatty(STDIN_FILENO) != 0;
  current.output_is_terminal = ::isatty(STDOUT_FILENO) != 0;
  current.today = local_date;
  return current;
}

result<std::unique_ptr<source>, std::error_code> open_file(const std::string& path) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return unexpected{last_error()};
  return std::unique_ptr<source>{std::make_unique<file_source>(fd)};
}

bool is_file(const std::string& path) {
  std::error_code error;
  const auto status = fs::status(path, error);
  return !error && fs::exists(status) && !fs::is_directory(status);
}

result<std::unique_ptr<sink>, std::error_code> create_file(const std::string& path) {
  const auto target = resolve_links(path);
  if (!target) return unexpected{target.error()};
  std::error_code unknown;
  const fs::file_status old = fs::status(*target, unknown);
  if (!fs::status_known(old)) return unexpected{unknown};
  if (fs::is_directory(old)) return unexpected{std::make_error_code(std::errc::is_a_directory)};
  if (fs::exists(old) && !fs::is_regular_file(old)) {
    const int fd = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
    if (fd < 0) return unexpected{last_error()};
    return std::unique_ptr<sink>{std::make_unique<file_sink>(fd)};
  }
  if (fs::exists(old) && ::access(target->c_str(), W_OK) != 0) return unexpected{last_error()};
  // Allocated before the temporary file exists, which would remain if memory ran out.
  auto file = std::make_unique<replaced_file>(*target);
  constexpr int max_attempts = 100;
  for (int i = 0; i < max_attempts; ++i) {
    fs::path temporary = *target;
    temporary += fmt::format(".{}.{}.tmp", ::getpid(), i);
    const int fd = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (fd < 0 && errno == EEXIST) continue;
    if (fd < 0) return unexpected{last_error()};
    file->adopt(fd, std::move(temporary));
    if (fs::exists(old) && ::fchmod(fd, static_cast<mode_t>(old.permissions())) < 0)
      return unexpected{last_error()};
    return std::unique_ptr<sink>{std::move(file)};
  }
  return unexpected{std::make_error_code(std::errc::file_exists)};
}

}  // namespace mpn::app::platform
