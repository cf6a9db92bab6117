#include "io/platform.hpp"

#include <fmt/format.h>
#include <fmt/xchar.h>

#ifndef NOMINMAX
#define NOMINMAX
#endif
#include <windows.h>
// shellapi.h needs windows.h before it
#include <shellapi.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace mpn::app::platform {

namespace {

// Converted to a generic error, so that the message is the same as on POSIX: "No such file or
// directory" for a missing file.
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

constexpr std::size_t max_utf8_bytes_per_unit = 3;

// Lone surrogates become U+FFFD.
std::string utf8(std::wstring_view wide) {
  std::string text(wide.size() * max_utf8_bytes_per_unit, '\0');
  const int room = static_cast<int>(text.size());
  text.resize(static_cast<std::size_t>(::WideCharToMultiByte(CP_UTF8, 0, wide.data(),
                                                             static_cast<int>(wide.size()),
                                                             text.data(), room, nullptr, nullptr)));
  return text;
}

bool is_console(HANDLE file) {
  DWORD mode = 0;
  return ::GetConsoleMode(file, &mode) != 0;
}

// Owns the handle of a file, a pipe or a console.
class handle {
 public:
  explicit handle(HANDLE object) : object_{object} {}
  handle(handle&& other) noexcept : object_{std::exchange(other.object_, INVALID_HANDLE_VALUE)} {}
  handle(const handle&) = delete;
  handle& operator=(const handle&) = delete;
  handle& operator=(handle&&) = delete;
  ~handle() { (void)close(); }

  void swap(handle& other) noexcept { std::swap(object_, other.object_); }
  [[nodiscard]] HANDLE get() const { return object_; }
  [[nodiscard]] bool is_open() const { return object_ != INVALID_HANDLE_VALUE; }
  [[nodiscard]] DWORD attributes() const {
    BY_HANDLE_FILE_INFORMATION information{};
    return ::GetFileInformationByHandle(object_, &information) != 0 ? information.dwFileAttributes
                                                                    : 0;
  }
  [[nodiscard]] bool is_directory() const { return (attributes() & FILE_ATTRIBUTE_DIRECTORY) != 0; }

  [[nodiscard]] std::error_code write(std::string_view bytes) const {
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

  std::error_code close() {
    const HANDLE closing = std::exchange(object_, INVALID_HANDLE_VALUE);
    return closing != INVALID_HANDLE_VALUE && ::CloseHandle(closing) == 0 ? last_error()
                                                                          : std::error_code{};
  }

 private:
  HANDLE object_;
};

handle standard(DWORD which) { return handle{::GetStdHandle(which)}; }

// Shares the file for reading, writing and deleting, as POSIX does. FILE_FLAG_BACKUP_SEMANTICS
// opens directories too, so that they can be distinguished from files without permission.
handle open(const std::wstring& path, DWORD access, DWORD disposition) {
  constexpr DWORD shared = FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE;
  return handle{::CreateFileW(path.c_str(), access, shared, nullptr, disposition,
                              FILE_FLAG_BACKUP_SEMANTICS, nullptr)};
}

class file_source final : public source {
 public:
  explicit file_source(handle file) : file_{std::move(file)} {}
  result<std::size_t, std::error_code> read(char* to, std::size_t size) override {
    DWORD size_read = 0;
    if (::ReadFile(file_.get(), to, static_cast<DWORD>(size), &size_read, nullptr) != 0)
      return std::size_t{size_read};
    if (::GetLastError() == ERROR_BROKEN_PIPE) return std::size_t{0};  // the end of a pipe
    return unexpected{last_error()};
  }

 private:
  handle file_;
};

// A size that consoles of all Windows versions accept in one call.
constexpr std::size_t max_console_size = 4096;

// Reads UTF-16, which does not depend on the console's code page. A line that begins with Ctrl-Z is
// the end of the input.
class console_source final : public source {
 public:
  explicit console_source(handle console) : console_{std::move(console)} {}
  result<std::size_t, std::error_code> read(char* to, std::size_t size) override {
    constexpr wchar_t end_of_input = 0x1A;
    std::wstring typed(std::min(max_console_size, size / max_utf8_bytes_per_unit - 1), L'\0');
    DWORD size_read = 0;
    if (::ReadConsoleW(console_.get(), typed.data(), static_cast<DWORD>(typed.size()), &size_read,
                       nullptr) == 0)
      return unexpected{last_error()};
    typed.resize(size_read);
    if (typed.starts_with(end_of_input)) return std::size_t{0};
    typed.insert(0, std::exchange(high_surrogate_, {}));
    if (!typed.empty() && IS_HIGH_SURROGATE(typed.back())) {
      high_surrogate_ = typed.back();
      typed.pop_back();
    }
    return utf8(typed).copy(to, size);
  }

 private:
  handle console_;
  std::wstring high_surrogate_;  // the first unit of a pair whose second is read by the next call
};

class file_sink final : public sink {
 public:
  explicit file_sink(handle file) : file_{std::move(file)} {}
  std::error_code write(std::string_view bytes) override { return file_.write(bytes); }
  std::error_code finish() override { return file_.close(); }

