// Text from outside in HTML.
#include "write/html_text.hpp"

#include <fmt/format.h>

#include <map>
#include <string>
#include <string_view>

#include "catch2.hpp"
#include "in_process.hpp"
#include "unicode.hpp"

namespace mpn::test {

namespace {

// One buffer for all, as a new one takes longer than what is written.
std::string html(std::string_view text) {
  static text_sink to;
  static app::output_buffer buffer{to};
  to.text.clear();
  app::put_html_text(buffer, text);
  buffer.flush();
  return to.text;
}

// What Unicode calls Bidi_Control, line and paragraph separators, C0, C1 and the byte order mark.
bool is_shown_escaped(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x061C || c == 0x200E || c == 0x200F ||
         (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

}  // namespace

TEST_CASE("HTML text: markup is escaped, at any place") {
  CHECK(html("").empty());
  CHECK(html("Contoso") == "Contoso");
  CHECK(html("<b>&amp;</b>") == "&lt;b&gt;&amp;amp;&lt;/b&gt;");
  CHECK(html("\" onload='x'") == "&quot; onload=&#39;x&#39;");
  CHECK(html("</script>]]>-->") == "&lt;/script&gt;]]&gt;--&gt;");
  CHECK(html("<<") == "&lt;&lt;");
}

TEST_CASE("HTML text: every character") {
  const std::map<char32_t, std::string> references{
      {'&', "&amp;"}, {'<', "&lt;"}, {'>', "&gt;"}, {'"', "&quot;"}, {'\'', "&#39;"}};
  for_each_character([&](char32_t c) {
    const auto number = static_cast<unsigned>(c);
    std::string expected = utf8(c);
    if (const auto found = references.find(c); found != references.end()) expected = found->second;
    if (is_shown_escaped(c))
      expected =
          number < 0x100 ? fmt::format("\\x{:02x}", number) : fmt::format("\\u{:04x}", number);
    const std::string written = html("a" + utf8(c) + "z");
    if (written == "a" + expected + "z") return;  // CHECK takes longer than the rest
    CAPTURE(number);
    CHECK(written == "a" + expected + "z");
  });
}

TEST_CASE("HTML text: every byte that is not UTF-8") {
  for (unsigned byte = 0x80; byte <= 0xFF; ++byte)
    CHECK(html(std::string{static_cast<char>(byte)} + "<") == fmt::format("\\x{:02x}&lt;", byte));
}

TEST_CASE("HTML text: more than the output buffer holds") {
  const std::string half(100'000, 'x');
  CHECK(html(half + "<" + half) == half + "&lt;" + half);
}

}  // namespace mpn::test
