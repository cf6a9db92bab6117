#include "io/platform_windows_handle.hpp"

#include <algorithm>

namespace mpn::app::platform {

std::error_code last_error() {
  const DWORD code = ::GetLastError();
  if (code == ERROR_PIPE_NOT_CONNECTED)
    return std::make_error_code(std::errc::broken_pipe);  // libstdc++ does not convert this one
  const std::error_code windows{static_cast<int>(code), std::system_category()};
  const std::error_condition portable = windows.default_error_condition();
  return {portable.value(), portable.category()};
}

std::wstring utf16(std::string_view text) {
  std::wstring wide(text.size(), L'\0');
  const int size = static_cast<int>(text.size());
  wide.resize(static_cast<std::size_t>(
      ::MultiByteToWideChar(CP_UTF8, 0, text.data(), size, wide.data(), size)));
  return wide;
}

std::string utf8(std::wstring_view wide) {
  std::string text(wide.size() * max_utf8_bytes_per_unit, '\0');
  const int room = static_cast<int>(text.size());
  text.resize(static_cast<std::size_t>(::WideCharToMultiByte(CP_UTF8, 0, wide.data(),
                                                             static_cast<int>(wide.size()),
                                                             text.data(), room, nullptr, nullptr)));
  return text;
}

bool handle::is_directory() const {
  BY_HANDLE_FILE_INFORMATION information{};
  return ::GetFileInformationByHandle(object_, &information) != 0 &&
         (information.dwFileAttributes & FILE_ATTRIBUTE_DIRECTORY) != 0;
}

result<std::size_t, std::error_code> handle::read(char* to, std::size_t size) const {
  DWORD size_read = 0;
  if (::ReadFile(object_, to, static_cast<DWORD>(size), &size_read, nullptr) != 0)
    return std::size_t{size_read};
  if (::GetLastError() == ERROR_BROKEN_PIPE) return std::size_t{0};  // the end of a pipe
  return unexpected{last_error()};
}

std::error_code handle::write(std::string_view bytes) const {
  constexpr std::size_t max_write = std::size_t{1} << 30U;
  while (!bytes.empty()) {
    DWORD written = 0;
    if (::WriteFile(object_, bytes.data(), static_cast<DWORD>(std::min(bytes.size(), max_write)),
                    &written, nullptr) == 0)
      return last_error();
    bytes.remove_prefix(written);
  }
  return {};
}

std::error_code handle::close() {
  const HANDLE closing = std::exchange(object_, INVALID_HANDLE_VALUE);
  return closing != INVALID_HANDLE_VALUE && ::CloseHandle(closing) == 0 ? last_error()
                                                                        : std::error_code{};
}

handle open(const std::wstring& path, DWORD access, DWORD disposition) {
  constexpr DWORD shared = FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE;
  return handle{::CreateFileW(path.c_str(), access, shared, nullptr, disposition,
                              FILE_FLAG_BACKUP_SEMANTICS, nullptr)};
}

}  // namespace mpn::app::platform
