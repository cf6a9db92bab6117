// Texts with placeholders, which values fill.
#include "write/text_template.hpp"

#include <array>
#include <string>

#include "catch2.hpp"
#include "in_process.hpp"

namespace {

using namespace mpn::app;

constexpr std::array<std::size_t, 3> sizes{4, 2, 1};
constexpr std::array<std::string_view, 3> values{"2021", "04", "x"};

std::string filled(const std::string& text) {
  mpn::test::text_sink sink;
  output_buffer out{sink};
  text_template{text, sizes}.fill(out, values);
  out.flush();
  return sink.text;
}

std::string placeholder(std::size_t value, std::size_t size) {
  return std::string(size, text_template::mark(value));
}

}  // namespace

TEST_CASE("a filled template has the values in place of their placeholders") {
  CHECK(filled("") == "");
  CHECK(filled("no placeholder\t\r\n\x7f") == "no placeholder\t\r\n\x7f");
  CHECK(filled(placeholder(0, 4)) == "2021");
  CHECK(filled("on " + placeholder(0, 4) + "-" + placeholder(1, 2) + ", " + placeholder(2, 1) +
               ".") == "on 2021-04, x.");
  CHECK(filled(placeholder(1, 2) + placeholder(2, 1) + placeholder(0, 4)) == "04x2021");
}

TEST_CASE("a value may occur several times and be cut in pieces") {
  const std::string line_end = "\r\n ";
  CHECK(filled(placeholder(0, 4) + " " + placeholder(0, 4)) == "2021 2021");
  for (std::size_t cut = 1; cut < 4; ++cut) {
    CAPTURE(cut);
    CHECK(filled("a" + placeholder(0, cut) + line_end + placeholder(0, 4 - cut) + "b" +
                 placeholder(0, 4)) == "a" + std::string{"2021"}.substr(0, cut) + line_end +
                                           std::string{"2021"}.substr(cut) + "b2021");
  }
}

TEST_CASE("the marks of a template are no line ends") {
  for (std::size_t value = 0; value < 18; ++value) {
    CAPTURE(value);
    CHECK(text_template::mark(value) == static_cast<char>(0x0E + value));
  }
}
