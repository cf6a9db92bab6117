// --label-field: whose offer it is.
#include <string>
#include <vector>

#include "expected.hpp"
#include "text/limits.hpp"
#include "text/utf8.hpp"

namespace {

using namespace mpn::test;
using namespace mpn::app;

std::string json_text(const std::string& text) {
  std::string json = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\')
      (json += '\\') += c;
    else if (static_cast<unsigned char>(c) < 0x20)
      json += fmt::format("\\u{:04x}", c);
    else
      json += c;
  }
  return json + '"';
}

std::string csv_cell(const std::string& text) {
  std::string cell = "\"";
  for (const char c : text) {
    cell += c;
    if (c == '"') cell += c;
  }
  return cell + '"';
}

const std::string heading = "anniversary  renew by    extension  offer\n";

// A label, and how a line of text shows it.
struct shown_label {
  std::string label;
  std::string shown;
};

std::vector<shown_label> labels() {
  std::string sixty;
  for (int i = 0; i < 60; ++i) sixty += static_cast<char>('a' + i % 26);
  std::string thirty_wide;
  for (int i = 0; i < 30; ++i) thirty_wide += "가";
  std::string marks = "e";
  for (int i = 0; i < 200; ++i) marks += "\u0301";
  std::string escapes;
  for (int i = 0; i < 15; ++i) escapes += "\\x1b";
  return {{"Contoso", "Contoso"},
          {" \t Contoso\u00a0", "Contoso"},
          {"Contoso, Ltd. \"west\"; a|b", "Contoso, Ltd. \"west\"; a|b"},
          {"\x1b[31mred\x07", "\\x1b[31mred\\x07"},
          {"two\nlines\r\n", "two\\x0alines\\x0d\\x0a"},
          {"a\u202eb\u2066c\u0085d", "a\\u202eb\\u2066c\\x85d"},
          {"콘토소 코리아", "콘토소 코리아"},
          {sixty, sixty},
          {sixty + "x", sixty + "…"},
          {sixty.substr(1) + "가", sixty.substr(1) + "…"},
          {thirty_wide, thirty_wide},
          {thirty_wide + "x", thirty_wide + "…"},
          {marks, marks.substr(0, limits::label_bytes - 1) + "…"},
          {std::string(1000, '\x1b'), escapes + "…"},
          {sixty.substr(2) + "\x1b[m", sixty.substr(2) + "…"},
          {std::string(limits::quoted_field - 1, 'x'), std::string(60, 'x') + "…"}};
}

}  // namespace

TEST_CASE("a label follows the name in a line of text, at most 60 columns of it") {
  for (const shown_label& each : labels()) {
    CAPTURE(each.shown);
    REQUIRE(each.shown.size() <= limits::shown_label);
    REQUIRE(display_width(each.shown) <= limits::label_columns + 1);
    const std::vector<std::string> options{"--label-field", "customer", "-f", "text"};
    const std::string offer =
        heading + "2021-04-20   2021-05-20  eligible   Security  (" + each.shown + ")\n";
    const std::string table = "date,competency,Customer\n";
    check(run(options, table + "2020-04-20,Security," + csv_cell(each.label) + "\n"), offer, "", 0);
    const std::string object =
        R"({"Customer":)" + json_text(each.label) + R"(,"date":"2020-04-20")";
    check(run(options, object + R"(,"competency":"Security"})"), offer, "", 0);
    check(run(options, object + "}"),
          heading + "2021-04-20   2021-05-20  unknown    (" + each.shown + ")\n", "", 0);

    const std::string error = "unknown competency 'Securty'; did you mean 'Security'?";
    check(run(options, table + "2020-04-20,Securty," + csv_cell(each.label) + "\n"),
          heading + "line 2       error: " + error + "  (" + each.shown + ")\n",
          "mpn-renewal: (stdin): 1 bad record\n", 1);
  }
}

