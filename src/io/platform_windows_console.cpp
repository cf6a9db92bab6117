#include "io/platform_windows_console.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace mpn::app::platform {

namespace {

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

}  // namespace

bool is_console(HANDLE file) {
  DWORD mode = 0;
  return ::GetConsoleMode(file, &mode) != 0;
}

std::unique_ptr<sink> make_sink(handle file) {
  if (is_console(file.get())) return std::make_unique<console_sink>(std::move(file));
  return std::make_unique<file_sink>(std::move(file));
}

std::unique_ptr<source> make_source(handle file) {
  if (is_console(file.get())) return std::make_unique<console_source>(std::move(file));
  return std::make_unique<file_source>(std::move(file));
}

escape_sequences::escape_sequences(HANDLE console) : console_{console} {
  enabled_ = ::GetConsoleMode(console_, &old_mode_) != 0 &&
             ::SetConsoleMode(console_, old_mode_ | ENABLE_VIRTUAL_TERMINAL_PROCESSING) != 0;
}

escape_sequences::~escape_sequences() {
  if (enabled_) (void)::SetConsoleMode(console_, old_mode_);
}

}  // namespace mpn::app::platform
