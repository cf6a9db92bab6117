#include "write/uuid.hpp"

#include <bit>

namespace mpn::app {

namespace {

// Our namespace: the UUIDv5 of "mpn-renewal" in the DNS namespace of RFC 9562. It must never
// change, or every event in every calendar would come a second time.
constexpr std::string_view own_namespace{
    "\x40\x81\x03\xe4\x46\x23\x50\x34\xaa\x6f\xfc\x9c\xcb\x44\x3a\xbf", 16};

using sha1_state = std::array<std::uint32_t, 5>;

void add_block(sha1_state& state, std::string_view block) {
  std::array<std::uint32_t, 80> w{};
  for (std::size_t i = 0; i < 64; ++i)
    w[i / 4] = w[i / 4] << 8U | static_cast<unsigned char>(block[i]);
  for (std::size_t i = 16; i < 80; ++i)
    w[i] = std::rotl(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1);
  auto [a, b, c, d, e] = state;
  for (std::size_t i = 0; i < 80; ++i) {
    const std::uint32_t mixed = i < 20   ? ((b & c) | (~b & d)) + 0x5A827999U
                                : i < 40 ? (b ^ c ^ d) + 0x6ED9EBA1U
                                : i < 60 ? ((b & c) | (b & d) | (c & d)) + 0x8F1BBCDCU
                                         : (b ^ c ^ d) + 0xCA62C1D6U;
    const std::uint32_t next = std::rotl(a, 5) + mixed + e + w[i];
    e = d;
    d = c;
    c = std::rotl(b, 30);
    b = a;
    a = next;
  }
  const sha1_state added{a, b, c, d, e};
  for (std::size_t i = 0; i < state.size(); ++i) state[i] += added[i];
}

}  // namespace

std::array<std::uint8_t, 20> sha1(std::string_view bytes) {
  constexpr std::size_t block = 64;
  sha1_state state{0x67452301U, 0xEFCDAB89U, 0x98BADCFEU, 0x10325476U, 0xC3D2E1F0U};
  // The bytes, a one bit, zeros, and the length in bits.
  std::string padded{bytes};
  padded += '\x80';
  while (padded.size() % block != block - 8) padded += '\0';
  const std::uint64_t bits = std::uint64_t{bytes.size()} * 8;
  for (unsigned shift = 64; shift != 0; shift -= 8)
    padded += static_cast<char>(bits >> (shift - 8) & 0xFFU);
  for (std::string_view left = padded; !left.empty(); left.remove_prefix(block))
    add_block(state, left);

  std::array<std::uint8_t, 20> digest{};
  for (std::size_t i = 0; i < digest.size(); ++i)
    digest[i] = static_cast<std::uint8_t>(state[i / 4] >> (24 - i % 4 * 8) & 0xFFU);
  return digest;
}

std::string uuid_v5(std::string_view name) {
  std::string bytes{own_namespace};
  bytes += name;
  auto digest = sha1(bytes);
  digest[6] = static_cast<std::uint8_t>((digest[6] & 0x0FU) | 0x50U);  // version 5
  digest[8] = static_cast<std::uint8_t>((digest[8] & 0x3FU) | 0x80U);  // the variant of RFC 9562
  constexpr std::string_view hex_digits = "0123456789abcdef";
  std::string text;
  for (std::size_t i = 0; i < 16; ++i) {
    if (i == 4 || i == 6 || i == 8 || i == 10) text += '-';
    text += hex_digits[digest[i] >> 4U];
    text += hex_digits[digest[i] & 0xFU];
  }
  return text;
}

}  // namespace mpn::app
