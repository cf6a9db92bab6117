// UTF-8 and Hangul for tests; shares no code with the core.
#pragma once

#include <string>
#include <string_view>

namespace naive {

inline std::string utf8(char32_t c) {
  const auto byte = [](char32_t value) { return static_cast<char>(value); };
  if (c < 0x80) return {byte(c)};
  if (c < 0x800) return {byte(0xC0 + c / 0x40), byte(0x80 + c % 0x40)};
  if (c < 0x10000)
    return {byte(0xE0 + c / 0x1000), byte(0x80 + c / 0x40 % 0x40), byte(0x80 + c % 0x40)};
  return {byte(0xF0 + c / 0x40000), byte(0x80 + c / 0x1000 % 0x40), byte(0x80 + c / 0x40 % 0x40),
          byte(0x80 + c % 0x40)};
}

// Every syllable in `text` as leading consonant, vowel and, if there is one, trailing consonant.
inline std::string decomposed(std::string_view text) {
  std::string result;
  while (!text.empty()) {
    const auto byte = [&](std::size_t i) {
      return static_cast<char32_t>(static_cast<unsigned char>(text[i]));
    };
    const std::size_t size = byte(0) < 0x80 ? 1 : byte(0) < 0xE0 ? 2 : byte(0) < 0xF0 ? 3 : 4;
    const char32_t c =
        size == 3 ? byte(0) % 0x10 * 0x1000 + byte(1) % 0x40 * 0x40 + byte(2) % 0x40 : 0;
    if (c >= 0xAC00 && c <= 0xD7A3) {
      const char32_t place = c - 0xAC00;
      result += utf8(0x1100 + place / 588) + utf8(0x1161 + place / 28 % 21);
      if (place % 28 != 0) result += utf8(0x11A7 + place % 28);
    } else {
      result += text.substr(0, size);
    }
    text.remove_prefix(size);
  }
  return result;
}

}  // namespace naive
