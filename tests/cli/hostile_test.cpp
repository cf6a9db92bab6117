// Input from people who mean harm and from software that means well: nothing is lost, and nothing
// is accepted that is not valid.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "expected.hpp"

namespace {

using namespace mpn::test;

const std::string object = R"({"date":"2020-04-20"})";
const std::string object_out = R"({"date":"2020-04-20",)" + schedule_json + "}";

// A message about the whole of standard input.
std::string input_message(std::string_view message) {
  return "mpn-renewal: (stdin): " + std::string{message} + "\n";
}

// The UIDs of the first event of each offer.
std::vector<std::string> uids(const std::string& input) {
  const std::string out = run({"-f", "ics", "-q"}, input).out;
  std::vector<std::string> found;
  for (std::size_t end = 0; (end = out.find("-first\r\n", end + 1)) != std::string::npos;)
    found.push_back(out.substr(end - 36, 36));
  return found;
}

}  // namespace

TEST_CASE("every complete object of an array that breaks off is written") {
  const std::string not_closed = input_message("the JSON array is not closed");
  const std::string one = "[\n" + object_out + "\n]\n";
  const std::string two = "[\n" + object_out + ",\n" + object_out + "\n]\n";
  check(run({}, "["), "[]\n", not_closed, 2);
  check(run({}, "[" + object), one, not_closed, 2);
  check(run({}, "[" + object + " \n"), one, not_closed, 2);
  check(run({}, "[" + object + ",\n"), one, not_closed, 2);
  check(run({}, "[" + object + "," + object), two, not_closed, 2);
  check(run({}, "[" + object + ",\n{\"date\":"), one,
        input_message("the JSON breaks off in the record that begins in line 2"), 2);
}

TEST_CASE("a comma without a record and text after the bracket break an array off") {
  const std::string one = "[\n" + object_out + "\n]\n";
  check(run({}, "[\n" + object + ",\n]\n"), one,
        input_message("the JSON array ends with a comma in line 3; remove the comma, or complete "
                      "the array"),
        2);
  for (const std::string& after : {object, std::string{"x"}, std::string{","}, std::string{"]"}})
    check(run({}, "[" + object + "]\n" + after), one,
          input_message("text after the JSON array in line 2; use one array a file"), 2);
  check(run({}, "[]x"), "[]\n",
        input_message("text after the JSON array in line 1; use one array a file"), 2);
  check(run({}, "[" + object + "] \t\r\n"), one, "", 0);
  check(run({"--lang", "ko"}, "[" + object + ",]"), one,
        input_message("1행에서 JSON 배열이 쉼표로 끝납니다. 쉼표를 지우거나 배열을 "
                      "완성하십시오"),
        2);
  check(run({"--lang", "ko"}, "[]["), "[]\n",
        input_message("1행에서 JSON 배열 뒤에 다른 내용이 있습니다. 파일 하나에 배열 하나만 "
                      "쓰십시오"),
        2);
  check(run({"--lang", "ko"}, "["), "[]\n", input_message("JSON 배열이 닫히지 않았습니다"), 2);
}

TEST_CASE("a line with an unclosed quote swallows nothing, even when it is read again") {
  const std::string unclosed = "malformed_record: quoted field not closed within 64 KiB";
  const std::string header = "id,date" + renewal_columns + "\n";
  const std::string rest = "\n3,2020-04-20" + schedule_cells + "\n";
  const std::string once = header + R"("2,""a",)" + error_cells(unclosed) + rest;
  check(run({"-q"}, "id,date\n2,\"a\n3,2020-04-20\n"), once, "", 1);
  const std::string twice =
      header + R"("2,""a",)" + error_cells("missing_date: missing date") + rest;
  check(run({"-q"}, once), twice, "", 1);
  check(run({"-q"}, twice), twice, "", 1);
  // A column of ours is not the first one.
  check(run({"-q"}, "renewal.x,date\n\",2020-04-20\n1,2020-04-20\n"),
        "date" + renewal_columns + "\n\"\"\",2020-04-20\"" + error_cells(unclosed) +
            "\n2020-04-20" + schedule_cells + "\n",
        "", 1);
}

TEST_CASE("the last cells of a long row are ours only if they read as ours") {
  const std::string ours = "renewal.anniversary,renewal.error";
  const auto long_row = [&](const std::string& columns, const std::string& row,
                            const std::string& kept, int fields, int header_fields) {
    CAPTURE(columns, row);
    check(run({"-q"}, "date," + columns + "\n" + row + "\n"),
          "date" + renewal_columns + "\n" + kept +
              error_cells("\"malformed_record: row has " + std::to_string(fields) +
                          " fields, the header has " + std::to_string(header_fields) + "\"") +
              "\n",
          "", 1);
  };
  long_row(ours, "2020-04-20,x,,malformed_record: y", "2020-04-20,x", 2, 1);
  long_row(ours, "2020-04-20,x,,\"malformed_record: row has 2 fields, the header has 1\"",
           "2020-04-20,x", 2, 1);
  long_row(ours, "2020-04-20,\"x,\"\"\n\",,malformed_record: y", "2020-04-20,\"x,\"\"\n\"", 2, 1);
  long_row(ours, "2020-04-20,x,y,malformed_record: y", "2020-04-20,x,y,malformed_record: y", 4, 1);
  long_row(ours, "2020-04-20,x,,missing_date: y", "2020-04-20,x,,missing_date: y", 4, 1);
  long_row(ours, "2020-04-20,x,,", "2020-04-20,x,,", 4, 1);
  long_row(ours, "2020-04-20,x,,y", "2020-04-20,x,,y", 4, 1);
  long_row("renewal.anniversary", "2020-04-20,,malformed_record: y",
           "2020-04-20,,malformed_record: y", 3, 1);
  long_row("renewal.error", "2020-04-20,x,malformed_record: y", "2020-04-20,x", 2, 1);
}

