// --sort.
#include <algorithm>
#include <string>
#include <tuple>
#include <vector>

#include "expected.hpp"
#include "generate_input.hpp"
#include "lines.hpp"

namespace {

using namespace mpn::test;

}  // namespace

TEST_CASE("sorting writes the most urgent first and the bad ones last") {
  check(run({"-a", "--as-of", "today", "--sort"}, anniversaries),
        "anniversary  renew by    status     days           extension  offer\n"
        "2021-04-10   2021-05-10  last call  2 days left    unknown\n"
        "2021-04-20   2021-05-20  open       12 days left   unknown\n"
        "2021-05-20   2021-06-19  reminded   in 13 days     unknown\n"
        "2021-09-01   2021-10-01  active     in 117 days    no\n"
        "2021-04-01   2021-05-01  lapsed     7 days ago     unknown\n"
        "2021-03-01   2021-03-31  lapsed     38 days ago    unknown\n"
        "line 3       error: 'x' is not a date: write YYYY-MM-DD\n"
        "lapsed 2, last call 1, open 1, reminded 1, active 1, errors 1\n"
        "Already renewed? Give the new anniversary with -a, or add -t current.\n",
        one_bad_record, 1);
  // Without an as-of day, by anniversary.
  check(run({"-a", "--sort"}, anniversaries),
        "anniversary  renew by    extension  offer\n"
        "2021-03-01   2021-03-31  unknown\n"
        "2021-04-01   2021-05-01  unknown\n"
        "2021-04-10   2021-05-10  unknown\n"
        "2021-04-20   2021-05-20  unknown\n"
        "2021-05-20   2021-06-19  unknown\n"
        "2021-09-01   2021-10-01  no\n"
        "line 3       error: 'x' is not a date: write YYYY-MM-DD\n",
        one_bad_record, 1);
  // With --only, what is left is sorted.
  check(run({"-a", "--as-of", "today", "--sort", "--only", "lapsed,last_call"}, anniversaries),
        "anniversary  renew by    status     days           extension  offer\n"
        "2021-04-10   2021-05-10  last call  2 days left    unknown\n"
        "2021-04-01   2021-05-01  lapsed     7 days ago     unknown\n"
        "2021-03-01   2021-03-31  lapsed     38 days ago    unknown\n"
        "line 3       error: 'x' is not a date: write YYYY-MM-DD\n"
        "lapsed 2, last call 1, open 0, reminded 0, active 0, errors 1\n"
        "Already renewed? Give the new anniversary with -a, or add -t current.\n",
        one_bad_record, 1);
  CHECK(run({"--sort", "2020-04-20"}).out == run({"2020-04-20"}).out);
  for (const std::string empty : {"", "date\n", "[]"})
    CHECK(run({"--sort", "-f", "json"}, empty).out == "[]\n");
  CHECK(run({"--sort"}, "date\n").out == run({}, "date\n").out);
}

TEST_CASE("sorting keeps the order of equal records") {
  std::string input;
  strings days{"2021-04-10", "2021-04-20", "x"};
  for (int i = 0; i < 300; ++i)
    input += days[static_cast<std::size_t>(i % 3)] + fmt::format(",{}\n", i);
  const std::string header = "anniversary,n\n";
  const strings all = lines_of(run({"-q"}, header + input).out);
  std::string expected = all.front();
  for (std::size_t first = 0; first < 3; ++first)
    for (std::size_t i = first; i < 300; i += 3) expected += all[i + 1];
  check(run({"-q", "--sort"}, header + input), expected, "", 1);
}

TEST_CASE("sorting: a record without a line end gets one where it is no longer last") {
  for (const std::string end : {"\n", "\r\n"}) {
    // The same rows in the other order, the last one without a line end.
    const std::string first =
        run({"-q"}, "anniversary" + end + "2021-04-10" + end + "2021-04-20\r\n").out;
    check(run({"-q", "--sort"}, "anniversary" + end + "2021-04-20\r\n2021-04-10"), first, "", 0);
  }
  const std::string early = R"({"date":"2020-04-10"})";
  const std::string late = R"({"date":"2020-04-20"})";
  check(run({"--sort"}, late + "\r\n" + early), run({}, early + "\n" + late + "\r\n").out, "", 0);
  check(run({"--sort"}, early + "\n" + late), run({}, early + "\n" + late).out, "", 0);
  // Bad records are last, with their line ends.
  check(run({"--sort", "-q"}, "{}\r\n" + late), run({"-q"}, late + "\n" + "{}\r\n").out, "", 1);
  check(run({"--sort", "-q"}, late + "\n{}"), run({"-q"}, late + "\n{}").out, "", 1);
}

