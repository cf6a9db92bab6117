// What is between a system's bytes and the program's text: buffers and encodings.
#include "io/streams.hpp"

#include <string>
#include <string_view>
#include <vector>

#include "catch2.hpp"
#include "in_process.hpp"
#include "unicode.hpp"

namespace {

using namespace mpn::test;

constexpr char32_t first_low_surrogate = 0xDC00;

std::string unit(char16_t value, bool big) {
  const auto high = static_cast<char>(value >> 8);
  const auto low = static_cast<char>(value & 0xFF);
  return big ? std::string{high, low} : std::string{low, high};
}

std::string utf16(char32_t character, bool big) {
  if (character < 0x10000) return unit(static_cast<char16_t>(character), big);
  const char32_t rest = character - 0x10000;
  return unit(static_cast<char16_t>(first_surrogate + rest / 0x400), big) +
         unit(static_cast<char16_t>(first_low_surrogate + rest % 0x400), big);
}

std::string mark(bool big) { return unit(0xFEFF, big); }

// All that is read, arriving `step` bytes at a time.
std::string text_of(std::string_view bytes, std::size_t step = SIZE_MAX) {
  text_source from{bytes, step};
  mpn::app::input in{from, [] {}};
  std::string text;
  while (in.more()) {
    text += in.ahead();
    in.take(in.ahead().size());
  }
  CHECK(in.ahead().empty());
  CHECK(in.at_end());
  return text;
}

struct writes final : mpn::app::sink {
  std::error_code write(std::string_view bytes) override {
    each.emplace_back(bytes);
    return {};
  }
  std::vector<std::string> each;
};

}  // namespace

TEST_CASE("all of Unicode comes out of UTF-16") {
  for (const bool big : {false, true}) {
    std::string bytes = mark(big);
    std::string text;
    for_each_character([&](char32_t c) {
      bytes += utf16(c, big);
      text += utf8(c);
    });
    for (const std::size_t step : {SIZE_MAX, std::size_t{4097}}) {
      CAPTURE(big, step);
      CHECK((text_of(bytes, step) == text));  // in parentheses: nobody wants to see it
    }
  }
}

TEST_CASE("a surrogate alone becomes a byte that is no text, and what follows it is read") {
  for (const bool big : {false, true})
    for (char32_t c = first_surrogate; c < behind_surrogates; ++c)
      for (const std::size_t step : {SIZE_MAX, std::size_t{1}}) {
        const std::string alone = unit(static_cast<char16_t>(c), big);
        const std::string x = unit(u'x', big);
        CAPTURE(big, static_cast<unsigned>(c), step);
        CHECK(text_of(mark(big) + x + alone, step) == "x\xFF");
        CHECK(text_of(mark(big) + alone + x, step) == "\xFFx");
        CHECK(text_of(mark(big) + alone + utf16(behind_unicode - 1, big), step) ==
              "\xFF" + utf8(behind_unicode - 1));
      }
}

TEST_CASE("half a unit at the end of UTF-16 becomes a byte that is no text") {
  for (const bool big : {false, true})
    for (const std::size_t step : {SIZE_MAX, std::size_t{1}}) {
      CAPTURE(big, step);
      CHECK(text_of(mark(big) + unit(u'x', big) + "y", step) == "x\xFF");
      CHECK(text_of(mark(big) + unit(0xD800, big) + "y", step) == "\xFF\xFF");
      CHECK(text_of(mark(big) + "y", step) == "\xFF");
      CHECK(text_of(mark(big), step).empty());
    }
}

TEST_CASE("there is more only where a byte is added") {
  text_source from{"x"};
  mpn::app::input in{from, [] {}};
  CHECK(in.more());
  CHECK_FALSE(in.at_end());
  CHECK_FALSE(in.more());
  CHECK(in.at_end());
  CHECK(in.ahead() == "x");
}

TEST_CASE("a byte order mark is no part of the text, and half of one is all there is") {
  for (const std::size_t step : {SIZE_MAX, std::size_t{1}}) {
    CAPTURE(step);
    CHECK(text_of("\xEF\xBB\xBFx", step) == "x");
    CHECK(text_of("\xEF\xBBx", step) == "\xEF\xBBx");
    CHECK(text_of("\xEF\xBB", step) == "\xEF\xBB");
    CHECK(text_of("\xEFx", step) == "\xEFx");
    CHECK(text_of("\xFFx", step) == "\xFFx");
    CHECK(text_of("\xFE", step) == "\xFE");
    CHECK(text_of("x\xEF\xBB\xBF", step) == "x\xEF\xBB\xBF");
    CHECK(text_of("", step).empty());
  }
}

TEST_CASE(
    "output is handed over when it is asked for, when there is no more room, and all of it in its "
    "order") {
  constexpr std::size_t room = mpn::app::output::capacity;
  writes to;
  mpn::app::output out{to};
  out.flush();
  CHECK(to.each.empty());
  out.put("x");
  CHECK(to.each.empty());
  out.flush();
  CHECK(to.each == std::vector<std::string>{"x"});
  out.flush();
  CHECK(to.each.size() == 1);

  out.put(std::string(room - 1, 'a'));
  out.put("b");
  CHECK(to.each.size() == 1);
  out.put("c");
  CHECK((to.each.back() == std::string(room - 1, 'a') + "b"));
  out.put(std::string(room + 1, 'd'));
  CHECK(to.each.size() == 4);
  CHECK(to.each[2] == "c");
  CHECK((to.each[3] == std::string(room + 1, 'd')));
}