TEST_CASE("a label may be any JSON value, and null and blanks are no label") {
  const auto line = [](const std::string& label) {
    return run({"--label-field", "id", "-f", "text"}, R"({"date":"2020-04-20","id":)" + label + "}")
        .out.substr(heading.size());
  };
  const std::string offer = "2021-04-20   2021-05-20  unknown";
  for (const std::string number : {"7", "7.50e+2", "-0", "1E40"})
    CHECK(line(number) == offer + "    (" + number + ")\n");
  CHECK(line("true") == offer + "    (true)\n");
  CHECK(line(R"(["a", 1])") == offer + "    ([\"a\", 1])\n");
  for (const std::string none : {"null", R"("")", R"(" \t")", R"("\u00a0")"})
    CHECK(line(none) == offer + "\n");
  // The last of duplicate members counts, in any spelling of the name.
  CHECK(line(R"(1,"I-D":2)") == offer + "    (2)\n");
}

TEST_CASE("a label may be as long as a record") {
  const std::string front = R"({"date":"2020-04-20","id":")";
  const std::string label(limits::record - front.size() - 2, 'x');
  check(run({"--label-field", "id", "-f", "text"}, front + label + "\"}"),
        heading + "2021-04-20   2021-05-20  unknown    (" + std::string(60, 'x') + "…)\n", "", 0);
}

TEST_CASE("lines and arguments have no label") {
  check(run({"--label-field", "x"}, "2020-04-20\n"), heading + "2021-04-20   2021-05-20  unknown\n",
        "", 0);
  CHECK(run({"--label-field", "x", "2020-04-20"}).out == run({"2020-04-20"}).out);
  CHECK(run({"--label-field", "x", "-f", "ics", "2020-04-20"}).status == 0);
}

TEST_CASE("machine formats do not depend on --label-field") {
  const std::string table = "date,competency,Customer\n2020-04-20,Security,\"a\nb\"\n";
  for (const std::string format : {"json", "ndjson", "csv"})
    check(run({"-f", format, "--label-field", "customer"}, table), run({"-f", format}, table).out,
          "", 0);
}

TEST_CASE("a label column that is not there is refused, and a member is missed at the end") {
  check(run({"--label-field", "Custmer"}, "date,Customer\n2020-04-20,x\n"), "",
        "mpn-renewal: (stdin): no column 'Custmer' among: date, Customer; did you mean "
        "'Customer'?\n",
        2);
  check(run({"--label-field", "renewal.error"}, "date\n"), "",
        "mpn-renewal: --label-field cannot name 'renewal.error': the renewal columns are the "
        "output of this program\n",
        2);
  const std::string object = R"({"date":"2020-04-20"})";
  CHECK(run({"--label-field", "Customer"}, object).err ==
        "mpn-renewal: (stdin): no record has the member 'Customer' of --label-field\n");
  CHECK(run({"--label-field", "Customer", "-q"}, object).err == "");
  CHECK(run({"--label-field", "Customer", "--check"}, object).err == "");
  CHECK(
      run({"--label-field", "Customer"}, object + R"({"customer":null,"date":"2020-04-20"})").err ==
      diagnostic(1, "malformed record: text after the object; write one object a line"));
  CHECK(
      run({"--label-field", "Customer"}, object + "\n" + R"({"customer":null,"date":"2020-04-20"})")
          .err == "");
}

TEST_CASE("monitoring shows the label of what is due and of what is bad, with a slash for a bar") {
  const std::string input =
      "anniversary,competency,Customer\n"
      "2021-04-10,Cloud Platform,Contoso\n"
      "2021-04-10,,a|b\n"
      "2021-04-10,DevOps,\n"
      "2022-04-10,DevOps,Fabrikam\n"
      "2021-02-30,DevOps,Wide|World\n";
  check(run({"--check", "--label-field", "customer"}, input),
        "MPN-RENEWAL CRITICAL - 3 of 5 due, next Cloud Platform by 2021-05-10 ((stdin):2); lapsed "
        "0, last call 3, open 0, reminded 0, active 1, unknown 1 | lapsed=0 last_call=3 open=0 "
        "reminded=0 active=1 unknown=1\n"
        "(stdin):2: Contoso: Cloud Platform: last call, 2 days left\n"
        "(stdin):3: a/b: last call, 2 days left\n"
        "(stdin):4: DevOps: last call, 2 days left\n"
        "(stdin):6: Wide/World: '2021-02-30' is not a date: February 2021 has 28 days\n",
        "", 2);
}