TEST_CASE("sorting keeps every byte of every kind of record") {
  // One record of each kind after a more urgent one: in the output, the two change places.
  const std::string first_row = "2020-04-10,,\n";
  const std::string header = "date,competency,a\n";
  for (const std::string& row :
       {std::string{"2020-04-20,\"Security\",\"x\"\"y\"\n"}, std::string{"2020-04-20\r\n"},
        std::string{"\"2020-04-20\",security,\"\"\n"}, std::string{"2020-04-20,,\"a\"b\"c\n"},
        std::string{"2020-04-20,,x,y\n"}, std::string{",,x\n"},
        std::string{"2020-04-20,Securty,\n"}, std::string{"2020-04-20,,\xB0\n"},
        std::string{"13/05/2021,,\n"}, "2020-04-20,," + std::string(100'000, 'x') + "\n",
        "2020-04-20,,\"" + std::string(40'000, '"') + "\"\n"}) {
    CAPTURE(row.substr(0, 100));
    for (const std::string format : {"csv", "ndjson", "json", "text", "ics"}) {
      const strings options{"-q", "-f", format, "--label-field", "a"};
      const run_result expected = run(options, header + first_row + row);
      check(
          run(with(options, {"--sort"}), header + row + first_row),
          [&] {
            // The list names the line of a bad record.
            std::string out = expected.out;
            if (const std::size_t at = out.find("line 3 "); at != std::string::npos)
              out.replace(at, 6, "line 2");
            return out;
          }(),
          "", expected.status);
    }
  }
  const std::string first_object = R"({"date":"2020-04-10"})";
  for (
      const std::string& object :
      {std::string{R"( { "a" : [1, {}] , "date" : "2020-04-20" } )"}, std::string{R"({"a":1})"},
       std::string{R"({"renewal":1,"date":"2020-04-20"})"}, std::string{R"({"date":)"},
       std::string{
           R"({"renewal":{"schema_version":1,"error":{"code":"missing_date","message":"missing date"}}})"},
       std::string{R"({"date":7})"}, std::string{"{}"},
       R"({"date":"2020-04-20","a":")" + std::string(500'000, 'x') + R"("})"}) {
    CAPTURE(object.substr(0, 100));
    for (const std::string format : {"ndjson", "json", "ics"}) {
      const strings options{"-q", "-f", format};
      const run_result expected = run(options, first_object + "\n" + object + "\n");
      check(run(with(options, {"--sort"}), object + "\n" + first_object + "\n"), expected.out, "",
            expected.status);
    }
  }
}

TEST_CASE("sorting a million records, some of them bad, gives the order of a reference") {
  constexpr std::uint32_t count = 1'000'000;
  dice random{20210508};
  std::string input = "anniversary,n\n";
  struct key {
    int rank;
    std::int64_t day;
    std::uint32_t number;
  };
  std::vector<key> order;
  for (std::uint32_t i = 0; i < count; ++i) {
    if (random.chance(5)) {
      input += fmt::format("2021-02-30,{}\n", i);
      order.push_back({5, 0, i});
      continue;
    }
    const mpn::sys_days day =
        mpn::sys_days{date::year{2020} / 1 / 1} + mpn::days{random.below(800)};
    input += fmt::format("{},{}\n", mpn::date_text{day}.view(), i);
    // Days after the anniversary: the first and last of each phase.
    const std::int64_t since = (test_day() - day).count();
    const std::int64_t at = day.time_since_epoch().count();
    if (since > 30)
      order.push_back({4, -at, i});
    else
      order.push_back({since > 22 ? 0 : since > 0 ? 1 : since >= -15 ? 2 : 3, at, i});
  }
  std::sort(order.begin(), order.end(), [](const key& a, const key& b) {
    return std::tie(a.rank, a.day, a.number) < std::tie(b.rank, b.day, b.number);
  });
  const run_result sorted = run({"--sort", "--as-of", "2021-05-08", "-q"}, input);
  CHECK(sorted.status == 1);
  const strings lines = lines_of(sorted.out);
  REQUIRE(lines.size() == count + 1);
  std::size_t wrong = 0;
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::string number = fmt::format(",{},", order[i].number);
    wrong += lines[i + 1].compare(10, number.size(), number) == 0 ? 0 : 1;
  }
  CHECK(wrong == 0);
}
