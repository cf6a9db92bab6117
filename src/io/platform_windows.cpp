#include "io/platform.hpp"

#include <fmt/format.h>
#include <fmt/xchar.h>

#ifndef NOMINMAX
#define NOMINMAX
#endif
#include <windows.h>
// after it, as it needs it
#include <shellapi.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace mpn::app::platform {

namespace {

// The reason in the words of every other system, so that a missing file is "No such file or
// directory" here too.
std::error_code last_error() {
  const DWORD code = ::GetLastError();
  if (code == ERROR_PIPE_NOT_CONNECTED)
    return std::make_error_code(std::errc::broken_pipe);  // the one that libstdc++ lacks
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

constexpr std::size_t most_bytes_a_unit = 3;

// Lone surrogates become U+FFFD.
std::string utf8(std::wstring_view wide) {
  std::string text(wide.size() * most_bytes_a_unit, '\0');
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

// A file, a pipe or a console; closed with its owner.
class handle {
 public:
  explicit handle(HANDLE open) : open_{open} {}
  handle(handle&& other) noexcept : open_{std::exchange(other.open_, INVALID_HANDLE_VALUE)} {}
  handle(const handle&) = delete;
  handle& operator=(const handle&) = delete;
  handle& operator=(handle&&) = delete;
  ~handle() { (void)close(); }

  void swap(handle& other) noexcept { std::swap(open_, other.open_); }
  [[nodiscard]] HANDLE get() const { return open_; }
  [[nodiscard]] bool is_open() const { return open_ != INVALID_HANDLE_VALUE; }
  [[nodiscard]] DWORD attributes() const {
    BY_HANDLE_FILE_INFORMATION found{};
    return ::GetFileInformationByHandle(open_, &found) != 0 ? found.dwFileAttributes : 0;
  }
  [[nodiscard]] bool is_folder() const { return (attributes() & FILE_ATTRIBUTE_DIRECTORY) != 0; }

  [[nodiscard]] std::error_code write(std::string_view bytes) const {
    constexpr std::size_t most = std::size_t{1} << 30U;
    while (!bytes.empty()) {
      DWORD done = 0;
      if (::WriteFile(open_, bytes.data(), static_cast<DWORD>(std::min(bytes.size(), most)), &done,
                      nullptr) == 0)
        return last_error();
      bytes.remove_prefix(done);
    }
    return {};
  }

  std::error_code close() {
    const HANDLE closing = std::exchange(open_, INVALID_HANDLE_VALUE);
    return closing != INVALID_HANDLE_VALUE && ::CloseHandle(closing) == 0 ? last_error()
                                                                          : std::error_code{};
  }

 private:
  HANDLE open_;
};

handle standard(DWORD which) { return handle{::GetStdHandle(which)}; }

// Others may go on reading, writing and replacing it, as everywhere else. Folders are opened too,
// to be told from what may not be opened.
handle open(const std::wstring& path, DWORD access, DWORD how) {
  constexpr DWORD shared = FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE;
  return handle{::CreateFileW(path.c_str(), access, shared, nullptr, how,
                              FILE_FLAG_BACKUP_SEMANTICS, nullptr)};
}

class file_source final : public source {
 public:
  explicit file_source(handle file) : file_{std::move(file)} {}
  result<std::size_t, std::error_code> read(char* to, std::size_t size) override {
    DWORD got = 0;
    if (::ReadFile(file_.get(), to, static_cast<DWORD>(size), &got, nullptr) != 0)
      return std::size_t{got};
    if (::GetLastError() == ERROR_BROKEN_PIPE)
      return std::size_t{0};  // how the end of a pipe is said
    return unexpected{last_error()};
  }

 private:
  handle file_;
};

// As much as consoles of every age take at once.
constexpr std::size_t console_piece = 4096;

// What is typed, whatever the console's code page; a line that begins with Ctrl-Z is the end.
class console_source final : public source {
 public:
  explicit console_source(handle console) : console_{std::move(console)} {}
  result<std::size_t, std::error_code> read(char* to, std::size_t size) override {
    constexpr wchar_t end_of_input = 0x1A;
    std::wstring typed(std::min(console_piece, size / most_bytes_a_unit - 1), L'\0');
    DWORD got = 0;
    if (::ReadConsoleW(console_.get(), typed.data(), static_cast<DWORD>(typed.size()), &got,
                       nullptr) == 0)
      return unexpected{last_error()};
    typed.resize(got);
    if (typed.starts_with(end_of_input)) return std::size_t{0};
    typed.insert(0, std::exchange(half_, {}));
    if (!typed.empty() && IS_HIGH_SURROGATE(typed.back())) {
      half_ = typed.back();
      typed.pop_back();
    }
    return utf8(typed).copy(to, size);
  }

 private:
  handle console_;
  std::wstring half_;  // the first half of a character whose second half is read the next time
};

class file_sink final : public sink {
 public:
  explicit file_sink(handle file) : file_{std::move(file)} {}
  std::error_code write(std::string_view bytes) override { return file_.write(bytes); }
  std::error_code finish() override { return file_.close(); }

 private:
  handle file_;
};

// The length of `text` without a character at its end whose last bytes are still to come.
std::size_t whole_characters(std::string_view text) {
  for (std::size_t back = 1; back <= std::min<std::size_t>(text.size(), 3); ++back) {
    const auto byte = static_cast<unsigned char>(text[text.size() - back]);
    if (byte < 0x80U) break;
    if (byte < 0xC0U) continue;
    const std::size_t length = byte < 0xE0U ? 2 : byte < 0xF0U ? 3 : 4;
    return length > back ? text.size() - back : text.size();
  }
  return text.size();
}

// Written to as UTF-16, the console shows all of Unicode and keeps the user's code page: there is
// nothing to restore, not even after Ctrl-C.
class console_sink final : public sink {
 public:
  explicit console_sink(handle console) : console_{std::move(console)} {}
  std::error_code write(std::string_view bytes) override {
    const std::string text = std::exchange(begun_, {}).append(bytes);
    std::string_view left = text;
    while (const std::size_t size = whole_characters(left.substr(0, console_piece))) {
      const std::wstring wide = utf16(left.substr(0, size));
      DWORD written = 0;
      if (::WriteConsoleW(console_.get(), wide.data(), static_cast<DWORD>(wide.size()), &written,
                          nullptr) == 0)
        return last_error();
      left.remove_prefix(size);
    }
    begun_ = left;
    return {};
  }

 private:
  handle console_;
  std::string begun_;  // the first bytes of a character whose others come with the next write
};

// A console that understands colors until the program ends, if it is one that can.
class colored_console {
 public:
  explicit colored_console(HANDLE console) : console_{console} {
    understands_ = ::GetConsoleMode(console_, &before_) != 0 &&
                   ::SetConsoleMode(console_, before_ | ENABLE_VIRTUAL_TERMINAL_PROCESSING) != 0;
  }
  colored_console(const colored_console&) = delete;
  colored_console& operator=(const colored_console&) = delete;
  ~colored_console() {
    if (understands_) (void)::SetConsoleMode(console_, before_);
  }

  [[nodiscard]] bool understands() const { return understands_; }

 private:
  HANDLE console_;
  DWORD before_{};
  bool understands_{};
};

class replacing_file final : public sink {
 public:
  replacing_file(std::wstring target, bool target_exists)
      : target_{std::move(target)}, target_exists_{target_exists} {}
  ~replacing_file() override {
    (void)file_.close();
    if (!temporary_.empty()) (void)::DeleteFileW(temporary_.c_str());
  }
  replacing_file(const replacing_file&) = delete;
  replacing_file& operator=(const replacing_file&) = delete;

  // From here on the file `temporary`, opened as `file`, is this one's to fill and to remove.
  void take(handle&& file, std::wstring&& temporary) noexcept {
    file_.swap(file);
    temporary_ = std::move(temporary);
  }
  std::error_code write(std::string_view bytes) override { return file_.write(bytes); }
  std::error_code finish() override {
    if (auto error = file_.close()) return error;
    const BOOL done = target_exists_
                          ? ::ReplaceFileW(target_.c_str(), temporary_.c_str(), nullptr,
                                           REPLACEFILE_IGNORE_MERGE_ERRORS, nullptr, nullptr)
                          : ::MoveFileExW(temporary_.c_str(), target_.c_str(),
                                          MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH);
    if (done == 0) return last_error();
    temporary_.clear();
    return {};
  }

 private:
  handle file_{INVALID_HANDLE_VALUE};
  std::wstring temporary_;
  std::wstring target_;
  bool target_exists_;
};

// Where an open file really is, behind all links.
result<std::wstring, std::error_code> place_of(const handle& file) {
  std::wstring path(::GetFinalPathNameByHandleW(file.get(), nullptr, 0, 0),
                    L'\0');  // with room for its end mark
  const DWORD size =
      ::GetFinalPathNameByHandleW(file.get(), path.data(), static_cast<DWORD>(path.size()), 0);
  if (size == 0 || size >= path.size()) return unexpected{last_error()};
  path.resize(size);
  return path;
}

// The language in which Windows speaks to this user: ko-KR.
std::string preferred_language() {
  std::array<wchar_t, 1024> names{};  // each with a zero behind it
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

std::unique_ptr<sink> written_to(handle file) {
  if (is_console(file.get())) return std::make_unique<console_sink>(std::move(file));
  return std::make_unique<file_sink>(std::move(file));
}

std::unique_ptr<source> read_from(handle file) {
  if (is_console(file.get())) return std::make_unique<console_source>(std::move(file));
  return std::make_unique<file_source>(std::move(file));
}

}  // namespace

void prepare() {
}  // no file becomes a standard stream here, and no process has a limit on the size of files

// Not main()'s: those are in the code page, and patterns in them were replaced by the names of
// files.
std::vector<std::string> arguments(int, char**) {
  int count = 0;
  wchar_t** const words = ::CommandLineToArgvW(::GetCommandLineW(), &count);
  std::vector<std::string> found;
  for (int i = 1; i < count; ++i) found.push_back(utf8(words[i]));
  ::LocalFree(words);
  return found;
}

source& standard_input() {
  static const auto in = read_from(standard(STD_INPUT_HANDLE));
  return *in;
}
sink& standard_output() {
  static const auto out = written_to(standard(STD_OUTPUT_HANDLE));
  return *out;
}
sink& standard_error() {
  static const auto err = written_to(standard(STD_ERROR_HANDLE));
  return *err;
}

environment surroundings() {
  environment found = environment_of_variables();
  static const colored_console screen{::GetStdHandle(STD_OUTPUT_HANDLE)};
  found.input_is_terminal = is_console(::GetStdHandle(STD_INPUT_HANDLE));
  found.output_is_terminal = is_console(::GetStdHandle(STD_OUTPUT_HANDLE));
  found.no_color = found.no_color || !screen.understands();
  if (found.locale.empty()) found.locale = preferred_language();
  found.today = local_date;
  return found;
}

result<std::unique_ptr<source>, std::error_code> open_file(const std::string& path) {
  handle file = open(utf16(path), GENERIC_READ, OPEN_EXISTING);
  if (!file.is_open()) return unexpected{last_error()};
  if (file.is_folder()) return unexpected{std::make_error_code(std::errc::is_a_directory)};
  return read_from(std::move(file));
}

bool is_file(const std::string& path) {
  const DWORD attributes = ::GetFileAttributesW(utf16(path).c_str());
  return attributes != INVALID_FILE_ATTRIBUTES && (attributes & FILE_ATTRIBUTE_DIRECTORY) == 0;
}

result<std::unique_ptr<sink>, std::error_code> create_file(const std::string& path) {
  std::wstring target = utf16(path);
  handle old = open(target, GENERIC_WRITE,
                    OPEN_EXISTING);  // refused when it is not ours to write, or in use
  const bool exists = old.is_open();
  if (!exists && ::GetLastError() != ERROR_FILE_NOT_FOUND) return unexpected{last_error()};
  if (exists) {
    if (old.is_folder()) return unexpected{std::make_error_code(std::errc::is_a_directory)};
    if (::GetFileType(old.get()) != FILE_TYPE_DISK)
      return std::unique_ptr<sink>{std::make_unique<file_sink>(std::move(old))};
    const auto place = place_of(old);
    if (!place) return unexpected{place.error()};
    target = *place;
    (void)old.close();
  }
  auto file = std::make_unique<replacing_file>(
      target, exists);  // now: with the temporary there, memory must not run out
  constexpr int most_tries = 100;
  for (int i = 0; i < most_tries; ++i) {
    std::wstring temporary = target + fmt::format(L".{}.{}.tmp", ::GetCurrentProcessId(), i);
    handle opened = open(temporary, GENERIC_WRITE, CREATE_NEW);
    if (opened.is_open()) {
      file->take(std::move(opened), std::move(temporary));
      return std::unique_ptr<sink>{std::move(file)};
    }
    if (::GetLastError() != ERROR_FILE_EXISTS) return unexpected{last_error()};
  }
  return unexpected{std::make_error_code(std::errc::file_exists)};
}

}  // namespace mpn::app::platform
