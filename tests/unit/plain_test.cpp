// Plain lines: DATE, DATE COMPETENCY or DATE,COMPETENCY.
#include "read/plain.hpp"

#include <string>
#include <string_view>

#include "catch2.hpp"
#include "text/utf8.hpp"

namespace {

using namespace mpn::app;

// The date, and the competency after a bar if there is one.
std::string parse(std::string_view line, bool dates_are_anniversaries = false) {
  plain_record plain{dates_are_anniversaries};
  record parsed;
  plain.parse(line, needs_no_escaping(line), parsed);
  const auto& row = std::get<table_row>(parsed.shape);
  CHECK(row.header == &plain.header());
  CHECK(parsed.date.value == row.cells[0].value);
  std::string text{parsed.date.value};
  if (row.cells.size() > 1) text.append("|").append(row.cells[1].value);
  if (parsed.competency.kind == field_kind::text)
    CHECK(parsed.competency.value == row.cells[1].value);
  return text;
}

}  // namespace

TEST_CASE("a plain line is a date and a competency") {
  struct line {
    std::string_view text;
    std::string_view parsed;
  };
  for (const line& l : {
           line{"2020-04-20", "2020-04-20"},
           {"2020-04-20 Cloud Platform", "2020-04-20|Cloud Platform"},
           {"2020-04-20\tCloud", "2020-04-20|Cloud"},
           {"2020-04-20,Cloud Platform", "2020-04-20|Cloud Platform"},
           {"2020-04-20;Cloud", "2020-04-20|Cloud"},
           {" \t 2020-04-20 , Cloud \u00a0", "2020-04-20|Cloud"},
           {"2020-04-20,,Cloud", "2020-04-20|,Cloud"},
           {"2020-04-20 a,b;c", "2020-04-20|a,b;c"},
           {"2020-04-20,", "2020-04-20"},
           {"2020-04-20 보안", "2020-04-20|보안"},
           {"2020-04-20 00:00:00 Cloud", "2020-04-20 00:00:00|Cloud"},
           {"2020-04-20T00:00:00.000,Cloud", "2020-04-20T00:00:00.000|Cloud"},
           {"2020-04-20 00:00:00", "2020-04-20 00:00:00"},
           {"2020-04-20 00:00:00x", "2020-04-20|00:00:00x"},
           {"2020-04-20 00:00:01 x", "2020-04-20|00:00:01 x"},
           {"20/04/2020 Cloud", "20/04/2020|Cloud"},
           {"x", "x"},
           {",Cloud", "|Cloud"},
           // Quotes around a part are removed; a doubled quote inside is a quote.
           {"2020-04-20,\"Cloud Platform\"", "2020-04-20|Cloud Platform"},
           {"\"2020-04-20\",\"Cloud\"", "2020-04-20|Cloud"},
           {"2020-04-20 \"a \"\"b\"\"\"", "2020-04-20|a \"b\""},
           {"2020-04-20 \"a\"b\"", "2020-04-20|a\"b"},
           {"2020-04-20 \"\"", "2020-04-20|"},
           {"2020-04-20 \"", "2020-04-20|\""},
           {"2020-04-20 \"Cloud", "2020-04-20|\"Cloud"},
           {"2020-04-20 Cloud\"", "2020-04-20|Cloud\""},
       }) {
    CAPTURE(l.text);
    CHECK(parse(l.text) == l.parsed);
  }
}

TEST_CASE("the fields of plain lines are a date and a competency") {
  for (const bool anniversaries : {false, true}) {
    plain_record plain{anniversaries};
    record parsed;
    plain.parse("2020-04-20 \"\"", false, parsed);
    CHECK(parsed.date.name == (anniversaries ? "anniversary" : "purchase_date"));
    CHECK(parsed.date.kind == field_kind::text);
    CHECK(parsed.date_is_anniversary == anniversaries);
    CHECK(parsed.competency.name == "competency");
    CHECK(parsed.competency.kind == field_kind::absent);
    CHECK_FALSE(plain.header().is_csv());
    plain.parse(", x", true, parsed);
    CHECK(parsed.date.kind == field_kind::absent);
    CHECK(parsed.competency.kind == field_kind::text);
  }
}
