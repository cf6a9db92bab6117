// Standard streams, input files, arguments, clock and settings; platform_windows_output.cpp has
// create_file().
#include <array>
#include <string>
#include <utility>

#include "io/platform.hpp"
#include "io/platform_windows_console.hpp"
#include "io/platform_windows_handle.hpp"
// shellapi.h needs windows.h before it
#include <shellapi.h>

namespace mpn::app::platform {

namespace {

handle standard(DWORD which) { return handle{::GetStdHandle(which)}; }

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

environment current_environment() {
  environment current = environment_from_variables();
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

}  // namespace mpn::app::platform
