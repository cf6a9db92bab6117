// --only, and what --only and --sort refuse.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>

#include "expected.hpp"
#include "lines.hpp"

namespace {

using namespace mpn::test;

}  // namespace

TEST_CASE("selecting phases keeps their offers and the bad records") {
  const strings days{"2021-04-01", "2021-09-01", "x",         "2021-05-20",
                     "2021-04-20", "2021-04-10", "2021-03-01"};
  const strings phases{"lapsed", "active", "", "reminded", "open", "last_call", "lapsed"};
  const strings names{"active", "reminded", "open", "last_call", "lapsed"};
  const strings options{"-a", "--as-of", "today"};
  for (unsigned bits = 1; bits < 32; ++bits) {
    std::string list;
    for (std::size_t i = 0; i < names.size(); ++i)
      if ((bits >> i & 1U) != 0) list += (list.empty() ? "" : ",") + names[i];
    CAPTURE(list);
    std::string csv = "anniversary\n";
    for (const std::string& day : days) csv += day + "\n";
    for (const std::string format : {"ndjson", "csv"}) {
      const strings all = lines_of(run(with(options, {"-f", format}), csv).out);
      std::string expected = format == "csv" ? all.front() : "";
      for (std::size_t i = 0; i < days.size(); ++i) {
        const bool kept = phases[i].empty() ||
                          ("," + list + ",").find("," + phases[i] + ",") != std::string::npos;
        if (kept) expected += all[i + (format == "csv" ? 1 : 0)];
      }
      check(run(with(options, {"-f", format, "--only", list}), csv), expected,
            diagnostic(4, "'x' is not a date: write YYYY-MM-DD"), 1);
    }
  }
  check(run(with(options, {"--only", "open,last_call"}), anniversaries),
        "anniversary  renew by    status     days           extension  offer\n"
        "line 3       error: 'x' is not a date: write YYYY-MM-DD\n"
        "2021-04-20   2021-05-20  open       12 days left   unknown\n"
        "2021-04-10   2021-05-10  last call  2 days left    unknown\n"
        "lapsed 0, last call 1, open 1, reminded 0, active 0, errors 1\n",
        one_bad_record, 1);
}

TEST_CASE(
    "selecting phases writes nothing where no offer is left, and the status counts the input") {
  const strings options{"-a", "--as-of", "today", "--only", "last_call"};
  const std::string csv = "anniversary,competency\n2021-09-01,\n";
  const std::string object = R"({"date":"2021-09-01"})";
  for (const std::string format : {"text", "ndjson", "csv", "ics", "html"})
    check(run(with(options, {"-f", format}), csv), "", "", 0);
  check(run(with(options, {"-f", "json"}), csv), "[]\n", "", 0);
  check(run(options, csv), "", "", 0);
  check(run(with(options, {"--excel"}), csv), "", "", 0);
  check(run(options, object + "\n" + object), "", "", 0);
  check(run(options, "[" + object + "]"), "[]\n", "", 0);
  check(run(options, "{\n" + object.substr(1)), "", "", 0);
  check(run(options, ""), "", "", 0);
  for (const std::string format : {"text", "json", "ndjson", "csv", "ics", "html"}) {
    check(run({"-a", "--as-of", "today", "--only", "last_call", "-f", format, "2021-09-01"}), "",
          "", 0);
    const run_result kept =
        run({"-a", "--as-of", "today", "--only", "last_call", "-f", format, "2021-04-10"});
    CHECK(kept.out == run({"-a", "--as-of", "today", "-f", format, "2021-04-10"}).out);
    CHECK(!kept.out.empty());
  }
  // A single object that is kept is what it would be without --only.
  const std::string kept = "{\n\"date\":\"2021-04-10\"}";
  CHECK(run(options, kept).out == run({"-a", "--as-of", "today"}, kept).out);
  // A bad argument has no phase.
  CHECK(run({"--as-of", "today", "--only", "open", "x"}).status == 2);
}

