// Text from outside: what is blank, what is valid, and how to show it without harm.
#pragma once

#include <fmt/format.h>

#include <cstddef>
#include <string>
#include <string_view>

#include "mpn/date.hpp"

namespace mpn::app {

/// Whether `bytes` are UTF-8 text; a NUL is none.
[[nodiscard]] bool is_text(std::string_view bytes);

/// Whether `bytes` are printable ASCII without quotes and backslashes, so that no format has to
/// write them otherwise.
[[nodiscard]] bool is_plain(std::string_view bytes);

namespace detail {
[[nodiscard]] std::string_view trimmed(std::string_view text);

// No blank is: the bytes of a no-break space are negative, also where a plain char is not.
[[nodiscard]] inline bool is_above_space(char c) { return static_cast<signed char>(c) > ' '; }
}  // namespace detail

/// `text` without the blanks (spaces, tabs, no-break spaces) around it.
[[nodiscard]] inline std::string_view trimmed(std::string_view text) {
  const bool nothing_to_trim =
      text.empty() || (detail::is_above_space(text.front()) && detail::is_above_space(text.back()));
  return nothing_to_trim ? text : detail::trimmed(text);
}

/// Whether there is nothing but blanks in `text`.
[[nodiscard]] inline bool is_blank(std::string_view text) {
  return text.empty() || (!detail::is_above_space(text.front()) && trimmed(text).empty());
}

/// The front of `text`, at most `size` bytes and never part of a character.
[[nodiscard]] std::string_view beginning(std::string_view text, std::size_t size);

/// `text` as it can be shown on a terminal: C0, C1 and bidirectional controls and bytes that are
/// not UTF-8 as escapes, and cut after 200 bytes.
[[nodiscard]] std::string shown(std::string_view text);

/// `bytes` as UTF-8, what is not UTF-8 in them replaced by U+FFFD.
[[nodiscard]] std::string repaired(std::string_view bytes);

}  // namespace mpn::app

/// A day is written YYYY-MM-DD in every message.
template <>
struct fmt::formatter<mpn::date_text> : fmt::formatter<std::string_view> {
  auto format(const mpn::date_text& day, fmt::format_context& context) const {
    return fmt::formatter<std::string_view>::format(day.view(), context);
  }
};
