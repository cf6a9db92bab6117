// The detection of the input format from its first bytes.
#include "read/detect.hpp"

#include <string>
#include <string_view>

#include "catch2.hpp"
#include "in_process.hpp"
#include "text/limits.hpp"

namespace {

using namespace mpn::app;
using mpn::test::text_source;

std::string_view name_of(input_format format) {
  switch (format) {
    case input_format::plain_lines:
      return "plain lines";
    case input_format::csv:
      return "csv";
    case input_format::json_lines:
      return "json lines";
    case input_format::json_object:
      return "json object";
    case input_format::json_array:
      return "json array";
  }
  return "unknown";
}

// The format and the line of the first record (0: none), or the error.
std::string detect(std::string_view text, const read_settings& settings = {},
                   std::size_t step = SIZE_MAX) {
  text_source from{text, step};
  input_buffer buffer{from, [] {}};
  const field_names fields{settings};
  const auto input = detect_format(buffer, settings, fields);
  if (!input) return sentence(input.error(), language::english);
  CHECK((input->header == nullptr) == (input->format > input_format::csv));
  record first;
  const bool any = input->records->read(first);
  return std::string{name_of(input->format)} + " " + std::to_string(any ? first.line : 0);
}

struct detection {
  std::string text;
  std::string_view expected;
};

void check_detections(const std::vector<detection>& all, const read_settings& settings = {}) {
  for (const detection& d : all)
    for (const std::size_t step : {SIZE_MAX, std::size_t{1}, std::size_t{7}}) {
      CAPTURE(d.text.substr(0, 80), d.text.size(), step);
      CHECK(detect(d.text, settings, step) == d.expected);
    }
}

}  // namespace

TEST_CASE("the format is detected from the first line that is not blank") {
  check_detections({
      {"[]", "json array 0"},
      {" \n [{}]", "json array 2"},
      {"[\n{}]", "json array 2"},
      {"{\n}", "json object 1"},
      {"\r\n{ \t\r\n}", "json object 2"},
      {"{", "json object 0"},
      {"{}", "json lines 1"},
      {"\n\n{\"a\":1}\n", "json lines 3"},
      {"{x", "json lines 1"},
      {"date\n2020-04-20\n", "csv 2"},
      {"date", "csv 0"},
      {"\n#TYPE x\nsep=;\ndate;x\n\n1;2\n", "csv 6"},
      {"\"a\nb\",date\n1,2\n", "csv 3"},
      {"", "plain lines 0"},
      {"\n \t\r\n", "plain lines 0"},
      {"2020-04-20", "plain lines 1"},
      {"\n2020-04-20 Security\n", "plain lines 2"},
      {"20/04/2020,Security\n", "plain lines 1"},
      {"\"2020-04-20\",Security\n", "plain lines 1"},
      {"Security,2020-04-20\n", "plain lines 1"},
      {"7,x,y\n", "no date column among: 7, x, y; use --date-field"},
      {"Bought\n2020-04-20\n", "plain lines 1"},
      {"x{}\n", "plain lines 1"},
      {"\xEF\xBB\xBF{}", "json lines 1"},
      {"\xEF\xBB\xBF[]", "json array 0"},
      {"\xEF\xBB\xBF\"date\"\n1", "csv 2"},
  });
}

TEST_CASE("a first line with delimiters but without a date or a date column is refused") {
  check_detections({
      {"Id,Bought,Competency\n1,2020-04-20,x\n",
       "no date column among: Id, Bought, Competency; use --date-field"},
      {"competency;name", "no date column among: competency, name; use --date-field"},
      {"a\tb c\r\n", "no date column among: a, b c; use --date-field"},
      {"a,b;c,d\n", "no date column among: a, b;c, d; use --date-field"},
      {"a,b;c\n", "no date column among: a, b;c; use --date-field"},
      {"a;b\tc\n", "no date column among: a, b\\x09c; use --date-field"},
      {" \"a,b\" , c\x1b\n", "no date column among: a,b, c\\x1b; use --date-field"},
      {"\"a,b\",c\n", "no date column among: a,b, c; use --date-field"},
      {"\nsep=;\nId;Bought\n", "no date column among: Id, Bought; use --date-field"},
      {"#TYPE x\nId,Bought\n", "no date column among: Id, Bought; use --date-field"},
      {"\xB1\xB8,id\n", "not UTF-8 text; in Excel, save as \"CSV UTF-8\""},
  });
}

TEST_CASE("a header contradicts -a if its first date column is the purchase date") {
  const read_settings with_a{true, {}, {}};
  check_detections(
      {{"id,Purchase Date\n1,2\n",
        "-a means that the dates are anniversaries, but 'Purchase Date' is the purchase "
        "date; leave out -a"},
       {"date,purchased\n1,2\n",
        "-a means that the dates are anniversaries, but 'purchased' is the purchase "
        "date; leave out -a"},
       {"purchased,anniversary\n1,2\n", "csv 2"},
       {"date\n1\n", "csv 2"}},
      with_a);
}

TEST_CASE("the user's date field makes a header") {
  check_detections({{"Id,Bought\n1,2\n", "csv 2"},
                    {"Bought\n1\n", "csv 2"},
                    {"Id,Sold\n1,2\n", "no column 'bought' among: Id, Sold"}},
                   {false, "bought", {}});
}

TEST_CASE("the first MiB decides, however it arrives") {
  const std::string blanks(limits::header - 100, '\n');
  const std::string longer(limits::header + 1, 'x');
  const std::string half(limits::header / 2, 'x');
  for (const std::size_t step : {SIZE_MAX, std::size_t{65'521}, std::size_t{4096}}) {
    CAPTURE(step);
    const auto found = [&](const std::string& text) { return detect(text, {}, step); };
    const std::string line = std::to_string(blanks.size() + 1);
    CHECK(found(blanks + "[{}]") == "json array " + line);
    CHECK(found(blanks + "{}") == "json lines " + line);
    CHECK(found(blanks + "{\n}") == "json object " + line);
    CHECK(found(blanks + "date\n2020-04-20\n") == "csv " + std::to_string(blanks.size() + 2));
    CHECK(found(half + ",date\n2020-04-20\n") == "csv 2");
    CHECK(found(longer + ",date\n2020-04-20\n") == "plain lines 1");
    CHECK(found("[" + longer) == "json array 0");
    CHECK(found("{" + longer) == "json lines 1");
  }
}

TEST_CASE("the first object of an array is read before more of the input") {
  text_source from{"[{\"date\":\"2020-04-20\"},"};
  int reads = 0;
  input_buffer buffer{from, [&] { ++reads; }};
  const field_names fields{read_settings{}};
  const auto input = detect_format(buffer, {}, fields);
  REQUIRE(input.has_value());
  record first;
  REQUIRE(input->records->read(first));
  CHECK(reads == 1);
}
