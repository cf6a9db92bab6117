// The search for a CSV header.
#include "read/csv_header.hpp"

#include <string>
#include <string_view>

#include "catch2.hpp"

namespace {

using namespace mpn::app;

const field_names& known_fields() {
  static const field_names fields{read_settings{}};
  return fields;
}

// "none", "incomplete", or the preamble, the names (replaced ones in brackets) with the delimiter
// between them, the line end and the rest of the text.
std::string search(std::string_view text, bool at_end = true) {
  const header_search result = find_header(text, at_end, known_fields());
  if (!result.found) return result.incomplete ? "incomplete" : "none";
  const table_header& header = *result.found;
  CHECK(header.preamble == text.substr(0, result.preamble));
  std::string described = header.preamble + "|";
  for (std::size_t i = 0; i < header.names.size(); ++i) {
    if (i > 0) described += header.delimiter;
    described += header.is_renewal[i] ? "[" + header.names[i] + "]" : header.names[i];
  }
  return described + "|" + header.line_end + "|" + std::string{text.substr(result.size)};
}

}  // namespace

TEST_CASE("a header is a first row with a date column") {
  CHECK(search("id,date\n1,2020-04-20\n") == "|id,date|\n|1,2020-04-20\n");
  CHECK(search("id;date\r\n") == "|id;date|\r\n|");
  CHECK(search("id\tdate\n") == "|id\tdate|\n|");
  CHECK(search("Purchase Date\n") == "|Purchase Date|\n|");
  CHECK(search("id,date") == "|id,date||");
  CHECK(search("\"id\",\"da\"\"te\",\"date\"\n") == "|id,da\"te,date|\n|");
  CHECK(search("\"a\nb\",date\nx\n") == "|a\nb,date|\n|x\n");
  for (const std::string_view text :
       {"", "\n", "Id,Bought\n1,2020-04-20\n", "2020-04-20\n", "id\ndate\n", "dates\n",
        "{\"date\":1}\n", "\"date\n", "\xB0\xA1,id\n"})
    CHECK(search(text) == "none");
}

TEST_CASE("a header without a line end is incomplete until the input ends") {
  for (const std::string_view text :
       {"", "i", "id,date", "id,date\r", "\"date\n1", "#TYPE", "sep=;\nda"})
    CHECK(search(text, false) == "incomplete");
  CHECK(search("id,date\n", false) == "|id,date|\n|");
  CHECK(search("id,bought\n", false) == "none");
}

TEST_CASE("blank lines, a type line and a delimiter line precede a header") {
  CHECK(search("\n \t\r\ndate\n") == "\n \t\r\n|date|\n|");
  CHECK(search("#TYPE a,b\r\ndate\n") == "#TYPE a,b\r\n|date|\n|");
  CHECK(search("sep=;\r\ndate;a,b\n") == "sep=;\r\n|date;a,b|\n|");
  CHECK(search("sep=,\ndate;a\n") == "none");  // the only column would be called date;a
  CHECK(search("\n#TYPE x\nsep=\t\ndate\tx\n") == "\n#TYPE x\nsep=\t\n|date\tx|\n|");
  CHECK(search("sep=|\ndate\n") == "none");
  CHECK(search("sep=;;\ndate\n") == "none");
  CHECK(search("sep=;\n#TYPE x\ndate\n") == "none");
  CHECK(search("#type x\ndate\n") == "none");
}

TEST_CASE("the delimiter of a header is the one whose header ends first") {
  CHECK(search("date,x;date\ty\n") == "|date,x;date\ty|\n|");
  CHECK(search("x\ty;date\n") == "|x\ty;date|\n|");
  CHECK(search("date,\"x;date\ny\"\n") == "|date,\"x;date|\n|y\"\n");
  CHECK(search("date;note,\"x\n1;2\n") == "|date;note,\"x|\n|1;2\n");
  CHECK(search("date;note,\"x\n1;2\n", false) == "|date;note,\"x|\n|1;2\n");
}

TEST_CASE("blank lines before a header, and after the lines that may precede it, belong to it") {
  const std::string before = "\n \t\r\n#TYPE x\n\nsep=;\n\n\n";
  CHECK(search(before + "date;x\n") == before + "|date;x|\n|");
  CHECK(search("#TYPE x\n\n", false) == "incomplete");
  CHECK(search("sep=;\n\n", false) == "incomplete");
}

TEST_CASE("a tab outside quotes separates two column names") {
  CHECK(search("da\tte,x\n") == "none");
  CHECK(search("\"da\tte\",x\n") == "|da\tte,x|\n|");
  CHECK(search("da te,x\n") == "|da te,x|\n|");
}

TEST_CASE("renewal columns are replaced") {
  CHECK(search("renewal.x,date,renewal,Renewal.y,renewals,renewal.error\n") ==
        "|[renewal.x],date,[renewal],Renewal.y,renewals,[renewal.error]|\n|");
  const auto at_end = [](std::string_view text) {
    return find_header(text, true, known_fields()).found->renewals_at_end;
  };
  CHECK(at_end("renewal.a,date\n") == 0);
  CHECK(at_end("date,renewal.a\n") == 1);
  CHECK(at_end("date,renewal.a,x,renewal.b,\"renewal.c\"\n") == 2);
}
