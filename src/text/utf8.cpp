#include "text/utf8.hpp"

#include <rapidjson/encodings.h>
#include <rapidjson/memorystream.h>

#include <array>
#include <cstdint>
#include <cstring>

namespace mpn::app {

namespace {

constexpr std::string_view no_break_space = "\u00a0";

// Calls `take(character, bytes)` for every character, or `broken(byte)` for a byte that begins
// none.
template <class Take, class Broken>
void for_each_character(std::string_view bytes, Take take, Broken broken) {
  while (!bytes.empty()) {
    rapidjson::MemoryStream stream{bytes.data(), bytes.size()};
    unsigned character = 0;
    const bool valid = rapidjson::UTF8<>::Decode(stream, &character);
    const std::size_t size = valid ? stream.Tell() : 1;
    if (valid)
      take(character, bytes.substr(0, size));
    else
      broken(static_cast<unsigned char>(bytes[0]));
    bytes.remove_prefix(size);
  }
}

bool is_control(unsigned character) {
  return character < 0x20 || (0x7F <= character && character < 0xA0) || character == 0x061C ||
         character == 0x200E || character == 0x200F ||
         (0x2028 <= character && character <= 0x202E) ||
         (0x2066 <= character && character <= 0x2069);
}

}  // namespace

bool is_text(std::string_view bytes) {
  // Eight bytes at a time while they are ASCII and not NUL: by far the most common case.
  constexpr std::uint64_t high = 0x8080808080808080;
  constexpr std::uint64_t ones = 0x0101010101010101;
  std::size_t at = 0;
  for (std::uint64_t word = 0; bytes.size() - at >= sizeof word; at += sizeof word) {
    std::memcpy(&word, bytes.data() + at, sizeof word);
    if (((word | (word - ones)) & high) != 0) break;
  }
  for (; at < bytes.size(); ++at)
    if (static_cast<signed char>(bytes[at]) <= 0) break;
  if (at == bytes.size()) return true;
  bool valid = true;
  for_each_character(
      bytes.substr(at), [&](unsigned character, std::string_view) { valid &= character != 0; },
      [&](unsigned char) { valid = false; });
  return valid;
}

bool is_plain(std::string_view bytes) {
  // A block at a time, and the last one once more from the end, so that compilers make vector
  // instructions of it.
  constexpr std::size_t size = 16;
  std::array<unsigned char, size> special{};
  const auto look_at = [&](const char* block, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
      const auto c = static_cast<unsigned char>(block[i]);
      const auto one_if = [](bool b) { return static_cast<int>(b); };
      special[i] = static_cast<unsigned char>(special[i] | one_if(c < 0x20) | one_if(c > 0x7E) |
                                              one_if(c == '"') | one_if(c == '\\'));
    }
  };
  if (bytes.size() < size) {
    look_at(bytes.data(), bytes.size());
  } else {
    for (std::size_t at = 0; at + size < bytes.size(); at += size) look_at(bytes.data() + at, size);
    look_at(bytes.data() + bytes.size() - size, size);
  }
  return special == std::array<unsigned char, size>{};
}

std::string_view detail::trimmed(std::string_view text) {
  const auto blank_at_front = [&]() -> std::size_t {
    if (text.starts_with(' ') || text.starts_with('\t')) return 1;
    return text.starts_with(no_break_space) ? no_break_space.size() : 0;
  };
  const auto blank_at_back = [&]() -> std::size_t {
    if (text.ends_with(' ') || text.ends_with('\t')) return 1;
    return text.ends_with(no_break_space) ? no_break_space.size() : 0;
  };
  while (const std::size_t size = blank_at_front()) text.remove_prefix(size);
  while (const std::size_t size = blank_at_back()) text.remove_suffix(size);
  return text;
}

std::string_view beginning(std::string_view text, std::size_t size) {
  if (text.size() <= size) return text;
  constexpr std::size_t longest_character = 4;
  const auto continues = [&](std::size_t i) {
    return (static_cast<unsigned char>(text[i]) & 0xC0U) == 0x80U;
  };
  std::size_t end = size;
  while (end > 0 && size - end < longest_character && continues(end)) --end;
  return text.substr(0, continues(end) ? size : end);
}

std::string shown(std::string_view text) {
  constexpr std::size_t longest = 200;
  const std::string_view front = beginning(text, longest);
  std::string safe;
  for_each_character(
      front,
      [&](unsigned character, std::string_view bytes) {
        if (!is_control(character))
          safe += bytes;
        else if (character < 0x100)
          safe += fmt::format("\\x{:02x}", character);
        else
          safe += fmt::format("\\u{:04x}", character);
      },
      [&](unsigned char byte) { safe += fmt::format("\\x{:02x}", byte); });
  if (front.size() < text.size()) safe += "…";
  return safe;
}

std::string repaired(std::string_view bytes) {
  std::string text;
  for_each_character(
      bytes, [&](unsigned, std::string_view character) { text += character; },
      [&](unsigned char) { text += "\uFFFD"; });
  return text;
}

}  // namespace mpn::app
