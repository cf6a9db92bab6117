// UTF-8 text from outside: whether it is valid, what is blank, and how to show it safely.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace mpn::app {

/// Whether `bytes` are valid UTF-8 without a NUL.
[[nodiscard]] bool is_text(std::string_view bytes);

/// Whether `bytes` are printable ASCII without quotes and backslashes: no output format has to
/// escape them.
[[nodiscard]] bool needs_no_escaping(std::string_view bytes);

/// The bytes of the blank at the front of `text`: a space, a tab, U+00A0, U+202F or U+3000;
/// 0: there is no blank.
[[nodiscard]] std::size_t leading_blank_size(std::string_view text);

namespace detail {
[[nodiscard]] std::string_view trim_blanks(std::string_view text);

// A blank begins and ends with a space, a tab, or bytes from 0x80 on, which are negative as signed
// characters.
[[nodiscard]] inline bool cannot_be_blank(char c) { return static_cast<signed char>(c) > ' '; }
}  // namespace detail

/// `text` without the blanks around it.
[[nodiscard]] inline std::string_view trimmed(std::string_view text) {
  const bool nothing_to_trim = text.empty() || (detail::cannot_be_blank(text.front()) &&
                                                detail::cannot_be_blank(text.back()));
  return nothing_to_trim ? text : detail::trim_blanks(text);
}

/// Whether `text` is empty or all blanks.
[[nodiscard]] inline bool is_blank(std::string_view text) {
  return text.empty() || (!detail::cannot_be_blank(text.front()) && trimmed(text).empty());
}

/// The first `size` bytes of `text`, or up to three fewer, so that no character is cut.
[[nodiscard]] std::string_view truncate_utf8(std::string_view text, std::size_t size);

/// `text` as it can be shown on a terminal: C0, C1 and bidirectional controls and bytes that are
/// not UTF-8 are escaped.
[[nodiscard]] std::string escaped(std::string_view text);

/// escaped(), cut after limits::excerpt bytes of `text`.
[[nodiscard]] std::string printable(std::string_view text);

/// escaped(), cut after limits::label_columns display columns or limits::label_bytes bytes of
/// `text`; at most limits::shown_label bytes.
[[nodiscard]] std::string printable_label(std::string_view text);

/// `bytes` with U+FFFD for each byte that is not UTF-8.
[[nodiscard]] std::string replace_invalid(std::string_view bytes);

/// How many columns `text` takes on a terminal: two for East Asian wide characters and emoji, zero
/// for combining marks and for our own color sequences.
[[nodiscard]] std::size_t display_width(std::string_view text);

}  // namespace mpn::app
