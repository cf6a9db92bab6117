#include "io/platform_posix_rights.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <optional>
#include <string_view>

#include "io/platform_posix_descriptor.hpp"
#ifdef __linux__
#include <sys/xattr.h>
#endif

namespace mpn::app::platform {

namespace {

constexpr mode_t permissions = 0777;  // without setuid, setgid and sticky
constexpr mode_t permissions_of_owner = 0700;

bool copy_owner_and_group(const struct stat& old, int to) {
  // Members of a group may change to it, but only root may change the owner.
  constexpr auto same_owner = static_cast<uid_t>(-1);
  if (::fchown(to, old.st_uid, old.st_gid) == 0 || ::fchown(to, same_owner, old.st_gid) == 0)
    return true;
  struct stat current {};
  return ::fstat(to, &current) == 0 && current.st_gid == old.st_gid;
}

#ifdef __linux__

constexpr const char* access_acl = "system.posix_acl_access";
constexpr const char* default_acl = "system.posix_acl_default";

// The value of an extended attribute, through `get(value, size)`; empty if the file or the file
// system has no such attribute, nothing after an error.
template <class Get>
std::optional<std::string> attribute(Get get) {
  constexpr std::size_t max_size = 65536;  // XATTR_SIZE_MAX of Linux
  std::string value(max_size, '\0');
  const ssize_t size = get(value.data(), max_size);
  if (size < 0 && errno != ENODATA && errno != ENOTSUP && errno != ENOSYS) return std::nullopt;
  value.resize(size < 0 ? 0 : static_cast<std::size_t>(size));
  return value;
}

std::optional<std::string> acl_of(int file) {
  return attribute(
      [&](char* to, std::size_t size) { return ::fgetxattr(file, access_acl, to, size); });
}

void set_acl(int file, const std::string& acl) {
  (void)::fsetxattr(file, access_acl, acl.data(), acl.size(), 0);
}

bool remove_acl(int file) {
  return ::fremovexattr(file, access_acl) == 0 || errno == ENODATA || errno == ENOTSUP ||
         errno == ENOSYS;
}

// The permissions of owner, group and others in an access control list in the form of Linux
// (linux/posix_acl_xattr.h): a version of four bytes, then entries of eight, each with a tag and
// permissions of two bytes in little-endian order.
mode_t permissions_in_acl(std::string_view acl) {
  constexpr std::size_t header_size = 4;
  constexpr std::size_t entry_size = 8;
  constexpr unsigned owner_tag = 0x01;
  constexpr unsigned group_tag = 0x04;
  constexpr unsigned mask_tag = 0x10;  // limits the group, and comes after it
  constexpr unsigned others_tag = 0x20;
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(acl[at]); };
  mode_t owner = 0;
  mode_t group = 0;
  mode_t others = 0;
  for (std::size_t at = header_size; at + entry_size <= acl.size(); at += entry_size) {
    const mode_t granted = byte(at + 2) & 7U;
    const unsigned tag = byte(at) | static_cast<unsigned>(byte(at + 1)) << 8U;
    if (tag == owner_tag) owner = granted;
    if (tag == group_tag || tag == mask_tag) group = granted;
    if (tag == others_tag) others = granted;
  }
  return owner << 6U | group << 3U | others;
}

// What the directory's default list permits; only the owner if it cannot be read.
std::optional<mode_t> default_mode(const std::string& directory) {
  const auto acl = attribute([&](char* to, std::size_t size) {
    return ::getxattr(directory.c_str(), default_acl, to, size);
  });
  if (!acl) return permissions_of_owner;
  if (acl->empty()) return std::nullopt;
  return permissions_in_acl(*acl);
}

#else

std::optional<std::string> acl_of(int) { return ""; }
void set_acl(int, const std::string&) {}
bool remove_acl(int) { return true; }
std::optional<mode_t> default_mode(const std::string&) { return std::nullopt; }

#endif

mode_t current_umask() {
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return mask;
}

}  // namespace

std::error_code copy_rights(int from, int to) {
  struct stat old {};
  if (::fstat(from, &old) < 0) return last_error();
  const auto acl = acl_of(from);
  // A list inherited from the directory would take effect with the mode.
  const bool can_keep_all =
      copy_owner_and_group(old, to) && acl && (!acl->empty() || remove_acl(to));
  // With a list, the group bits of st_mode are its mask, possibly wider than the group's own entry:
  // copy only the owner's bits; set_acl() sets the rest. If it fails, group and others have
  // nothing.
  const mode_t allowed = can_keep_all && acl->empty() ? permissions : permissions_of_owner;
  if (::fchmod(to, old.st_mode & allowed) < 0) return last_error();
  if (can_keep_all && !acl->empty()) set_acl(to, *acl);
  return {};
}

mode_t mode_of_new_file(const std::string& directory) {
  constexpr mode_t read_and_write = 0666;
  return read_and_write & default_mode(directory).value_or(permissions & ~current_umask());
}

}  // namespace mpn::app::platform