TEST_CASE("a calendar file stays unchanged where no offer is left, other files are empty") {
  namespace fs = std::filesystem;
  const fs::path folder =
      fs::temp_directory_path() / ("mpn-renewal-select-" + std::to_string(std::random_device{}()));
  fs::create_directory(folder);
  const auto content = [&](const std::string& name) {
    std::ifstream file{folder / name, std::ios::binary};
    return std::string{std::istreambuf_iterator<char>{file}, {}};
  };
  const auto write_to = [&](const std::string& name, strings options, const std::string& input) {
    std::ofstream{folder / name} << "old";
    options.insert(options.end(), {"-q", "-o", (folder / name).string()});
    return run(options, input).status;
  };
  const strings lapsed{"-a", "--as-of", "today", "--only", "lapsed"};
  CHECK(write_to("a.ics", lapsed, "2021-04-20\n") == 0);
  CHECK(content("a.ics") == "old");
  CHECK(write_to("a.ics", lapsed, "2021-04-20\nx\n") == 1);
  CHECK(content("a.ics") == "old");
  CHECK(write_to("a.ics", {"--sort"}, "x\n") == 1);
  CHECK(content("a.ics") == "old");
  CHECK(write_to("a.ics", {}, "") == 1);
  CHECK(content("a.ics") == "old");
  CHECK(write_to("a.ics", {}, "2020-04-20\n") == 0);
  CHECK(content("a.ics").starts_with("BEGIN:VCALENDAR"));
  CHECK(write_to("a.csv", lapsed, "2021-04-20\n") == 0);
  CHECK(content("a.csv") == "");
  CHECK(write_to("a.json", lapsed, "2021-04-20\n") == 0);
  CHECK(content("a.json") == "[]\n");
  CHECK(write_to("a.html", lapsed, "2021-04-20\n") == 0);
  CHECK(content("a.html") == "");
  fs::remove_all(folder);
}

TEST_CASE("selecting and sorting: what is refused") {
  const auto refused = [](const strings& options, const std::string& message) {
    check(run(options, "2021-04-10\n"), "", "mpn-renewal: " + message + "\n", 2);
  };
  const std::string choices = "choose from active, reminded, open, last_call, lapsed";
  const strings today{"--as-of", "today", "--only"};
  refused(with(today, {"opne"}), "invalid value 'opne' for --only; " + choices);
  refused(with(today, {"last call"}), "invalid value 'last call' for --only; " + choices);
  refused(with(today, {"Open"}), "invalid value 'Open' for --only; " + choices);
  for (const std::string list : {",", "open,", ",open", "open,,lapsed"})
    refused(with(today, {list}), "invalid value '' for --only; " + choices);
  refused(with(today, {"open, lapsed"}), "invalid value ' lapsed' for --only; " + choices);
  refused(with(today, {"\x1b"}), "invalid value '\\x1b' for --only; " + choices);
  refused(with(today, {""}), "--only needs a value: --only PHASE[,PHASE]...");
  refused({"--as-of", "today", "--only="}, "--only needs a value: --only PHASE[,PHASE]...");
  refused({"--as-of", "today", "--only"}, "--only needs a value: --only PHASE[,PHASE]...");
  refused({"--only", "open"}, "--only needs an as-of day; add --as-of today or --as-of DATE");
  refused({"-t", "current"}, "-t current needs an as-of day; add --as-of today or --as-of DATE");
  refused({"--sort=yes"}, "--sort takes no value");
  refused({"--from", "csv"}, "invalid value 'csv' for --from; choose from lines, ndjson");

  const std::string unknown = "MPN-RENEWAL UNKNOWN - ";
  for (const strings& options : {strings{"--only", "open"}, strings{"--sort"}}) {
    const std::string message = "--check and " + options.front() + " cannot be used together\n";
    check(run(with({"--check"}, options), "2021-04-10\n"), unknown + message,
          "mpn-renewal: " + message, 3);
  }
  // Of two lists the last counts.
  check(run({"-a", "--as-of", "today", "--only", "open", "--only", "lapsed", "-f", "ndjson"},
            anniversaries.substr(0, 22)),
        run({"-a", "--as-of", "today", "-f", "ndjson"}, "2021-04-01\n").out, "", 0);
  check(run({"-a", "--as-of", "today", "--only", "opne", "--only", "lapsed", "-f", "ndjson"},
            "2021-04-20\n"),
        "", "", 0);
}