 private:
  handle file_;
};

// The length of `text` without an incomplete UTF-8 sequence at its end.
std::size_t complete_utf8_size(std::string_view text) {
  for (std::size_t back = 1; back <= std::min<std::size_t>(text.size(), 3); ++back) {
    const auto byte = static_cast<unsigned char>(text[text.size() - back]);
    if (byte < 0x80U) break;
    if (byte < 0xC0U) continue;
    const std::size_t length = byte < 0xE0U ? 2 : byte < 0xF0U ? 3 : 4;
    return length > back ? text.size() - back : text.size();
  }
  return text.size();
}

// Writes UTF-16, so that the console shows all of Unicode. The user's code page is not changed, so
// it does not have to be restored, not even after Ctrl-C.
class console_sink final : public sink {
 public:
  explicit console_sink(handle console) : console_{std::move(console)} {}
  std::error_code write(std::string_view bytes) override {
    const std::string text = std::exchange(incomplete_, {}).append(bytes);
    std::string_view left = text;
    while (const std::size_t size = complete_utf8_size(left.substr(0, max_console_size))) {
      const std::wstring wide = utf16(left.substr(0, size));
      DWORD written = 0;
      if (::WriteConsoleW(console_.get(), wide.data(), static_cast<DWORD>(wide.size()), &written,
                          nullptr) == 0)
        return last_error();
      left.remove_prefix(size);
    }
    incomplete_ = left;
    return {};
  }

 private:
  handle console_;
  std::string incomplete_;  // the first bytes of a character that the next write completes
};

// Enables escape sequences for colors until the program ends, where the console supports them.
class escape_sequences {
 public:
  explicit escape_sequences(HANDLE console) : console_{console} {
    enabled_ = ::GetConsoleMode(console_, &old_mode_) != 0 &&
               ::SetConsoleMode(console_, old_mode_ | ENABLE_VIRTUAL_TERMINAL_PROCESSING) != 0;
  }
  escape_sequences(const escape_sequences&) = delete;
  escape_sequences& operator=(const escape_sequences&) = delete;
  ~escape_sequences() {
    if (enabled_) (void)::SetConsoleMode(console_, old_mode_);
  }

  [[nodiscard]] bool enabled() const { return enabled_; }

 private:
  HANDLE console_;
  DWORD old_mode_{};
  bool enabled_{};
};

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

// The user's first display language, such as ko-KR.
std::string preferred_language() {
  std::array<wchar_t, 1024> names{};  // each terminated by a zero
  auto size = static_cast<ULONG>(names.size());
  ULONG count = 0;
  if (::GetUserPreferredUILanguages(MUI_LANGUAGE_NAME, &count, names.data(), &size) == 0) return {};
  return utf8(names.data());
}

sys_days local_date() {
  SYSTEMTIME now{};
  ::GetLocalTime(&now);
  return sys_days{date::year{now.wYear} / now.wMonth / now.wDay};
}

std::unique_ptr<sink> make_sink(handle file) {
  if (is_console(file.get())) return std::make_unique<console_sink>(std::move(file));
  return std::make_unique<file_sink>(std::move(file));
}

std::unique_ptr<source> make_source(handle file) {
  if (is_console(file.get())) return std::make_unique<console_source>(std::move(file));
  return std::make_unique<file_source>(std::move(file));
}

}  // namespace

// Windows never gives a new file the handle of a standard stream, and has no limit on file sizes.
void prepare() {}

// Not argv, which is in the code page and in which the C runtime has expanded wildcards.
std::vector<std::string> arguments(int, char**) {
  int count = 0;
  wchar_t** const wide = ::CommandLineToArgvW(::GetCommandLineW(), &count);
  std::vector<std::string> words;
  for (int i = 1; i < count; ++i) words.push_back(utf8(wide[i]));
  ::LocalFree(wide);
  return words;
}

source& standard_input() {
  static const auto in = make_source(standard(STD_INPUT_HANDLE));
  return *in;
}
sink& standard_output() {
  static const auto out = make_sink(standard(STD_OUTPUT_HANDLE));
  return *out;
}
sink& standard_error() {
  static const auto err = make_sink(standard(STD_ERROR_HANDLE));
  return *err;
}

environment surroundings() {
  environment current = environment_of_variables();
  static const escape_sequences colors{::GetStdHandle(STD_OUTPUT_HANDLE)};
  current.input_is_terminal = is_console(::GetStdHandle(STD_INPUT_HANDLE));
  current.output_is_terminal = is_console(::GetStdHandle(STD_OUTPUT_HANDLE));
  current.no_color = current.no_color || !colors.enabled();
  if (current.locale.empty()) current.locale = preferred_language();
  current.today = local_date;
  return current;
}

result<std::unique_ptr<source>, std::error_code> open_file(const std::string& path) {
  handle file = open(utf16(path), GENERIC_READ, OPEN_EXISTING);
  if (!file.is_open()) return unexpected{last_error()};
  if (file.is_directory()) return unexpected{std::make_error_code(std::errc::is_a_directory)};
  return make_source(std::move(file));
}

bool is_file(const std::string& path) {
  const DWORD attributes = ::GetFileAttributesW(utf16(path).c_str());
  return attributes != INVALID_FILE_ATTRIBUTES && (attributes & FILE_ATTRIBUTE_DIRECTORY) == 0;
}

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
