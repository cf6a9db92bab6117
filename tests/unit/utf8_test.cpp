// Text, blanks and escapes, for every byte and every character.
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "catch2.hpp"
#include "unicode.hpp"

namespace {

using namespace mpn::test;
using namespace mpn::app;

constexpr int byte_values = 256;

// At the start, and around groups of eight bytes, in which a compiler may scan text.
constexpr std::size_t places[] = {0, 1, 7, 8, 9, 16};

std::string repeated(std::string_view of, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += of;
  return text;
}

// Characters that change the state or the text direction of a terminal.
bool is_dangerous(char32_t c) {
  constexpr std::u32string_view bidirectional =
      U"\x061C\x200E\x200F\x202A\x202B\x202C\x202D\x202E\x2066\x2067\x2068\x2069"
      U"\x2028\x2029\xFEFF";
  const bool c0 = c <= 0x1F;
  const bool del_and_c1 = c >= 0x7F && c <= 0x9F;
  return c0 || del_and_c1 || bidirectional.find(c) != std::u32string_view::npos;
}

}  // namespace

TEST_CASE("every character except NUL is text, at every position") {
  for (const std::size_t before : places)
    for_each_character([&](char32_t c) {
      const std::string text = std::string(before, 'a') + utf8(c) + "b";
      if (is_text(text) != (c != 0)) {
        CAPTURE(before, static_cast<unsigned>(c));
        FAIL("is_text");
      }
    });
}

TEST_CASE("invalid UTF-8 is not text until it is repaired") {
  const std::vector<std::string_view> broken = {"\xC0\x80",
                                                "\xC1\xBF",
                                                "\xE0\x80\x80",
                                                "\xE0\x9F\xBF",
                                                "\xED\xA0\x80",
                                                "\xED\xBF\xBF",
                                                "\xF0\x8F\xBF\xBF",
                                                "\xF4\x90\x80\x80",
                                                "\xF5\x80\x80\x80",
                                                "\xFF",
                                                "\xFE",
                                                "\x80",
                                                "\xBF",
                                                "\xC2",
                                                "\xE1\x80",
                                                "\xF1\x80\x80",
                                                "\xC2\x41",
                                                "\xE1\x80\x41",
                                                "\xF1\x80\x80\x41"};
  for (const std::string_view bad : broken)
    for (const std::size_t before : places) {
      CAPTURE(bad, before);
      const std::string front(before, 'a');
      CHECK_FALSE(is_text(front + std::string{bad}));
      CHECK_FALSE(is_text(front + std::string{bad} + "12345678"));
      const std::string fixed = replace_invalid(front + std::string{bad} + "b");
      CHECK(is_text(fixed));
      CHECK(fixed.starts_with(front + "\uFFFD"));
      CHECK(fixed.ends_with("b"));
    }
  CHECK(replace_invalid("a\x80\x80z\xE1\x80") == "a\uFFFD\uFFFDz\uFFFD\uFFFD");
  CHECK(replace_invalid("\xE1\x80z") == "\uFFFD\uFFFDz");
}

TEST_CASE("only printable ASCII without quotes and backslashes is plain, at every position") {
  for (std::size_t size = 0; size <= 40; ++size) {
    std::string text(size, 'a');
    CHECK(needs_no_escaping(text));
    for (std::size_t at = 0; at < size; ++at)
      for (int c = 0; c < byte_values; ++c) {
        text[at] = static_cast<char>(c);
        if (needs_no_escaping(text) != (c >= ' ' && c <= '~' && c != '"' && c != '\\')) {
          CAPTURE(size, at, c);
          FAIL("needs_no_escaping");
        }
        text[at] = 'a';
      }
  }
}

TEST_CASE("only the five blanks are blank") {
  const std::vector<std::string_view> blanks = {" ", "\t", "\u00a0", "\u202f", "\u3000"};
  for_each_character([&](char32_t c) {
    const std::string one = utf8(c);
    const bool blank = std::find(blanks.begin(), blanks.end(), one) != blanks.end();
    if (is_blank(one) != blank || trimmed(one) != (blank ? "" : one) ||
        leading_blank_size(one + "x") != (blank ? one.size() : 0)) {
      CAPTURE(static_cast<unsigned>(c));
      FAIL("is_blank");
    }
  });
  CHECK(is_blank(""));
  CHECK(leading_blank_size("") == 0);
  for (const std::string_view part :
       {"\xC2", "\xA0", "\xE2\x80", "\x80\xAF", "\xE3\x80", "\x80\x80"}) {
    CHECK_FALSE(is_blank(part));
    CHECK(trimmed(part) == part);
    CHECK(leading_blank_size(part) == 0);
  }
  for (const std::string_view a : blanks)
    for (const std::string_view b : blanks) {
      const std::string environment = std::string{a} + std::string{b};
      CHECK(is_blank(environment));
      CHECK(trimmed(environment + "x y" + environment) == "x y");
      CHECK(trimmed(environment + "x") == "x");
      CHECK(trimmed("x" + environment) == "x");
      CHECK(trimmed(environment + "\xA0" + environment) == "\xA0");
    }
}

TEST_CASE("a truncated text never ends inside a character") {
  for (const std::string_view character : {"a", "é", "한", "😀"})
    for (std::size_t count = 0; count < 20; ++count)
      for (std::size_t size = 0; size < 90; ++size) {
        CAPTURE(character, count, size);
        const std::string text = repeated(character, count);
        CHECK(truncate_utf8(text, size) ==
              text.substr(0, std::min(text.size(), size - size % character.size())));
      }
  // Invalid UTF-8 is cut anywhere.
  CHECK(truncate_utf8("\x80\x80\x80\x80", 3) == "\x80\x80\x80");
  CHECK(truncate_utf8("\x80\x80\x80\x80\x80\x80", 5) == "\x80\x80\x80\x80\x80");
  CHECK(truncate_utf8("a\x80\x80\x80\x80\x80", 5) == "a\x80\x80\x80\x80");
}

TEST_CASE("control characters are shown as escapes") {
  for_each_character([](char32_t c) {
    const std::string one = utf8(c);
    const std::string expected = !is_dangerous(c) ? one
                                 : c < 0x100 ? fmt::format("\\x{:02x}", static_cast<unsigned>(c))
                                             : fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    if (printable(one) != expected) {
      CAPTURE(static_cast<unsigned>(c), printable(one));
      FAIL("shown");
    }
  });
  for (int c = 0x80; c < byte_values; ++c)
    CHECK(printable(std::string(1, static_cast<char>(c)) + "z") == fmt::format("\\x{:02x}z", c));
  CHECK(printable("a\xE1\x80z") == "a\\xe1\\x80z");
  CHECK(printable("a\xE1\x80") == "a\\xe1\\x80");
}

TEST_CASE("a text is shown up to 200 bytes, then an ellipsis") {
  const std::string longest(200, 'a');
  CHECK(printable(longest) == longest);
  CHECK(printable(longest + "a") == longest + "…");
  const std::string whole = repeated("한", 66);
  CHECK(printable(whole + "aa") == whole + "aa");
  CHECK(printable(whole + "한") == whole + "…");
}