TEST_CASE("bad rows are the same when they are sorted") {
  const std::string rows =
      "renewal.x,date,renewal.a,renewal.error\n\"2020-04-20\n1,2020-04-20,x,y,,malformed_record: "
      "z\n"
      "1,2020-04-20,x,y,z\n";
  const run_result plain = run({"-q"}, rows);
  CHECK(plain.status == 1);
  check(run({"-q", "--sort"}, rows), plain.out, "", 1);
}

TEST_CASE("a row of a million commas is one record with one cell after its columns") {
  const std::string commas(1'000'000, ',');
  check(run({"-q"}, "date,note\n2020-04-20" + commas + "\n" + commas + "\n2020-04-20,x\n"),
        "date,note" + renewal_columns + "\n2020-04-20" + commas +
            error_cells("\"malformed_record: row has 1000001 fields, the header has 2\"") +
            "\n2020-04-20,x" + schedule_cells + "\n",
        "", 1);
}

TEST_CASE("renewal columns that look like our errors are replaced unless nothing else is there") {
  const std::string header = "date,note" + renewal_columns + "\n";
  const std::string missing = "," + error_cells("missing_date: missing date") + "\n";
  check(run({"-q"}, header + missing), header + missing, "", 1);
  check(run({"-q"}, header + "," + error_cells("missing_date: an older sentence") + "\n"),
        header + "," + error_cells("missing_date: an older sentence") + "\n", "", 1);
  check(run({"-q"}, header + "," + error_cells("forged") + "\n"), header + missing, "", 1);
  check(run({"-q"}, header + "," + error_cells("forged: x") + "\n"), header + missing, "", 1);
  check(run({"-q"}, header + "," + schedule_cells + "\n"), header + missing, "", 1);
}

TEST_CASE("records that differ have different UIDs, whatever their cells contain") {
  const auto all = uids(
      "date,competency,a,b\n"
      "2020-04-20,Security,\"x\ny\",z\n"
      "2020-04-20,Security,x,\"y\nz\"\n"
      "2020-04-20,Security,\"x\",\"y\"\n"
      "2020-04-20,Security,\"x\n1:y\",\n"
      "2020-04-20,Security,x,\"\n\"\n"
      "2020-04-20,Security,\"x\n\",\n");
  REQUIRE(all.size() == 6);
  for (std::size_t i = 0; i < all.size(); ++i)
    for (std::size_t j = 0; j < i; ++j) CHECK(all[i] != all[j]);
  // Without line feeds in cells they never change.
  CHECK(uids("id,date,competency\n1,2020-04-20,Security\n") ==
        std::vector<std::string>{"46137a31-7440-546a-bde8-978e37d90fab"});
}

TEST_CASE("a calendar without an offer is not written, and the old file stays") {
  const std::filesystem::path file = "hostile-test-calendar.ics";
  const auto content = [&] {
    std::ifstream from{file, std::ios::binary};
    return std::string{std::istreambuf_iterator<char>{from}, {}};
  };
  std::ofstream{file} << "old";
  for (const std::string input : {"2021-02-30\n", "", "[]", "date\n"}) {
    CAPTURE(input);
    check(run({"-f", "ics", "-q"}, input), "", "", 1);
    check(run({"-q", "-o", file.string()}, input), "", "", 1);
    CHECK(content() == "old");
  }
  check(run({"-q", "-o", file.string()}, "2020-04-20\n"), "", "", 0);
  CHECK(content() == run({"-f", "ics"}, "2020-04-20\n").out);
  std::filesystem::remove(file);
}

TEST_CASE("an invisible character in front of a date is shown") {
  check(run({"-f", "ndjson"},
            "\xEF\xBB\xBF\xEF\xBB\xBF"
            "2020-04-20\n"),
        "{\"purchase_date\":\"\xEF\xBB\xBF"
        "2020-04-20\"," +
            error_json("invalid_date", "write YYYY-MM-DD", R"(,"field":"purchase_date")") + "}\n",
        diagnostic(1, R"('\ufeff2020-04-20' is not a date: write YYYY-MM-DD)"), 1);
}

TEST_CASE("blanks of every kind around a cell do not matter") {
  for (const std::string blank : {" ", "\t", "\u00a0", "\u202f", "\u3000", "\u3000 \u00a0"})
    check(run({}, "date\n" + blank + "2020-04-20" + blank + "\n"),
          "date" + renewal_columns + "\n" + blank + "2020-04-20" + blank + schedule_cells + "\n",
          "", 0);
}