TEST_CASE("monitoring keeps the labels of the most urgent offers, in any order") {
  // Two offers on each of the first 30 days of April 2021: on 2021-05-08, those of the first seven
  // days are lapsed, those up to the 15th in their last call and the others open.
  for (const bool ascending : {true, false}) {
    const auto number = [&](int day, int half) {
      return 2 * (ascending ? day - 1 : 30 - day) + half;
    };
    std::vector<std::string> rows(60);
    for (int day = 1; day <= 30; ++day)
      for (const int half : {0, 1}) {
        const int i = number(day, half);
        rows[static_cast<std::size_t>(i)] = fmt::format("2021-04-{:02},c{}\n", day, i);
      }
    std::string input = "anniversary,Customer\n";
    for (const std::string& row : rows) input += row;

    const auto line = [](int i, const std::string& rest) {
      return fmt::format("(stdin):{}: c{}: {}\n", i + 2, i, rest);
    };
    std::string expected = fmt::format(
        "MPN-RENEWAL CRITICAL - 60 of 60 due, next by 2021-05-08 ((stdin):{}); lapsed 14, last "
        "call 16, open 30, reminded 0, active 0, unknown 0 | lapsed=14 last_call=16 open=30 "
        "reminded=0 active=0 unknown=0\n",
        number(8, 0) + 2);
    // 19 that can be saved, and one that is lapsed.
    for (int shown = 0; shown < 19; ++shown) {
      const int day = 8 + shown / 2;
      const std::string days = day == 8   ? "last day"
                               : day == 9 ? "1 day left"
                                          : fmt::format("{} days left", day - 8);
      expected += line(number(day, shown % 2), (day <= 15 ? "last call, " : "open, ") + days);
    }
    expected += line(number(7, 0), "lapsed, 1 day ago");
    expected += "40 more due\nAlready renewed? Give the new anniversary with -a.\n";
    check(run({"--check", "--label-field", "customer"}, input), expected, "", 2);
  }
}

TEST_CASE("a calendar shows the whole label and identifies offers by it") {
  const std::vector<std::string> options{"-f", "ics", "--label-field", "customer"};
  const auto summary = [](const std::string& ics) {
    std::string unfolded = ics;
    for (std::size_t at = 0; (at = unfolded.find("\r\n ", at)) != std::string::npos;)
      unfolded.erase(at, 3);
    const std::size_t start = unfolded.find("SUMMARY:") + 8;
    return unfolded.substr(start, unfolded.find("\r\n", start) - start);
  };
  const auto uid = [](const std::string& ics) { return ics.substr(ics.find("UID:"), 40); };
  const std::string table = "date,competency,Customer,Note\n2020-04-20,Security,";
  const auto calendar = [&](const std::string& rest) {
    const run_result result = run(options, table + rest + "\n");
    CHECK(result.status == 0);
    return result.out;
  };
  CHECK(summary(calendar("Contoso,")) == "Security (Contoso): renewal opens on 2021-04-21");
  CHECK(summary(calendar(",")) == "Security: renewal opens on 2021-04-21");
  CHECK(summary(calendar("\"a, b; c\\d|\n\x1b\u202e\",")) ==
        "Security (a\\, b\\; c\\\\d|\\\\x0a\\\\x1b\\\\u202e): renewal opens on 2021-04-21");
  const std::string long_label(100'000, 'x');
  CHECK(summary(calendar(long_label + ",")) ==
        "Security (" + long_label + "): renewal opens on 2021-04-21");

  // Over anniversary, competency and label: what else a record holds does not matter.
  CHECK(uid(calendar("Contoso,a")) == uid(calendar(" Contoso,b")));
  CHECK(uid(calendar("Contoso,a")) != uid(calendar("Fabrikam,a")));
  CHECK(uid(calendar("Contoso,a")) ==
        uid(run(options, R"({"anniversary":"2021-04-20","offer":"Security",)"
                         R"("customer":"Contoso"})")
                .out));
  CHECK(uid(calendar("7,a")) ==
        uid(run(options, R"({"customer":7,"anniversary":"2021-04-20","offer":"Security"})").out));
  // Without labels, over all that it holds.
  const auto without = [&](const std::string& rest) {
    return run({"-f", "ics"}, table + rest + "\n").out;
  };
  CHECK(uid(without("Contoso,a")) != uid(without("Contoso,b")));
  CHECK(uid(without("Contoso,a")) != uid(calendar("Contoso,a")));
}
