// The file named by -o.
#include <fmt/format.h>
#include <fmt/xchar.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "io/platform.hpp"
#include "io/platform_windows_console.hpp"
#include "io/platform_windows_handle.hpp"

namespace mpn::app::platform {

namespace {

using access_list = std::vector<unsigned char>;  // a security descriptor

// The access list of an open file; empty if the file system has no such lists.
access_list access_list_of(const handle& file) {
  DWORD size = 0;
  (void)::GetKernelObjectSecurity(file.get(), DACL_SECURITY_INFORMATION, nullptr, 0, &size);
  access_list list(size);
  if (size == 0 || ::GetKernelObjectSecurity(file.get(), DACL_SECURITY_INFORMATION, list.data(),
                                             size, &size) == 0)
    return {};
  return list;
}

// A file that nobody else can open and that disappears however the program ends, until it is kept.
class temporary_file {
 public:
  temporary_file() = default;
  temporary_file(const temporary_file&) = delete;
  temporary_file& operator=(const temporary_file&) = delete;
  ~temporary_file() {
    (void)file_.close();
    if (path_.empty()) return;
    // Wine makes a file read-only whose access list does not permit writing, and then keeps it.
    (void)::SetFileAttributesW(path_.c_str(), FILE_ATTRIBUTE_NORMAL);
    (void)::DeleteFileW(path_.c_str());
  }

  // Creates it under a short name in `directory`. With the access list of the old file it never
  // permits more than that one; without a list it has the rights of a new file.
  std::error_code create(const std::wstring& directory, access_list list) {
    SECURITY_ATTRIBUTES security{sizeof security, list.empty() ? nullptr : list.data(), FALSE};
    constexpr DWORD not_shared = 0;
    constexpr int max_attempts = 100;
    for (int i = 0; i < max_attempts; ++i) {
      path_ = directory + fmt::format(L".mpn-renewal.{}.{}.tmp", ::GetCurrentProcessId(), i);
      handle created{::CreateFileW(path_.c_str(), GENERIC_WRITE | DELETE, not_shared, &security,
                                   CREATE_NEW, FILE_ATTRIBUTE_NORMAL, nullptr)};
      if (created.is_open()) {
        file_.swap(created);
        (void)remove_at_close(true);
        return {};
      }
      if (::GetLastError() != ERROR_FILE_EXISTS) break;
    }
    const std::error_code error = last_error();
    path_.clear();
    return error;
  }

  std::error_code write(std::string_view bytes) { return file_.write(bytes); }

  // Renames it to `target`. An old file's attributes and access list are kept.
  std::error_code keep_as(const std::wstring& target, bool replace) {
    if (!remove_at_close(false)) return last_error();
    if (const auto error = file_.close()) return error;  // ReplaceFileW() does not share the file
    const BOOL kept = replace ? ::ReplaceFileW(target.c_str(), path_.c_str(), nullptr,
                                               REPLACEFILE_IGNORE_MERGE_ERRORS, nullptr, nullptr)
                              : ::MoveFileExW(path_.c_str(), target.c_str(),
                                              MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH);
    if (kept == 0) return last_error();
    path_.clear();
    return {};
  }

 private:
  bool remove_at_close(bool remove) {
    FILE_DISPOSITION_INFO disposition{static_cast<BOOLEAN>(remove)};
    return ::SetFileInformationByHandle(file_.get(), FileDispositionInfo, &disposition,
                                        sizeof disposition) != 0;
  }

  handle file_{INVALID_HANDLE_VALUE};
  std::wstring path_;
};

class replaced_file final : public sink {
 public:
  replaced_file(std::wstring target, bool target_exists)
      : target_{std::move(target)}, target_exists_{target_exists} {}

  std::error_code create(access_list list) {
    const std::size_t directory_size = target_.find_last_of(L"\\/:") + 1;  // npos + 1 is 0
    return temporary_.create(target_.substr(0, directory_size), std::move(list));
  }
  std::error_code write(std::string_view bytes) override { return temporary_.write(bytes); }
  std::error_code finish() override { return temporary_.keep_as(target_, target_exists_); }

 private:
  std::wstring target_;
  bool target_exists_;
  temporary_file temporary_;
};

// The path of an open file, with all links resolved.
result<std::wstring, std::error_code> final_path(const handle& file) {
  std::wstring path(::GetFinalPathNameByHandleW(file.get(), nullptr, 0, 0),
                    L'\0');  // including the terminating zero
  const DWORD size =
      ::GetFinalPathNameByHandleW(file.get(), path.data(), static_cast<DWORD>(path.size()), 0);
  if (size == 0 || size >= path.size()) return unexpected{last_error()};
  path.resize(size);
  return path;
}

}  // namespace

result<std::unique_ptr<sink>, std::error_code> create_file(const std::string& path) {
  std::wstring target = utf16(path);
  access_list list;
  // Fails where writing is not permitted, or another program does not share the file.
  handle old = open(target, GENERIC_WRITE, OPEN_EXISTING);
  const bool exists = old.is_open();
  if (!exists && ::GetLastError() != ERROR_FILE_NOT_FOUND) return unexpected{last_error()};
  if (exists) {
    if (old.is_directory()) return unexpected{std::make_error_code(std::errc::is_a_directory)};
    if (::GetFileType(old.get()) != FILE_TYPE_DISK) return make_sink(std::move(old));
    const auto place = final_path(old);
    if (!place) return unexpected{place.error()};
    target = *place;
    list = access_list_of(old);
    (void)old.close();
  }
  auto file = std::make_unique<replaced_file>(std::move(target), exists);
  if (const auto error = file->create(std::move(list))) return unexpected{error};
  return std::unique_ptr<sink>{std::move(file)};
}

}  // namespace mpn::app::platform
