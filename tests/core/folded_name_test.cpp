#include "mpn/folded_name.hpp"

#include <algorithm>
#include <string>

#include "catch2.hpp"
#include "hangul.hpp"

namespace {

using naive::utf8;

constexpr bool folds_to(std::string_view name, std::string_view folded) {
  return mpn::folded_name{name}.view() == folded;
}

// Only the 26 ASCII letters have case; blanks, hyphens and underscores are dropped; all other bytes
// are unchanged.
constexpr bool folds_every_byte() {
  for (int byte = 1; byte < 256; ++byte) {
    const char c = static_cast<char>(byte);
    const bool dropped = c == ' ' || c == '\t' || c == '-' || c == '_';
    const char folded = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    if (!folds_to({&c, 1}, dropped ? std::string_view{} : std::string_view{&folded, 1}))
      return false;
  }
  return true;
}

}  // namespace

TEST_CASE("folding drops case, blanks, hyphens and underscores") {
  BOTH_CHECK(folds_to("", ""));
  BOTH_CHECK(folds_to("Cloud Platform", "cloudplatform"));
  BOTH_CHECK(folds_to(" -_\tcloud_-PLATFORM\t", "cloudplatform"));
  BOTH_CHECK(folds_to("AZ az 09", "azaz09"));
  BOTH_CHECK(folds_to("데이터 센터", "데이터센터"));
  BOTH_CHECK(folds_to("\u00c9T\u00c9", "\u00c9t\u00c9"));  // only ASCII letters have case
  BOTH_CHECK(folds_every_byte());
  BOTH_CHECK(folds_to({"a\0", 2}, "a\xff") && folds_to({"\0", 1}, "\xff"));  // a NUL is not dropped
}

TEST_CASE("the blanks are space, tab, U+00A0, U+202F and U+3000") {
  BOTH_CHECK(folds_to("\u00a0Cloud\u00a0Platform\u00a0", "cloudplatform"));
  BOTH_CHECK(folds_to("\u202fCloud\u3000Platform\u3000", "cloudplatform"));
  BOTH_CHECK(folds_to("\u00a0\u202f\u3000 \t", ""));
  BOTH_CHECK(folds_to("\u00a9\u202e\u2003\u3001", "\u00a9\u202e\u2003\u3001"));
}

TEST_CASE("a blank cut short is not a blank") {
  BOTH_CHECK(folds_to("a\xc2", "a\xc2"));
  BOTH_CHECK(folds_to("\xa0z", "\xa0z"));
  BOTH_CHECK(folds_to("a\xe2\x80", "a\xe2\x80"));
  BOTH_CHECK(folds_to("\xe3\x80z", "\xe3\x80z"));
}

TEST_CASE("decomposed Hangul is composed, also in part") {
  BOTH_CHECK(folds_to("\u1107\u1169\u110b\u1161\u11ab", "보안"));
  BOTH_CHECK(folds_to("보\u110b\u1161\u11ab", "보안"));
  BOTH_CHECK(folds_to("보아\u11ab", "보안"));
  BOTH_CHECK(folds_to("x\u1107 \u1169", "x보"));
}

TEST_CASE("every Hangul syllable is composed from its parts") {
  // The syllables are ordered by leading consonant, vowel and trailing consonant.
  std::string wrong;
  char32_t syllable = 0xAC00;
  for (char32_t leading = 0x1100; leading <= 0x1112; ++leading)
    for (char32_t vowel = 0x1161; vowel <= 0x1175; ++vowel) {
      const std::string open_syllable = utf8(syllable);
      const std::string parts = utf8(leading) + utf8(vowel);
      if (!folds_to(parts, open_syllable)) wrong += open_syllable;
      ++syllable;
      for (char32_t trailing = 0x11A8; trailing <= 0x11C2; ++trailing, ++syllable) {
        const std::string expected = syllable == U'및' ? "&" : utf8(syllable);
        if (!folds_to(parts + utf8(trailing), expected) ||
            !folds_to(open_syllable + utf8(trailing), expected) ||
            !folds_to(utf8(syllable), expected))
          wrong += utf8(syllable);
      }
    }
  CHECK(syllable == 0xD7A4);
  CHECK(wrong == "");
}

TEST_CASE("no other pair of characters is composed") {
  // The first and the last of each kind, and their neighbours.
  constexpr char32_t characters[] = {0x0061, 0x10FF, 0x1100, 0x1112, 0x1113, 0x1160, 0x1161, 0x1175,
                                     0x1176, 0x11A7, 0x11A8, 0x11C2, 0x11C3, 0xABFF, 0xAC00, 0xAC01,
                                     0xAC1B, 0xAC1C, 0xD788, 0xD789, 0xD7A3, 0xD7A4, 0x1D15E};
  const auto is_one_of = [](char32_t c, std::initializer_list<char32_t> list) {
    return std::find(list.begin(), list.end(), c) != list.end();
  };
  std::size_t composed = 0;
  for (const char32_t first : characters)
    for (const char32_t second : characters) {
      const bool composes =
          (is_one_of(first, {0x1100, 0x1112}) && is_one_of(second, {0x1161, 0x1175})) ||
          (is_one_of(first, {0xAC00, 0xAC1C, 0xD788}) && is_one_of(second, {0x11A8, 0x11C2}));
      composed += composes ? 1 : 0;
      const std::string pair = utf8(first) + utf8(second);
      CAPTURE(pair);
      CHECK(folds_to(pair, pair) == !composes);
    }
  CHECK(composed == 4 + 6);
}

TEST_CASE("a consonant cut short is not composed") {
  BOTH_CHECK(folds_to("\u1107\xe1\x85", "\u1107\xe1\x85"));
  BOTH_CHECK(folds_to("\u1107\xe1", "\u1107\xe1"));
  BOTH_CHECK(folds_to("\x84\x87\u1169", "\x84\x87\u1169"));
  BOTH_CHECK(folds_to("\u1107\xe1\x85\x41", "\u1107\xe1\x85\x61"));
}

TEST_CASE("the word and becomes an ampersand, wherever it stands, and so does 및") {
  BOTH_CHECK(folds_to("Windows and Devices", "windows&devices"));
  BOTH_CHECK(folds_to("Windows & Devices", "windows&devices"));
  BOTH_CHECK(folds_to("ID 및 액세스", "id&액세스"));
  BOTH_CHECK(folds_to("\u1106\u1175\u11be", "&"));  // 및, decomposed
  BOTH_CHECK(folds_to("A-N-D", "&") && folds_to("brand", "br&") && folds_to("andandan", "&&an"));
  BOTH_CHECK(folds_to("an", "an") && folds_to("aand", "a&") && folds_to("\xeb\xb0", "\xeb\xb0"));
}

TEST_CASE("a name that does not fit is empty when folded") {
  CHECK(folds_to(std::string(256, 'X'), std::string(256, 'x')));
  CHECK(folds_to(std::string(10'000, ' ') + std::string(256, 'X'), std::string(256, 'x')));
  CHECK(folds_to(std::string(257, 'X'), ""));
  CHECK(folds_to(std::string(10'000, 'X'), ""));
}
