// ASCII characters, in every locale.
#pragma once

namespace mpn::app {

[[nodiscard]] constexpr bool is_ascii_digit(char c) { return '0' <= c && c <= '9'; }

/// `c`, an ASCII capital as a small letter.
[[nodiscard]] constexpr char lower_case(char c) {
  return 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

}  // namespace mpn::app
