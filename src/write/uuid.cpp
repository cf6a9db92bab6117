#include "write/uuid.hpp"

#include <bit>

namespace mpn::app {

namespace {

// Our namespace: the UUIDv5 of "mpn-renewal" in the DNS namespace of RFC 9562. It must never
// change, or every event in every calendar would be there twice.
constexpr std::string_view own_namespace{
    "\x40\x81\x03\xe4\x46\x23\x50\x34\xaa\x6f\xfc\x9c\xcb\x44\x3a\xbf", 16};

using sha1_state = std::array<std::uint32_t, 5>;

void add_block(sha1_state& state, std::string_view block) {
  using word = std::uint32_t;
  std::array<word, 16> last{};  // of the 80 words that the rounds take from the block
  for (std::size_t i = 0; i < last.size(); ++i) {
    const auto byte = [&](std::size_t j) {
      return word{static_cast<unsigned char>(block[4 * i + j])};
    };
    last[i] = byte(0) << 24U | byte(1) << 16U | byte(2) << 8U | byte(3);
  }
  // Made one by one: all at once, GCC makes them in pairs that wait for each other, and csv to ics
  // takes half as much time again.
  const auto next_word = [&](std::size_t i) {
    word& next = last[i % 16];
    if (i >= 16)
      next = std::rotl(last[(i + 13) % 16] ^ last[(i + 8) % 16] ^ last[(i + 2) % 16] ^ next, 1);
    return next;
  };

  word a = state[0];
  word b = state[1];
  word c = state[2];
  word d = state[3];
  word e = state[4];
  // The five words are not moved but change roles; after five rounds each has its own again.
  const auto twenty_rounds = [&](std::size_t from, word constant, auto mix) {
    const auto round = [&](word p, word& q, word r, word s, word& t, word of_block) {
      t += std::rotl(p, 5) + mix(q, r, s) + constant + of_block;
      q = std::rotl(q, 30);
    };
    for (std::size_t i = from; i < from + 20; i += 5) {
      round(a, b, c, d, e, next_word(i));
      round(e, a, b, c, d, next_word(i + 1));
      round(d, e, a, b, c, next_word(i + 2));
      round(c, d, e, a, b, next_word(i + 3));
      round(b, c, d, e, a, next_word(i + 4));
    }
  };
  const auto parity = [](word x, word y, word z) { return x ^ y ^ z; };
  twenty_rounds(0, 0x5A827999U, [](word x, word y, word z) { return (x & y) | (~x & z); });
  twenty_rounds(20, 0x6ED9EBA1U, parity);
  twenty_rounds(40, 0x8F1BBCDCU,
                [](word x, word y, word z) { return (x & y) | (x & z) | (y & z); });
  twenty_rounds(60, 0xCA62C1D6U, parity);
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
  std::string text(36, '-');
  auto at = text.begin();
  for (std::size_t i = 0; i < 16; ++i) {
    if (i == 4 || i == 6 || i == 8 || i == 10) ++at;
    *at++ = hex_digits[digest[i] >> 4U];
    *at++ = hex_digits[digest[i] & 0xFU];
  }
  return text;
}

}  // namespace mpn::app
