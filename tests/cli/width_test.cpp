// Terminals have 80 columns, and the last one may wrap.
#include <string>
#include <string_view>
#include <vector>

#include "expected.hpp"
#include "lines.hpp"
#include "mpn/catalogue.hpp"
#include "text/utf8.hpp"

namespace {

using namespace mpn::test;
using mpn::app::display_width;

// The lines of `text` that do not fit.
std::string too_wide(std::string_view text) {
  std::string wide;
  for (const std::string& line : lines_of(text))
    if (display_width(line.substr(0, line.find('\n'))) > 79) wide += line;
  return wide;
}

}  // namespace

TEST_CASE("every line of the help and of the usage fits in 79 columns") {
  for (const std::string language : {"en", "ko"}) {
    CHECK(too_wide(run({"--lang", language, "--help"}).out) == "");
    auto terminal = test_environment();
    terminal.input_is_terminal = true;
    CHECK(too_wide(run({"--lang", language}, "", terminal).err) == "");
  }
}

TEST_CASE("every line of every page fits in 79 columns") {
  // Anniversaries before the waves, in each of them, and after the end of the rules.
  const strings days{"2019-07-01", "2020-03-01", "2020-09-01", "2021-04-20",
                     "2021-09-01", "2023-01-01", "9999-01-01"};
  std::vector<strings> choices{{}, {"--waves", "all"}};
  // Each phase of 2021-04-20.
  for (const std::string as_of :
       {"2021-04-04", "2021-04-20", "2021-05-01", "2021-05-19", "2021-05-20", "2031-05-21"})
    for (const std::string color : {"always", "never"})
      choices.push_back({"--as-of", as_of, "--color", color});
  std::vector<std::string> names{""};
  for (const mpn::competency& entry : mpn::catalogue) names.emplace_back(entry.name);
  for (const std::string language : {"en", "ko"})
    for (const strings& choice : choices)
      for (const std::string& day : days)
        for (const std::string& name : names) {
          // A purchase is after the as-of day, or the day is out of range.
          const run_result page = run(with({"--lang", language, "-a", day, name}, choice));
          if (page.status == 0) CHECK(too_wide(page.out) == "");
        }
  for (const std::string language : {"en", "ko"})
    for (const std::string& name : names)
      for (const std::string term : {"2", "100", "7000"})
        CHECK(too_wide(run({"--lang", language, "-t", term, "2000-02-29", name}).out) == "");
}
