#include "cli/help.hpp"

#include <fmt/ranges.h>

#include <string>

#include "cli/option_table.hpp"
#include "text/wrap.hpp"

namespace mpn::app {

namespace {

constexpr std::size_t help_column = 32;

void put_option(output_buffer& to, const option_row& row, language lang) {
  std::string line = row.letter != '\0' ? fmt::format("  -{}, --{}", row.letter, row.name)
                                        : fmt::format("      --{}", row.name);
  if (row.takes_value())
    line += row.choices.empty() ? fmt::format(" {}", row.argument)
                                : fmt::format(" {}", fmt::join(row.choices, "|"));
  if (line.size() + 2 > help_column) {
    to.put(line + "\n");
    line.clear();
  }
  line.resize(help_column, ' ');
  to.put(fmt::format("{}{}\n", line, wrapped(row.help.in(lang), help_column, help_column)));
}

}  // namespace

std::string_view synopsis(language lang) {
  static constexpr words text{
      "usage: mpn-renewal [OPTION]... DATE [COMPETENCY]...   one offer\n"
      "       mpn-renewal [OPTION]... [-i FILE]              many offers\n",
      "사용법: mpn-renewal [옵션]... DATE [역량]...   인수로 지정한 제안 하나\n"
      "        mpn-renewal [옵션]... [-i FILE]        파일이나 표준 입력의 여러 제안\n"};
  return text.in(lang);
}

std::string short_usage(language lang) {
  static constexpr words rest{
      "\nexample: mpn-renewal 2020-04-20 Cloud Platform\nmore: mpn-renewal --help\n",
      "\n예: mpn-renewal 2020-04-20 클라우드 플랫폼\n자세히: mpn-renewal --help\n"};
  return std::string{synopsis(lang)} += rest.in(lang);
}

void put_help(output_buffer& to, language lang) {
  static constexpr words what{
      "\nCalculates when a Microsoft Partner Network competency, advanced specialization\n"
      "or Action Pack must be renewed: anniversary, renewal window, reminders, next\n"
      "anniversary, and whether the COVID-19 extension applies. DATE is the purchase\n"
      "date; all words after it are the competency. Without DATE, records are read\n"
      "from FILE or standard input: dates, CSV, JSON Lines, a JSON array or object.\n\n",
      "\nMicrosoft Partner Network의 역량, 고급 전문화, Action Pack을 언제 갱신해야\n"
      "하는지 계산합니다. 갱신일, 갱신 기간, 알림, 다음 갱신일과 COVID-19 연장 여부를\n"
      "보여 줍니다. DATE는 구매일이고 그 뒤의 단어는 모두 역량입니다. DATE가 없으면\n"
      "FILE이나 표준 입력에서 날짜, CSV, JSON Lines, JSON 배열이나 개체를 읽습니다.\n\n"};
  static constexpr words statuses{
      "\nExit status: 0 every record has a schedule; 1 at least one record is bad, all\n"
      "others were written; 2 usage, input or output. With --check: 0 OK, 1 WARNING,\n"
      "2 CRITICAL, 3 UNKNOWN.\n",
      "\n종료 상태: 0 모든 레코드를 계산함, 1 잘못된 레코드가 있음(나머지는 출력함),\n"
      "2 사용법 또는 입출력 오류. --check: 0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN.\n"};
  to.put(synopsis(lang));
  to.put(what.in(lang));
  for (const option_row& row : option_table) put_option(to, row, lang);
  to.put(statuses.in(lang));
}

void put_version(output_buffer& to) { to.put("mpn-renewal " MPN_RENEWAL_VERSION "\n"); }

}  // namespace mpn::app
