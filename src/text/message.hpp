// Texts for people, in each of their languages.
#pragma once

#include <fmt/format.h>

#include <cstdint>
#include <string>
#include <string_view>

#include "mpn/date.hpp"

namespace mpn::app {

enum class language : std::uint8_t { english, korean };

/// A text without arguments, in every language.
struct words {
  std::string_view english;
  std::string_view korean;
  [[nodiscard]] constexpr std::string_view in(language lang) const {
    return lang == language::english ? english : korean;
  }
};

/// A text with places for arguments, in {fmt}'s notation. It compiles only if every language fits
/// the arguments.
template <class... Args>
struct message {
  fmt::format_string<const Args&...> english;
  fmt::format_string<const Args&...> korean;

  [[nodiscard]] std::string in(language lang, const Args&... args) const {
    return fmt::format(lang == language::english ? english : korean, args...);
  }
};

}  // namespace mpn::app

/// Messages write a day as YYYY-MM-DD.
template <>
struct fmt::formatter<mpn::date_text> : fmt::formatter<std::string_view> {
  auto format(const mpn::date_text& day, fmt::format_context& context) const {
    return fmt::formatter<std::string_view>::format(day.view(), context);
  }
};
