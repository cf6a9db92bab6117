// Rows of CSV: how far one reaches, and its cells.
#include "read/csv_row.hpp"

#include <string>
#include <string_view>
#include <vector>

#include "catch2.hpp"
#include "text/limits.hpp"

namespace {

using namespace mpn::app;
using state = row_extent::state;

struct measured_row {
  std::string_view text;
  state found;
  std::size_t end;
  bool needs_no_escaping;
};

void check_row(std::string_view text, char delimiter, bool at_end, const measured_row& expected) {
  CAPTURE(text.substr(0, 80), text.size(), delimiter, at_end);
  const row_extent row = measure_row(text, delimiter, at_end);
  CHECK(row.found == expected.found);
  if (row.found == state::complete) CHECK(row.end == expected.end);
  CHECK(row.needs_no_escaping == expected.needs_no_escaping);
}

}  // namespace

TEST_CASE("a row ends at the first line feed that is not quoted") {
  for (const measured_row& r : {
           measured_row{"\n", state::complete, 0, true},
           {"a,b\nc", state::complete, 3, true},
           {"a,b\r\nc", state::complete, 4, true},
           {",,\n", state::complete, 2, true},
           {"a\\b\n", state::complete, 3, false},
           {"a\rb\n", state::complete, 3, false},
           {"가\n", state::complete, 3, false},
           {"a\"b\nc\"\n", state::complete, 3, false},    // a quote inside an unquoted field
           {"a, \"b\nc\"\n", state::complete, 5, false},  // likewise: a blank precedes it
           {"\"a\"\n", state::complete, 3, false},
           {"\"a\nb\",c\nd\n", state::complete, 7, false},
           {"a,\"\n\",\"\n\"\nb", state::complete, 9, false},
           {"\"a\"\"\n\"\nb", state::complete, 6, false},    // a doubled quote
           {"\"a\"x\"y\nz\"\n", state::complete, 6, false},  // text after the closing quote
           {"\"\"\n", state::complete, 2, false},
           {"\"\"\"\"\n", state::complete, 4, false},
       })
    for (const bool at_end : {false, true}) check_row(r.text, ',', at_end, r);
}

TEST_CASE("a row without a line feed is complete only at the end of the input") {
  for (const std::string_view text : {"", "a", "a,b", "a,", "가", "\"a\"", "\"a\"b", "\"a\",b\r"}) {
    check_row(text, ',', false, {text, state::incomplete, 0, false});
    check_row(text, ',', true, {text, state::complete, text.size(), false});
  }
  for (const std::string_view text :
       {"\"", "a,\"b", "\"a\nb\n", "\"a\"\"", "\"\"\"", "\"a\"\",b\n"}) {
    check_row(text, ',', false, {text, state::incomplete, 0, false});
    check_row(text, ',', true, {text, state::unclosed, 0, false});
  }
}

TEST_CASE("a quote opens a field only after the delimiter") {
  const std::string_view text = "a;\"b\n\";c\n";
  check_row(text, ';', true, {text, state::complete, 8, false});
  check_row(text, ',', true, {text, state::complete, 4, false});
  check_row(text, '\t', true, {text, state::complete, 4, false});
}

TEST_CASE("a quoted field is unclosed beyond its limit") {
  const std::string longest = "a,\"" + std::string(limits::quoted_field, '\n');
  check_row(longest, ',', false, {longest, state::incomplete, 0, false});
  check_row(longest + "\"\n", ',', false, {"", state::complete, longest.size() + 1, false});
  check_row(longest + "x", ',', false, {"", state::unclosed, 0, false});
  check_row(longest + "x\"\n", ',', false, {"", state::unclosed, 0, false});
}

TEST_CASE("a row is split into cells with their bytes and their values") {
  struct split {
    std::string_view row;
    char delimiter;
    std::vector<std::string_view> raw;
    std::vector<std::string_view> values;
  };
  for (const split& s : {
           split{"", ',', {""}, {""}},
           {"a", ',', {"a"}, {"a"}},
           {"a,b,", ',', {"a", "b", ""}, {"a", "b", ""}},
           {",", ',', {"", ""}, {"", ""}},
           {" a ,b;c", ',', {" a ", "b;c"}, {" a ", "b;c"}},
           {"a,b;c", ';', {"a,b", "c"}, {"a,b", "c"}},
           {"a\tb c", '\t', {"a", "b c"}, {"a", "b c"}},
           {R"("a,b",c)", ',', {R"("a,b")", "c"}, {"a,b", "c"}},
           {R"("",c)", ',', {R"("")", "c"}, {"", "c"}},
           {R"("""",c)", ',', {R"("""")", "c"}, {R"(")", "c"}},
           {R"("a""b","c""d")", ',', {R"("a""b")", R"("c""d")"}, {R"(a"b)", R"(c"d)"}},
           {R"("a"x"y,b)", ',', {R"("a"x"y)", "b"}, {R"(ax"y)", "b"}},
           {R"("a""b"x,c)", ',', {R"("a""b"x)", "c"}, {R"(a"bx)", "c"}},
           {R"(a"b, "c")", ',', {R"(a"b)", R"( "c")"}, {R"(a"b)", R"( "c")"}},
           {R"("a,b)", ',', {R"("a)", "b"}, {"a", "b"}},  // not closed
           {R"(a,")", ',', {"a", R"(")"}, {"a", ""}},
           {"\"a\r\nb\",c", ',', {"\"a\r\nb\"", "c"}, {"a\r\nb", "c"}},
       }) {
    CAPTURE(s.row, s.delimiter);
    std::vector<cell> cells{{"left", "over"}};
    std::string storage = "left over";
    split_row(s.row, s.delimiter, cells, storage);
    std::vector<std::string_view> raw;
    std::vector<std::string_view> values;
    for (const cell& c : cells) {
      raw.push_back(c.raw);
      values.push_back(c.value);
    }
    CHECK(raw == s.raw);
    CHECK(values == s.values);
  }
}
