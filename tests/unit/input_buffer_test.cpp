// Buffers and encodings between the bytes of the system and the text of the program.
#include "io/input_buffer.hpp"
#include "io/output_buffer.hpp"

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

std::string byte_order_mark(bool big) { return unit(0xFEFF, big); }

// The whole text of an input that arrives `step` bytes at a time.
std::string read_all(std::string_view bytes, std::size_t step = SIZE_MAX) {
  text_source from{bytes, step};
  mpn::app::input_buffer in{from, [] {}};
  std::string text;
  while (in.read_more()) {
    text += in.text();
    in.consume(in.text().size());
  }
  CHECK(in.text().empty());
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

TEST_CASE("UTF-16 input of every Unicode character becomes UTF-8") {
  for (const bool big : {false, true}) {
    std::string bytes = byte_order_mark(big);
    std::string text;
    for_each_character([&](char32_t c) {
      bytes += utf16(c, big);
      text += utf8(c);
    });
    for (const std::size_t step : {SIZE_MAX, std::size_t{4097}}) {
      CAPTURE(big, step);
      CHECK((read_all(bytes, step) == text));  // in parentheses, so that it is not printed
    }
  }
}

TEST_CASE("a lone surrogate becomes an invalid byte and the next character is read") {
  for (const bool big : {false, true})
    for (char32_t c = first_surrogate; c < end_of_surrogates; ++c)
      for (const std::size_t step : {SIZE_MAX, std::size_t{1}}) {
        const std::string alone = unit(static_cast<char16_t>(c), big);
        const std::string x = unit(u'x', big);
        CAPTURE(big, static_cast<unsigned>(c), step);
        CHECK(read_all(byte_order_mark(big) + x + alone, step) == "x\xFF");
        CHECK(read_all(byte_order_mark(big) + alone + x, step) == "\xFFx");
        CHECK(read_all(byte_order_mark(big) + alone + utf16(end_of_unicode - 1, big), step) ==
              "\xFF" + utf8(end_of_unicode - 1));
      }
}

TEST_CASE("an odd byte at the end of UTF-16 becomes an invalid byte") {
  for (const bool big : {false, true})
    for (const std::size_t step : {SIZE_MAX, std::size_t{1}}) {
      CAPTURE(big, step);
      CHECK(read_all(byte_order_mark(big) + unit(u'x', big) + "y", step) == "x\xFF");
      CHECK(read_all(byte_order_mark(big) + unit(0xD800, big) + "y", step) == "\xFF\xFF");
      CHECK(read_all(byte_order_mark(big) + "y", step) == "\xFF");
      CHECK(read_all(byte_order_mark(big), step).empty());
    }
}

TEST_CASE("more() is true only if it added a byte") {
  text_source from{"x"};
  mpn::app::input_buffer in{from, [] {}};
  CHECK(in.read_more());
  CHECK_FALSE(in.at_end());
  CHECK_FALSE(in.read_more());
  CHECK(in.at_end());
  CHECK(in.text() == "x");
}

TEST_CASE("a byte order mark is removed, an incomplete one is text") {
  for (const std::size_t step : {SIZE_MAX, std::size_t{1}}) {
    CAPTURE(step);
    CHECK(read_all("\xEF\xBB\xBFx", step) == "x");
    CHECK(read_all("\xEF\xBBx", step) == "\xEF\xBBx");
    CHECK(read_all("\xEF\xBB", step) == "\xEF\xBB");
    CHECK(read_all("\xEFx", step) == "\xEFx");
    CHECK(read_all("\xFFx", step) == "\xFFx");
    CHECK(read_all("\xFE", step) == "\xFE");
    CHECK(read_all("x\xEF\xBB\xBF", step) == "x\xEF\xBB\xBF");
    CHECK(read_all("", step).empty());
  }
}

TEST_CASE("output is written in order, when it is flushed or when the buffer is full") {
  constexpr std::size_t room = mpn::app::output_buffer::capacity;
  writes to;
  mpn::app::output_buffer out{to};
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
