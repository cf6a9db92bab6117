// Every Unicode character and its UTF-8, by arithmetic.
#pragma once

#include <string>

namespace mpn::test {

inline constexpr char32_t first_surrogate = 0xD800;
inline constexpr char32_t end_of_surrogates = 0xE000;
inline constexpr char32_t end_of_unicode = 0x110000;

inline std::string utf8(char32_t character) {
  const auto byte = [](char32_t value) { return static_cast<char>(value); };
  const auto next = [&](int shift) { return byte(0x80 + (character >> shift) % 64); };
  if (character < 0x80) return {byte(character)};
  if (character < 0x800) return {byte(0xC0 + character / 64), next(0)};
  if (character < 0x10000) return {byte(0xE0 + character / 4096), next(6), next(0)};
  return {byte(0xF0 + character / 262144), next(12), next(6), next(0)};
}

template <class Function>
void for_each_character(Function function) {
  for (char32_t c = 0; c < first_surrogate; ++c) function(c);
  for (char32_t c = end_of_surrogates; c < end_of_unicode; ++c) function(c);
}

}  // namespace mpn::test
