#include "cli/option_table.hpp"

#include <algorithm>
#include <array>

namespace mpn::app {

namespace {

using std::string_view;

constexpr auto format_choices = [] {
  std::array<string_view, output_formats.size()> names{};
  for (std::size_t i = 0; i < names.size(); ++i) names[i] = output_formats[i]->name;
  return names;
}();
constexpr auto from_choices = std::to_array<string_view>({"lines", "ndjson"});
constexpr auto wave_choices = std::to_array<string_view>({"article", "all"});
constexpr auto order_choices = std::to_array<string_view>({"dmy", "mdy"});
constexpr auto color_choices = std::to_array<string_view>({"auto", "always", "never"});
constexpr auto language_choices = std::to_array<string_view>({"en", "ko"});
constexpr auto file_choices =
    std::to_array<string_view>({"man", "complete-bash", "complete-zsh", "complete-fish"});

const output_format* format_named(string_view name) {
  return *std::find_if(output_formats.begin(), output_formats.end(),
                       [&](const output_format* format) { return format->name == name; });
}

constexpr auto rows = std::to_array<option_row>({
    {'f',
     "format",
     "FORMAT",
     format_choices,
     {"default: by the suffix of -o, else text for DATE and plain lines, else the input's format",
      "출력 형식. 기본값: -o의 확장자, 없으면 인수와 일반 텍스트 줄은 text, 그 밖에는 입력의 형식"},
     [](option_draft& to, string_view value) { to.format = format_named(value); }},
    {0,
     "json",
     "",
     {},
     {"same as --format json", "--format json과 같음"},
     [](option_draft& to, string_view) { to.format = &json_format; }},
    {'i',
     "input",
     "FILE",
     {},
     {"read records from FILE; - is standard input", "FILE에서 레코드를 읽음. -는 표준 입력"},
     [](option_draft& to, string_view value) { to.input = value; },
     true},
    {0,
     "from",
     "INPUT",
     from_choices,
     {"the input's format, instead of detecting it", "입력 형식을 감지하지 않고 지정함"},
     [](option_draft& to, string_view value) {
       to.read.format = value == "lines" ? input_format::plain_lines : input_format::json_lines;
     }},
    {'o',
     "output",
     "FILE",
     {},
     {"write to FILE instead of standard output", "표준 출력 대신 FILE에 씀"},
     [](option_draft& to, string_view value) { to.output = value; }},
    {'a',
     "anniversary",
     "",
     {},
     {"DATE is the anniversary, Partner Center's \"Renewal start date\"",
      "DATE가 갱신일임(파트너 센터의 \"갱신 시작 날짜\")"},
     [](option_draft& to, string_view) { to.read.dates_are_anniversaries = true; }},
    {'t',
     "term",
     "N|current",
     {},
     {"the N-th term, the earlier ones renewed; current: the one in force on the as-of day",
      "N번째 기간(앞선 기간은 모두 갱신한 것으로 봄). current: 기준일에 유효한 기간"},
     [](option_draft& to, string_view value) { to.term = value; }},
    {0,
     "as-of",
     "DATE|today",
     {},
     {"add the phase and the days left on that day", "그날의 단계와 남은 일수를 추가함"},
     [](option_draft& to, string_view value) { to.as_of = value; }},
    {0,
     "only",
     "PHASE[,PHASE]...",
     {},
     {"only the offers in these phases on that day", "기준일에 이 단계인 제안만 출력함"},
     [](option_draft& to, string_view value) { to.only = value; }},
    {0,
     "sort",
     "",
     {},
     {"most urgent first, lapsed offers last", "급한 제안부터, 만료된 것은 뒤에 출력함"},
     [](option_draft& to, string_view) { to.select.sorted = true; }},
    {0,
     "check",
     "",
     {},
     {"status line and exit status for monitoring", "모니터링을 위한 상태 한 줄과 종료 상태"},
     [](option_draft& to, string_view) { to.check = true; }},
    {0,
     "waves",
     "WAVES",
     wave_choices,
     {"COVID-19 waves: the article's (default) or all",
      "적용할 COVID-19 연장 차수. 기본값: article"},
     [](option_draft& to, string_view value) {
       to.evaluation.applied_waves = value == "all" ? waves::all : waves::article;
     }},
    {0,
     "date-order",
     "ORDER",
     order_choices,
     {"read 20/04/2020 or 4.20.2020 in this order", "20/04/2020 같은 날짜를 이 순서로 읽음"},
     [](option_draft& to, string_view value) {
       to.evaluation.order = value == "dmy" ? date_order::dmy : date_order::mdy;
     }},
    {0,
     "date-field",
     "NAME",
     {},
     {"the column or member with the date", "날짜가 들어 있는 열 또는 멤버"},
     [](option_draft& to, string_view value) { to.read.date_field = value; }},
    {0,
     "competency-field",
     "NAME",
     {},
     {"the column or member with the competency", "역량이 들어 있는 열 또는 멤버"},
     [](option_draft& to, string_view value) { to.read.competency_field = value; }},
    {0,
     "label-field",
     "NAME",
     {},
     {"the column or member that says whose it is", "누구의 제안인지 나타내는 열 또는 멤버"},
     [](option_draft& to, string_view value) { to.read.label_field = value; }},
    {0,
     "excel",
     "",
     {},
     {"csv only: open correctly in Excel (BOM, CRLF)",
      "csv 전용: Excel에서 두 번 클릭해도 한글이 깨지지 않게 함"},
     [](option_draft& to, string_view) { to.excel = true; }},
    {'q',
     "quiet",
     "",
     {},
     {"no messages about bad records; with --check, nothing when all is OK",
      "잘못된 레코드에 대한 메시지 없음. --check에서는 모두 OK이면 출력 없음"},
     [](option_draft& to, string_view) { to.quiet = true; }},
    {0,
     "color",
     "WHEN",
     color_choices,
     {"color of text; default: auto", "text의 색. 기본값: auto"},
     [](option_draft& to, string_view value) {
       to.color = value == "always"  ? colors::always
                  : value == "never" ? colors::never
                                     : colors::automatic;
     }},
    {0,
     "lang",
     "LANGUAGE",
     language_choices,
     {"language of text, html, ics and messages", "text, html, ics와 메시지의 언어"},
     [](option_draft& to, string_view value) {
       to.lang = to.document_language = value == "ko" ? language::korean : language::english;
     }},
    {0,
     "list",
     "",
     {},
     {"the catalogue's names; with --json, all of it", "카탈로그의 이름. --json: 전체 내용"},
     [](option_draft& to, string_view) { to.wanted = task::list; }},
    {0,
     "schema",
     "",
     {},
     {"the JSON Schema of the output", "출력의 JSON 스키마"},
     [](option_draft& to, string_view) { to.wanted = task::schema; }},
    {0,
     "generate",
     "FILE",
     file_choices,
     {"the man page or a shell's completions", "man 페이지 또는 셸의 자동 완성 파일"},
     [](option_draft& to, string_view value) {
       to.wanted = task::generate;
       to.generated = value;
     }},
    {'h',
     "help",
     "",
     {},
     {"this help", "이 도움말"},
     [](option_draft& to, string_view) { to.wanted = task::help; }},
    {'V',
     "version",
     "",
     {},
     {"the version", "버전"},
     [](option_draft& to, string_view) { to.wanted = task::version; }},
});

}  // namespace

constinit const std::span<const option_row> option_table{rows};

std::string spelling(const option_row& row) {
  return row.letter != '\0' ? fmt::format("-{}", row.letter) : fmt::format("--{}", row.name);
}

}  // namespace mpn::app
