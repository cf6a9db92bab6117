// Every error of the arguments.
#include <string>
#include <string_view>
#include <vector>

#include "catch2.hpp"
#include "cli/options.hpp"
#include "in_process.hpp"

namespace {

using namespace mpn;
using arguments = std::vector<std::string>;

// The error after "(check)" if --check is among the arguments, and the value of -o if there is one.
std::string error_text(const arguments& given) {
  const auto parsed = app::parse_options(given, test::test_environment());
  if (parsed) return "no error";
  const app::usage_error& error = parsed.error();
  return (error.check ? "(check) " : "") + (error.output ? "(" + *error.output + ") " : "") +
         error.message;
}

struct refusal {
  arguments given;
  std::string_view expected;
};

void check_errors(const std::vector<refusal>& all) {
  for (const refusal& r : all) {
    CAPTURE(r.given);
    CHECK(error_text(r.given) == r.expected);
  }
}

}  // namespace

TEST_CASE("a usage error knows the file of -o however it is written") {
  for (arguments given : std::vector<arguments>{{"-o", "x"},
                                                {"-ox"},
                                                {"-qo", "x"},
                                                {"-qox"},
                                                {"-aqox"},
                                                {"--output", "x"},
                                                {"--output=x"}}) {
    given.insert(given.end(), {"--check", "--nope"});
    CAPTURE(given);
    CHECK(error_text(given) == "(check) (x) unknown option '--nope'; --help lists them");
  }
  // Not -o: the value of another option, a word, the end of the arguments.
  check_errors({
      {{"-iox", "--check", "--nope"}, "(check) unknown option '--nope'; --help lists them"},
      {{"ox", "--check", "--nope"}, "(check) unknown option '--nope'; --help lists them"},
      {{"--check", "--nope", "-qo"}, "(check) -o needs a value: -o FILE"},
  });
}

TEST_CASE("unknown options are refused with the nearest one") {
  check_errors({
      {{"--as-off", "today"}, "unknown option '--as-off'; did you mean '--as-of'?"},
      {{"--as-off=today"}, "unknown option '--as-off'; did you mean '--as-of'?"},
      {{"--zzzzzzz"}, "unknown option '--zzzzzzz'; --help lists them"},
      {{"-x"}, "unknown option '-x'; --help lists them"},
      {{"--x\x1b"}, "unknown option '--x\\x1b'; --help lists them"},
      {{"2020-04-20", "-x", "--formt"}, "unknown option '-x'; --help lists them"},
      {{"--chekc", "--check"}, "(check) unknown option '--chekc'; did you mean '--check'?"},
  });
}

TEST_CASE("missing and invalid values are refused") {
  check_errors({
      {{"-f"}, "-f needs a value: -f FORMAT"},
      {{"-f", ""}, "-f needs a value: -f FORMAT"},
      {{"--format="}, "-f needs a value: -f FORMAT"},
      {{"-aqt"}, "-t needs a value: -t N|current"},
      {{"--as-of"}, "--as-of needs a value: --as-of DATE|today"},
      {{"--as-of=", "2020-04-20"}, "--as-of needs a value: --as-of DATE|today"},
      {{"--input="}, "-i needs a value: -i FILE"},
      {{"--output="}, "-o needs a value: -o FILE"},
      {{"--json=5"}, "--json takes no value"},
      {{"--check=1"}, "(check) --check takes no value"},
      {{"--check="}, "(check) --check takes no value"},
      {{"-i", "a", "-i", "b"}, "-i can be given only once"},
      {{"-f", "yaml"},
       "invalid value 'yaml' for -f; choose from text, json, ndjson, csv, ics, html"},
      {{"-f", "CSV"}, "invalid value 'CSV' for -f; choose from text, json, ndjson, csv, ics, html"},
      {{"--waves", "none"}, "invalid value 'none' for --waves; choose from article, all"},
      {{"--date-order", "ymd"}, "invalid value 'ymd' for --date-order; choose from dmy, mdy"},
      {{"--color", "x\x1b"}, "invalid value 'x\\x1b' for --color; choose from auto, always, never"},
      {{"--lang", "de"}, "invalid value 'de' for --lang; choose from en, ko"},
      {{"--generate", "x"},
       "invalid value 'x' for --generate; choose from man, complete-bash, complete-zsh, "
       "complete-fish"},
      {{"--as-of", "yesterday"}, "--as-of 'yesterday' is not a date: write YYYY-MM-DD"},
      {{"--as-of", "2021-02-30", "--check", "-o", "x"},
       "(check) (x) --as-of '2021-02-30' is not a date: February 2021 has 28 days"},
      {{"--date-field", " "}, "--date-field needs a name that is not blank"},
      {{"--competency-field", "\u00a0\t"}, "--competency-field needs a name that is not blank"},
  });
  for (const std::string term :
       {"0", "-1", "10000", "99999999999", "1x", " 1", "+1", "1.0", "Current", "x"}) {
    CAPTURE(term);
    CHECK(error_text({"-t", term}) ==
          "invalid value '" + term + "' for -t; give a number from 1 to 9999, or current");
  }
}

TEST_CASE("contradictions name both options") {
  check_errors({
      {{"-i", "a.csv", "2020-04-20"}, "-i and DATE '2020-04-20' cannot be used together"},
      {{"-i", "-", "x\x1b"}, "-i and DATE 'x\\x1b' cannot be used together"},
      {{"--json", "-f", "csv"}, "--json and -f csv cannot be used together"},
      {{"--check", "-f", "csv"}, "(check) --check and -f csv cannot be used together"},
      {{"--check", "--json"}, "(check) --check and --json cannot be used together"},
      {{"--list", "--schema"}, "--list and --schema cannot be used together"},
      {{"--list", "--generate", "man"}, "--list and --generate cannot be used together"},
      {{"--generate", "man", "--schema"}, "--schema and --generate cannot be used together"},
      {{"-t", "current"}, "-t current needs an as-of day; add --as-of today or --as-of DATE"},
      {{"--check", "-t", "current"},
       "(check) --check and -t current cannot be used together: give the current anniversary with "
       "-a, or a "
       "column of anniversaries; -t current assumes that every renewal was made"},
      {{"--check", "-t", "current", "--as-of", "2020-04-20", "-o", "x"},
       "(check) (x) --check and -t current cannot be used together: give the current anniversary "
       "with -a, or a "
       "column of anniversaries; -t current assumes that every renewal was made"},
  });
}
