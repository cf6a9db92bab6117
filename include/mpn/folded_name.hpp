// Folding: names are compared without case, blanks, hyphens and underscores, with `&` for "and",
// and with Hangul composed.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace mpn {

namespace detail {

/// Marks a byte that is left out.
inline constexpr char dropped = '\0';

/// The folded form of each byte.
inline constexpr auto folded_byte = [] {
  std::array<char, 256> bytes{};
  for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<char>(i);
  for (std::size_t c = 'A'; c <= 'Z'; ++c) bytes[c] = static_cast<char>(c - 'A' + 'a');
  for (const std::size_t c : {0x20U, 0x09U, 0x2DU, 0x5FU})
    bytes[c] = dropped;  // space, tab, hyphen, underscore
  bytes[0] = '\xFF';     // in no UTF-8 text, so that a name with a NUL matches nothing
  return bytes;
}();

/// The number of bytes of the non-ASCII blank at the beginning of `text`, or 0.
[[nodiscard]] constexpr std::size_t wide_blank_length(std::string_view text) noexcept {
  for (const std::string_view blank : {"\u00a0", "\u202f", "\u3000"})
    if (text.starts_with(blank)) return blank.size();
  return 0;
}

/// The character at the beginning of `text` if it takes three bytes in UTF-8, otherwise 0.
[[nodiscard]] constexpr char32_t three_byte_character(std::string_view text) noexcept {
  if (text.size() < 3) return 0;
  const auto byte = [&](std::size_t i) {
    return static_cast<char32_t>(static_cast<unsigned char>(text[i]));
  };
  if ((byte(0) & 0xF0) != 0xE0 || (byte(1) & 0xC0) != 0x80 || (byte(2) & 0xC0) != 0x80) return 0;
  return (byte(0) & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F);
}

/// The Hangul syllable that is composed of a leading consonant and a vowel, or of a syllable and a
/// trailing consonant; otherwise 0 (The Unicode Standard, section 3.12).
[[nodiscard]] constexpr char32_t composed(char32_t first, char32_t second) noexcept {
  constexpr char32_t syllables = 0xAC00;
  constexpr char32_t leading = 0x1100;
  constexpr char32_t vowels = 0x1161;
  constexpr char32_t trailing = 0x11A7;  // stands for no trailing consonant
  constexpr char32_t leading_count = 19;
  constexpr char32_t vowel_count = 21;
  constexpr char32_t trailing_count = 28;
  if (leading <= first && first < leading + leading_count && vowels <= second &&
      second < vowels + vowel_count)
    return syllables + ((first - leading) * vowel_count + (second - vowels)) * trailing_count;
  if (syllables <= first && first < syllables + leading_count * vowel_count * trailing_count &&
      (first - syllables) % trailing_count == 0 && trailing < second &&
      second < trailing + trailing_count)
    return first + (second - trailing);
  return 0;
}
static_assert(composed(U'\u1112', U'\u1161') == U'하' && composed(U'하', U'\u11ab') == U'한');

}  // namespace detail

/// A name without case, blanks, hyphens and underscores, with `&` for "and" and 및, and with
/// decomposed Hangul composed. Only ASCII letters have case, so that the locale does not matter.
class folded_name {
 public:
  constexpr explicit folded_name(std::string_view name) noexcept {
    for (std::size_t i = 0; i < name.size(); ++i) {
      const auto byte = static_cast<unsigned char>(name[i]);
      if (byte == 0xC2 || byte == 0xE2 || byte == 0xE3) {
        if (const std::size_t blank = detail::wide_blank_length(name.substr(i)); blank > 0) {
          i += blank - 1;
          continue;
        }
      } else if (byte == 0xE1 && compose_last_with(name.substr(i))) {
        i += 2;
        continue;
      }
      const char kept = detail::folded_byte[byte];
      if (kept == detail::dropped) continue;
      if (size_ == sizeof bytes_) {
        size_ = 0;
        return;
      }
      bytes_[size_++] = kept;
    }
    replace_and();
  }

  /// The folded text; empty if it is longer than 256 bytes, which no known name is.
  [[nodiscard]] constexpr std::string_view view() const noexcept { return {bytes_, size_}; }

 private:
  // Composes the last character with the vowel or trailing consonant that `text` begins with.
  constexpr bool compose_last_with(std::string_view text) noexcept {
    if (size_ < 3) return false;
    char* const last = bytes_ + size_ - 3;
    const char32_t syllable = detail::composed(detail::three_byte_character({last, 3}),
                                               detail::three_byte_character(text));
    if (syllable == 0) return false;
    last[0] = static_cast<char>(0xE0 | syllable >> 12);
    last[1] = static_cast<char>(0x80 | (syllable >> 6 & 0x3F));
    last[2] = static_cast<char>(0x80 | (syllable & 0x3F));
    return true;
  }

  constexpr void replace_and() noexcept {
    const std::string_view text = view();
    std::size_t kept = 0;
    for (std::size_t i = 0; i < text.size(); ++kept) {
      const bool is_and = text.substr(i, 3) == "and" || text.substr(i, 3) == "및";
      bytes_[kept] = is_and ? '&' : text[i];
      i += is_and ? 3 : 1;
    }
    size_ = kept;
  }

  char bytes_[256];  // not initialized: it is filled for every record and read only that far
  std::size_t size_{};
};

static_assert(folded_name{" Cloud_Plat-FORM\u00a0"}.view() == "cloudplatform");
static_assert(folded_name{"Windows and Devices"}.view() == "windows&devices");
static_assert(folded_name{"\u1107\u1169\u110b\u1161\u11ab"}.view() == "보안");

}  // namespace mpn
