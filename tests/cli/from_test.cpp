// --from: a chosen input format, and inputs that are split.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "expected.hpp"
#include "generate_input.hpp"
#include "lines.hpp"

namespace {

using namespace mpn::test;

}  // namespace

TEST_CASE("a chosen input format is read, whatever the input is") {
  check(run({"--from", "ndjson"}, "x\n{\"date\":\"2020-04-20\"}\n"),
        malformed_json("not a JSON object", "x") + "\n{\"date\":\"2020-04-20\"," + schedule_json +
            "}\n",
        diagnostic(1, "malformed record: not a JSON object"), 1);
  check(run({"--from", "ndjson", "-q"}, "{\n\"date\":\"2020-04-20\"}\n"),
        malformed_json("object not closed", "{") + "\n" +
            malformed_json("not a JSON object", R"(\"date\":\"2020-04-20\"})") + "\n",
        "", 1);
  check(run({"--from", "lines", "-f", "ndjson", "-q"}, "date,x\n2020-04-20\n"),
        R"({"purchase_date":"date","competency":"x",)" +
            error_json("invalid_date", "write YYYY-MM-DD", R"(,"field":"purchase_date")") + "}\n" +
            R"({"purchase_date":"2020-04-20",)" + schedule_json + "}\n",
        "", 1);
  CHECK(run({"--from", "lines"}, "").out == "");
  CHECK(run({"--from", "ndjson", "-f", "json"}, "").out == "[]\n");
  CHECK(run({"--from", "lines", "2020-04-20"}).out == run({"2020-04-20"}).out);
  // Nothing is refused because of its first line.
  check(run({"--from", "lines", "-f", "ndjson", "-q"}, "PK\x03\x04\n"),
        R"({"purchase_date":"PK\u0003\u0004",)" +
            error_json("invalid_date", "write YYYY-MM-DD", R"(,"field":"purchase_date")") + "}\n",
        "", 1);
}

TEST_CASE("the parts of an input that is split at any line give the output of the whole") {
  const std::vector<std::pair<std::string, strings>> inputs{
      {"lines",
       {"x\n", "2020-04-20 Security\n", "Id,Bought\r\n", "date\n", "\n", "[\n", "{\n",
        "2021-02-30\n", "PK\x03\x04\n", "2020-04-20,\"Cloud Platform\"\n", "sep=;\n",
        "purchase date;x\n", "\xB0\xA1\n", "2020-04-20 보안\n", "#TYPE x\n", "2020-04-20"}},
      {"ndjson",
       {"{\n", "{\"date\":\"2020-04-20\"}\n", "[\n", "date\n", "[{\"date\":\"2020-04-20\"}]\r\n",
        "2020-04-20\n", "\n", "{}\r\n", "{\"purchase_date\":\"2021-02-30\",\"renewal\":1}\n",
        "\xB0\n", "a,b\n", "PK\x03\x04\n", "{\"renewal\":{}}\n", "{\"date\":\"2020-04-20\"}"}}};
  for (const auto& [format, in] : inputs) {
    const auto& lines = in;  // Clang 14 captures no structured binding
    const strings options{"-q", "-f", "ndjson", "--from", format};
    const std::string whole = run(options, joined(lines)).out;
    CHECK(std::count(whole.begin(), whole.end(), '\n') + (whole.ends_with('\n') ? 0 : 1) ==
          static_cast<std::ptrdiff_t>(lines.size()) - 1);  // one of them is blank
    for (std::size_t first = 0; first <= lines.size(); ++first)
      for (std::size_t second = first; second <= lines.size(); ++second) {
        const auto at = [&](std::size_t i) {
          return lines.begin() + static_cast<std::ptrdiff_t>(i);
        };
        const std::string parts = run(options, joined({lines.begin(), at(first)})).out +
                                  run(options, joined({at(first), at(second)})).out +
                                  run(options, joined({at(second), lines.end()})).out;
        CHECK(parts == whole);
      }
  }
}

TEST_CASE("generated inputs, split at every line, give the output of the whole") {
  for (const auto& [format, name] : {std::pair{input_format::plain_lines, "lines"},
                                     std::pair{input_format::json_lines, "ndjson"}})
    for (std::uint32_t seed = 0; seed < 30; ++seed) {
      dice random{seed};
      CAPTURE(name, seed);
      const std::string text = generate(format, random, {.blank_lines = true}).text();
      const strings lines = lines_of(text);
      const strings options{"-q", "-f", "ndjson", "--from", name};
      std::string parts;
      for (const std::string& line : lines) parts += run(options, line).out;
      CHECK(parts == run(options, text).out);
    }
}
