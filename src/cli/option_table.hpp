// The one table of options: parsing, help, man page and completions come from it.
#pragma once

#include <array>
#include <span>
#include <string_view>

#include "text/message.hpp"

namespace mpn::app {

/// One row of the table of options.
struct option_row {
  char letter;                ///< '\0': none
  std::string_view name;      ///< without the dashes
  std::string_view argument;  ///< what the help calls it; empty: a flag
  std::string_view choices;   ///< the values it can have, separated by |; empty: free text
  plain_phrase help;
};

/// All options, in the order of the help.
inline constexpr auto option_rows = std::to_array<option_row>({
    {'f',
     "format",
     "FORMAT",
     "text|json|ndjson|csv|ics",
     {"output format; default: text for arguments and plain lines, otherwise as the input",
      "출력 형식. 기본값: 인수와 일반 줄은 text, 그 밖에는 입력과 같은 형식"}},
    {0, "json", "", "", {"same as --format json", "--format json과 같음"}},
    {'i',
     "input",
     "FILE",
     "",
     {"read records from FILE; - is standard input", "FILE에서 레코드를 읽음. -는 표준 입력"}},
    {'o',
     "output",
     "FILE",
     "",
     {"write FILE, in one step, instead of standard output", "표준 출력 대신 FILE에 한 번에 씀"}},
    {'a',
     "anniversary",
     "",
     "",
     {"the date given is the anniversary date (Partner Center's \"Renewal start date\")",
      "주어진 날짜는 1주년임(파트너 센터의 \"갱신 시작 날짜\")"}},
    {'t',
     "term",
     "N|current",
     "",
     {"the N-th term from the date given, each earlier one renewed in its window (1 to 9999, "
      "default 1); current: the one in force "
      "on the as-of day",
      "주어진 날짜부터 N번째 기간. 앞선 기간은 모두 갱신 기간에 갱신된 것으로 봄(1~9999, 기본값 "
      "1). current: 기준일에 유효한 "
      "기간"}},
    {0,
     "as-of",
     "DATE|today",
     "",
     {"add the phase and the days left on that day", "그 날의 단계와 남은 일수를 추가함"}},
    {0,
     "check",
     "",
     "",
     {"one status line and an exit status for cron and monitoring; without --as-of, as of today",
      "cron과 모니터링을 위한 상태 한 줄과 종료 상태. --as-of가 없으면 오늘 기준"}},
    {0,
     "waves",
     "WAVES",
     "article|all",
     {"which COVID-19 rounds count; default: the one that the article names; all: all four",
      "포함할 COVID-19 연장 차수: 문서에 나온 차수(기본값) 또는 네 차수 모두"}},
    {0,
     "date-order",
     "ORDER",
     "dmy|mdy",
     {"dates may also be written 20/04/2020, 20.4.2020 or 20-4-2020 in that order",
      "날짜를 그 순서대로 20/04/2020, 20.4.2020, 20-4-2020으로도 쓸 수 있음"}},
    {0,
     "date-field",
     "NAME",
     "",
     {"the column or member that holds the date", "날짜가 든 열 또는 멤버의 이름"}},
    {0,
     "competency-field",
     "NAME",
     "",
     {"the column or member that holds the competency", "역량이 든 열 또는 멤버의 이름"}},
    {0,
     "excel",
     "",
     "",
     {"csv only: a byte order mark and CRLF, so that a double click opens it right",
      "csv 전용: BOM과 CRLF를 써서 두 번 클릭하면 바로 열리게 함"}},
    {'q',
     "quiet",
     "",
     "",
     {"no diagnostics for bad records; with --check, nothing when all is OK",
      "잘못된 레코드에 대한 진단을 표시하지 않음. --check에서는 모두 OK이면 아무것도 표시하지 "
      "않음"}},
    {0,
     "color",
     "WHEN",
     "auto|always|never",
     {"colors in text; default: auto", "text의 색. 기본값: auto"}},
    {0,
     "lang",
     "LANGUAGE",
     "en|ko",
     {"language of text and messages; default: from LC_ALL, LC_MESSAGES, LANG",
      "텍스트와 메시지의 언어. 기본값: LC_ALL, LC_MESSAGES, LANG"}},
    {0,
     "list",
     "",
     "",
     {"the catalogue, one name a line (--json: with id, kind, area, aliases)",
      "카탈로그를 한 줄에 이름 하나씩 표시함(--json: id, 종류, 영역, 별칭 포함)"}},
    {0, "schema", "", "", {"the JSON Schema of the output", "출력의 JSON 스키마"}},
    {0,
     "generate",
     "FILE",
     "man|complete-bash|complete-zsh|complete-fish",
     {"the man page, or the completions of a shell", "man 페이지 또는 셸의 자동 완성 파일"}},
    {'h', "help", "", "", {"this help", "이 도움말"}},
    {'V', "version", "", "", {"the version", "버전"}},
});

[[nodiscard]] constexpr std::span<const option_row> option_table() { return option_rows; }

}  // namespace mpn::app
