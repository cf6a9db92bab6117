#include "cli/option_table.hpp"

#include <algorithm>

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
     {"output format; default: by the suffix of -o, otherwise text for arguments and plain lines, "
      "and for the rest the format of the input",
      "출력 형식. 기본값: -o의 확장자에 따름. 없으면 인수와 일반 줄은 text, 그 밖에는 입력과 같은 "
      "형식"},
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
     {"the format of the input, instead of detecting it: for the parts of a split input",
      "입력 형식. 감지하지 않음. 나눈 입력의 각 부분에 사용"},
     [](option_draft& to, string_view value) {
       to.read.format = value == "lines" ? input_format::plain_lines : input_format::json_lines;
     }},
    {'o',
     "output",
     "FILE",
     {},
     {"write to FILE instead of standard output; an existing file is replaced in one step",
      "표준 출력 대신 FILE에 씀. 기존 파일은 한 번에 바꿈"},
     [](option_draft& to, string_view value) { to.output = value; }},
    {'a',
     "anniversary",
     "",
     {},
     {"the date given is the anniversary (Partner Center's \"Renewal start date\")",
      "지정한 날짜가 갱신일임(파트너 센터의 \"갱신 시작 날짜\")"},
     [](option_draft& to, string_view) { to.read.dates_are_anniversaries = true; }},
    {'t',
     "term",
     "N|current",
     {},
     {"the N-th term from the date given, if every earlier one was renewed in its window (1 to "
      "9999, "
      "default 1); current: the term in force on the as-of day",
      "지정한 날짜부터 N번째 기간. 앞선 기간은 모두 갱신 기간에 갱신한 것으로 봄(1~9999, 기본값 "
      "1). "
      "current: 기준일에 유효한 기간"},
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
     {"keep only the offers in these phases on the as-of day: active, reminded, open, last_call, "
      "lapsed; bad records are kept",
      "기준일에 이 단계인 제안만 남김: active, reminded, open, last_call, lapsed. 잘못된 레코드는 "
      "남김"},
     [](option_draft& to, string_view value) { to.only = value; }},
    {0,
     "sort",
     "",
     {},
     {"most urgent first, bad records last; keeps all records in memory",
      "급한 것부터 정렬, 잘못된 레코드는 마지막. 모든 레코드를 메모리에 보관함"},
     [](option_draft& to, string_view) { to.select.sorted = true; }},
    {0,
     "check",
     "",
     {},
     {"one status line and an exit status for cron and monitoring; as of today unless --as-of is "
      "given",
      "cron과 모니터링을 위한 상태 한 줄과 종료 상태. --as-of가 없으면 오늘 기준"},
     [](option_draft& to, string_view) { to.check = true; }},
    {0,
     "waves",
     "WAVES",
     wave_choices,
     {"which COVID-19 extension waves apply: the one in Microsoft's article (default), or all four",
      "적용할 COVID-19 연장 차수: Microsoft 문서에 나온 차수(기본값) 또는 네 차수 모두"},
     [](option_draft& to, string_view value) {
       to.evaluation.counted = value == "all" ? waves::all : waves::article;
     }},
    {0,
     "date-order",
     "ORDER",
     order_choices,
     {"read 20/04/2020, 20.4.2020 and 20-4-2020 in this order",
      "20/04/2020, 20.4.2020, 20-4-2020을 이 순서로 읽음"},
     [](option_draft& to, string_view value) {
       to.evaluation.order = value == "dmy" ? date_order::dmy : date_order::mdy;
     }},
    {0,
     "date-field",
     "NAME",
     {},
     {"read the date from this column or member and no other",
      "날짜를 이 이름의 열 또는 멤버에서만 읽음"},
     [](option_draft& to, string_view value) { to.read.date_field = value; }},
    {0,
     "competency-field",
     "NAME",
     {},
     {"read the competency from this column or member and no other",
      "역량을 이 이름의 열 또는 멤버에서만 읽음"},
     [](option_draft& to, string_view value) { to.read.competency_field = value; }},
    {0,
     "label-field",
     "NAME",
     {},
     {"a column or member that says whose offer it is; shown in text, calendars and --check",
      "누구의 제안인지 나타내는 열 또는 멤버. 텍스트, 일정, --check에 표시함"},
     [](option_draft& to, string_view value) { to.read.label_field = value; }},
    {0,
     "excel",
     "",
     {},
     {"csv only: a byte order mark and CRLF, so that Excel opens it correctly",
      "csv 전용: BOM과 CRLF를 추가해 두 번 클릭해도 한글이 깨지지 않게 함"},
     [](option_draft& to, string_view) { to.excel = true; }},
    {'q',
     "quiet",
     "",
     {},
     {"no messages about bad records; with --check, no output when all is OK",
      "잘못된 레코드에 대한 메시지를 표시하지 않음. --check에서는 모두 OK이면 출력하지 않음"},
     [](option_draft& to, string_view) { to.quiet = true; }},
    {0,
     "color",
     "WHEN",
     color_choices,
     {"color in text; default: auto", "text의 색. 기본값: auto"},
     [](option_draft& to, string_view value) {
       to.color = value == "always"  ? colors::always
                  : value == "never" ? colors::never
                                     : colors::automatic;
     }},
    {0,
     "lang",
     "LANGUAGE",
     language_choices,
     {"language of text, calendars and messages; default: from LC_ALL, LC_MESSAGES, LANG",
      "텍스트, 일정, 메시지의 언어. 기본값: LC_ALL, LC_MESSAGES, LANG"},
     [](option_draft& to, string_view value) {
       to.in = value == "ko" ? language::korean : language::english;
     }},
    {0,
     "list",
     "",
     {},
     {"the catalogue, one name a line (--json: with id, kind, area, aliases)",
      "카탈로그를 한 줄에 이름 하나씩 표시함(--json: id, 종류, 영역, 별칭 포함)"},
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
     {"the man page, or the completions of a shell", "man 페이지 또는 셸의 자동 완성 파일"},
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

const option_row& option_named(string_view name) {
  return *std::find_if(option_table.begin(), option_table.end(),
                       [&](const option_row& row) { return row.name == name; });
}

std::string spelling(const option_row& row) {
  return row.letter != '\0' ? fmt::format("-{}", row.letter) : fmt::format("--{}", row.name);
}

}  // namespace mpn::app
