// The HTML page: its whole markup is compared with the files in cli/pages, where "…" stands for the
// style file. With MPN_RENEWAL_REWRITE set, they are replaced by the actual pages: review the
// change.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "expected.hpp"
#include "text/limits.hpp"

namespace {

using namespace mpn::test;

// The page without its style file; the style of its own time axis stays.
std::string markup_of(std::string page) {
  const std::size_t begin = page.find("<style>\n") + 8;
  const std::size_t end = page.find("</style>", begin);
  page.replace(begin, std::min(page.find(":root{--grid", begin), end) - begin, "…\n");
  return page;
}

void check_page(const std::string& name, const run_result& result, int status) {
  CHECK(result.status == status);
  const auto path = std::filesystem::path{MPN_PROJECT} / "tests/cli/pages" / name;
  std::ifstream file{path, std::ios::binary};
  const std::string expected{std::istreambuf_iterator<char>{file}, {}};
  const std::string markup = markup_of(result.out);
  CHECK(markup == expected);
  if (std::getenv("MPN_RENEWAL_REWRITE") != nullptr)
    std::ofstream{path, std::ios::binary} << markup;
}

// All phases, labels, a name with a term, and bad records.
constexpr std::string_view table =
    "Customer,Purchase date,Competency\n"
    "Contoso,2020-04-20,Cloud Platform\n"
    "\"<b title='\"\"'>&amp;</b>\",2020-05-15,Security\n"
    ",2020-04-10,\n"
    "Fabrikam \xE2\x80\xAE\x01,2021-01-10,Messaging\n"
    "Litware,2019-12-01,Small and Midmarket Cloud Solutions\n"
    "</script>]]>,2021-02-30,Security\n"
    ",2020-04-20,<script>alert(1)</script>\n";

}  // namespace

TEST_CASE("an HTML page with an as-of day, labels and bad records") {
  const std::vector<std::string> options{"-q",       "-f",      "html",      "--label-field",
                                         "customer", "--as-of", "2021-05-08"};
  check_page("dated.html", run(options, table), 1);
  auto korean = options;
  korean.insert(korean.end(), {"--lang", "ko"});
  check_page("korean.html", run(korean, table), 1);
}

TEST_CASE("an HTML page without an as-of day") {
  check_page("undated.html", run({"-f", "html"}, "2020-04-20 Cloud Platform\n2020-11-17\n"), 0);
}

TEST_CASE("an HTML page for one offer, in a term after the end of the rules") {
  check_page("one_offer.html", run({"-f", "html", "-t", "3", "2021-10-02", "Security"}), 0);
}

TEST_CASE("an HTML page without offers") {
  check_page("empty.html", run({"-f", "html"}, ""), 0);
  check_page("only_bad.html", run({"-q", "-f", "html"}, "2021-02-30\n"), 1);
  // --only keeps bad records; without them, it leaves nothing to write.
  const std::vector<std::string> lapsed{"-q",         "-f",     "html",  "--as-of",
                                        "2021-05-08", "--only", "lapsed"};
  check_page("only_bad.html", run(lapsed, "2021-02-30\n2020-04-20 Security\n"), 1);
  for (const std::string_view text : {"2020-04-20 Security\n", ""})
    check(run(lapsed, text), "", "", 0);
}

TEST_CASE("an HTML page with the first and the last year") {
  check_page("years.html", run({"-f", "html", "-a"}, "0002-01-01\n2021-04-20\n9998-01-01\n"), 0);
}

TEST_CASE("an HTML page with rows and bad records in groups of 50") {
  const auto count_of = [](std::string_view what, std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = text.find(what); at != text.npos; at = text.find(what, at + 1)) ++count;
    return count;
  };
  for (const std::size_t groups : {1U, 2U, 3U})
    for (const std::size_t more : {0U, 1U}) {
      std::string lines;
      for (std::size_t i = 0; i < groups * 50 - 1 + more; ++i) lines += "2020-04-20\nx\n";
      const std::string page = run({"-q", "-f", "html"}, lines + "2020-04-20\nx\n").out;
      CHECK(count_of("<tbody>\n<tr>", page) == groups + more);
      CHECK(count_of("<ul>\n<li><b>line", page) == groups + more);
      CHECK(count_of("</tbody>\n", page) == groups + more);
      CHECK(count_of("</ul>\n", page) == groups + more);
    }
}

TEST_CASE("an HTML page with a label as long as a record") {
  const std::string front = R"({"date":"2020-04-20","id":")";
  const std::string label(mpn::app::limits::record - front.size() - 2, '<');
  const run_result result = run({"-f", "html", "--label-field", "id"}, front + label + "\"}");
  CHECK(result.status == 0);
  std::string escaped;
  for (std::size_t i = 0; i < label.size(); ++i) escaped += "&lt;";
  CHECK(result.out.find("<td><bdi>" + escaped + "</bdi></td>") != std::string::npos);
}
