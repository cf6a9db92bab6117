// The file named by -o.
#include <fmt/format.h>
#include <fmt/xchar.h>

#include <memory>
#include <string>
#include <utility>

#include "io/platform.hpp"
#include "io/platform_windows_console.hpp"
#include "io/platform_windows_handle.hpp"

namespace mpn::app::platform {

namespace {

class replaced_file final : public sink {
 public:
  replaced_file(std::wstring target, bool target_exists)
      : target_{std::move(target)}, target_exists_{target_exists} {}
  ~replaced_file() override {
    (void)file_.close();
    if (!temporary_.empty()) (void)::DeleteFileW(temporary_.c_str());
  }
  replaced_file(const replaced_file&) = delete;
  replaced_file& operator=(const replaced_file&) = delete;

  // Takes over the temporary file and its handle; the destructor removes it.
  void adopt(handle&& file, std::wstring&& temporary) noexcept {
    file_.swap(file);
    temporary_ = std::move(temporary);
  }
  std::error_code write(std::string_view bytes) override { return file_.write(bytes); }
  std::error_code finish() override {
    if (auto error = file_.close()) return error;
    const BOOL replaced = target_exists_
                              ? ::ReplaceFileW(target_.c_str(), temporary_.c_str(), nullptr,
                                               REPLACEFILE_IGNORE_MERGE_ERRORS, nullptr, nullptr)
                              : ::MoveFileExW(temporary_.c_str(), target_.c_str(),
                                              MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH);
    if (replaced == 0) return last_error();
    temporary_.clear();
    return {};
  }

 private:
  handle file_{INVALID_HANDLE_VALUE};
  std::wstring temporary_;
  std::wstring target_;
  bool target_exists_;
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
  // Fails where writing is not permitted, or another program does not share the file.
  handle old = open(target, GENERIC_WRITE, OPEN_EXISTING);
  const bool exists = old.is_open();
  if (!exists && ::GetLastError() != ERROR_FILE_NOT_FOUND) return unexpected{last_error()};
  if (exists) {
    if (old.is_directory()) return unexpected{std::make_error_code(std::errc::is_a_directory)};
    if (::GetFileType(old.get()) != FILE_TYPE_DISK)
      return std::unique_ptr<sink>{std::make_unique<file_sink>(std::move(old))};
    const auto place = final_path(old);
    if (!place) return unexpected{place.error()};
    target = *place;
    (void)old.close();
  }
  // Allocated before the temporary file exists, which would remain if memory ran out.
  auto file = std::make_unique<replaced_file>(target, exists);
  constexpr int max_attempts = 100;
  for (int i = 0; i < max_attempts; ++i) {
    std::wstring temporary = target + fmt::format(L".{}.{}.tmp", ::GetCurrentProcessId(), i);
    handle opened = open(temporary, GENERIC_WRITE, CREATE_NEW);
    if (opened.is_open()) {
      file->adopt(std::move(opened), std::move(temporary));
      return std::unique_ptr<sink>{std::move(file)};
    }
    if (::GetLastError() != ERROR_FILE_EXISTS) return unexpected{last_error()};
  }
  return unexpected{std::make_error_code(std::errc::file_exists)};
}

}  // namespace mpn::app::platform
