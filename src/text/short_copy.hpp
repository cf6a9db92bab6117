// Copies short texts. Most texts here take less time than the call of a general copy routine.
#pragma once

#include <cstring>
#include <string_view>
#include <type_traits>

namespace mpn::app {

/// Copies `text` to `to` and returns the end of the copy. Up to 32 bytes, two pieces of fixed size,
/// which may overlap, make the whole.
inline char* copy_short(std::string_view text, char* to) {
  const char* const from = text.data();
  const std::size_t size = text.size();
  const auto two_pieces = [&](auto piece) {
    constexpr std::size_t length = piece;
    std::memcpy(to, from, length);
    std::memcpy(to + size - length, from + size - length, length);
  };
  if (size > 32)
    std::memcpy(to, from, size);
  else if (size >= 16)
    two_pieces(std::integral_constant<std::size_t, 16>{});
  else if (size >= 8)
    two_pieces(std::integral_constant<std::size_t, 8>{});
  else if (size >= 4)
    two_pieces(std::integral_constant<std::size_t, 4>{});
  else if (size > 0)
    to[0] = from[0], to[size / 2] = from[size / 2], to[size - 1] = from[size - 1];
  return to + size;
}

}  // namespace mpn::app
