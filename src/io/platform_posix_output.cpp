// What -o names: a file to be replaced, a device or FIFO, or one of the process's own descriptors.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <filesystem>
#include <optional>

#include "io/platform.hpp"
#include "io/platform_posix_descriptor.hpp"
#include "io/platform_posix_rights.hpp"
#include "io/platform_posix_signals.hpp"
#include "io/platform_posix_temporary.hpp"

namespace mpn::app::platform {

namespace {

namespace fs = std::filesystem;

#if defined(O_PATH)
constexpr int search_only = O_PATH;  // Linux
#elif defined(O_SEARCH)
constexpr int search_only = O_SEARCH;  // POSIX
#else
constexpr int search_only = O_RDONLY;
#endif

bool is_same_file(const struct stat& a, const struct stat& b) {
  return a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

bool is_same_file(const fs::path& path, const struct stat& other) {
  struct stat found {};
  return ::stat(path.c_str(), &found) == 0 && is_same_file(found, other);
}

// A name in an open directory.
struct directory_entry {
  std::string directory_path;
  descriptor directory;
  std::string name;

  std::error_code open(const std::string& path) {
    const std::size_t slash = path.rfind('/');
    directory_path = slash == std::string::npos ? "." : path.substr(0, slash + 1);
    name = path.substr(slash + 1);  // all of it if there is no slash, as npos + 1 is 0
    directory = descriptor{::open(directory_path.c_str(), search_only | O_DIRECTORY | O_CLOEXEC)};
    return directory.is_open() ? std::error_code{} : last_error();
  }

  [[nodiscard]] bool is(const struct stat& file) const {
    struct stat found {};
    return ::fstatat(directory.number(), name.c_str(), &found, AT_SYMLINK_NOFOLLOW) == 0 &&
           is_same_file(found, file);
  }
};

// Finds the directory entry of `file`, which the kernel opened as `path`. realpath() follows the
// links again and may end elsewhere, or where fs.protected_symlinks would have stopped the kernel,
// so the entry counts only if it is the same file; otherwise ESTALE.
std::error_code find_entry(const std::string& path, const struct stat& file,
                           directory_entry& entry) {
  if (!entry.open(path) && entry.is(file)) return {};
  const std::unique_ptr<char, decltype(&std::free)> resolved{::realpath(path.c_str(), nullptr),
                                                             &std::free};
  if (resolved == nullptr) return last_error();
  if (const auto error = entry.open(resolved.get())) return error;
  return entry.is(file) ? std::error_code{} : std::error_code{ESTALE, std::generic_category()};
}

// N if `path` is /dev/fd/N or /proc/self/fd/N, under any name of that directory.
std::optional<int> descriptor_number(const fs::path& path) {
  const std::string name = path.filename();
  int number = 0;
  const char* const end = name.data() + name.size();
  const auto parsed = std::from_chars(name.data(), end, number);
  if (parsed.ec != std::errc{} || parsed.ptr != end) return std::nullopt;
  struct stat directory {};
  if (::stat((path.parent_path() / ".").c_str(), &directory) < 0) return std::nullopt;
  const bool is_of_descriptors =
      is_same_file("/dev/fd", directory) || is_same_file("/proc/self/fd", directory);
  return is_of_descriptors ? std::optional{number} : std::nullopt;
}

// The number of the descriptor of this process that `path` stands for, as in /dev/stdout, /dev/fd/1
// or a link to them. Opening such a path would open its file anew, with another offset, or fail for
// want of permission. So the names are followed here, but again only to a file to which the kernel
// follows them too.
std::optional<int> own_descriptor(fs::path path) {
  struct stat target {};
  if (::stat(path.c_str(), &target) < 0) return std::nullopt;
  constexpr int max_links = 40;  // as in Linux
  for (int i = 0; i < max_links; ++i) {
    if (const auto number = descriptor_number(path)) {
      struct stat opened {};
      const bool same = ::fstat(*number, &opened) == 0 && is_same_file(opened, target);
      return same ? number : std::nullopt;
    }
    std::error_code not_a_link;
    const fs::path next = fs::read_symlink(path, not_a_link);
    if (not_a_link) return std::nullopt;
    path = path.parent_path() / next;
  }
  return std::nullopt;
}

class replaced_file final : public sink {
 public:
  // `old` is closed if the file is new.
  replaced_file(directory_entry entry, descriptor old)
      : name_{std::move(entry.name)},
        old_{std::move(old)},
        mode_if_new_{old_.is_open() ? 0 : mode_of_new_file(entry.directory_path)},
        directory_{std::move(entry.directory)} {}

  std::error_code create() { return temporary_.create(std::move(directory_)); }
  std::error_code write(std::string_view bytes) override { return temporary_.file().write(bytes); }
  std::error_code finish() override {
    if (const auto error = set_rights()) return error;
    if (const auto error = temporary_.file().close()) return error;
    return temporary_.rename(name_.c_str());
  }

 private:
  std::error_code set_rights() {
    const int file = temporary_.file().number();
    if (old_.is_open()) return copy_rights(old_.number(), file);
    return ::fchmod(file, mode_if_new_) < 0 ? last_error() : std::error_code{};
  }

  std::string name_;
  descriptor old_;
  mode_t mode_if_new_;
  descriptor directory_;
  temporary_file temporary_;
};

using sink_result = result<std::unique_ptr<sink>, std::error_code>;

sink_result write_through(descriptor file) {
  return std::unique_ptr<sink>{std::make_unique<output_sink>(std::move(file))};
}

sink_result replace(directory_entry entry, descriptor old) {
  auto file = std::make_unique<replaced_file>(std::move(entry), std::move(old));
  if (const auto error = file->create()) return unexpected{error};
  return std::unique_ptr<sink>{std::move(file)};
}

sink_result replace_or_write_through(const std::string& path, descriptor old) {
  struct stat found {};
  if (::fstat(old.number(), &found) < 0) return unexpected{last_error()};
  if (!S_ISREG(found.st_mode)) return write_through(std::move(old));
  directory_entry entry;
  if (const auto error = find_entry(path, found, entry)) return unexpected{error};
  return replace(std::move(entry), std::move(old));
}

// `path` is a dangling link. The kernel creates its target, and so decides whether the link may be
// followed; the empty file is removed until the output is complete.
sink_result replace_link_target(const std::string& path) {
  const delayed_signals delayed;
  constexpr mode_t no_permissions = 0;
  descriptor file{::open(path.c_str(), O_WRONLY | O_CREAT | O_NOCTTY | O_CLOEXEC, no_permissions)};
  if (!file.is_open()) return unexpected{last_error()};
  struct stat created {};
  if (::fstat(file.number(), &created) < 0) return unexpected{last_error()};
  const bool is_ours = created.st_size == 0 && created.st_mode == (S_IFREG | no_permissions);
  if (!is_ours) return replace_or_write_through(path, std::move(file));
  directory_entry entry;
  if (const auto error = find_entry(path, created, entry)) return unexpected{error};
  (void)::unlinkat(entry.directory.number(), entry.name.c_str(), 0);
  return replace(std::move(entry), descriptor{});
}

}  // namespace

result<std::unique_ptr<sink>, std::error_code> create_file(const std::string& path) {
  if (const auto number = own_descriptor(path)) {
    descriptor copy{::fcntl(*number, F_DUPFD_CLOEXEC, 0)};
    if (!copy.is_open()) return unexpected{last_error()};
    return write_through(std::move(copy));
  }
  // Neither created nor truncated; a FIFO waits for its reader.
  descriptor old{::open(path.c_str(), O_WRONLY | O_NOCTTY | O_CLOEXEC)};
  if (old.is_open()) return replace_or_write_through(path, std::move(old));
  if (errno != ENOENT) return unexpected{last_error()};
  struct stat found {};
  if (::lstat(path.c_str(), &found) == 0 && S_ISLNK(found.st_mode))
    return replace_link_target(path);
  directory_entry entry;
  if (const auto error = entry.open(path)) return unexpected{error};
  return replace(std::move(entry), descriptor{});
}

}  // namespace mpn::app::platform
