#include "cli/help.hpp"

#include <fmt/format.h>

#include <string>

namespace mpn::app {

namespace {

constexpr std::size_t page_width = 80;
constexpr std::size_t help_column = 30;

// `text` from `column` on, wrapped at words.
void put_wrapped(output& to, std::string_view text, std::size_t column) {
  std::size_t at = column;
  bool first = true;
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(word.size() + 1, text.size()));
    const std::size_t width = fmt::formatted_size("{}", word);
    if (!first && at + 1 + width > page_width) {
      to.put(fmt::format("\n{:{}}", "", column));
      at = column;
    } else if (!first) {
      to.put(' ');
      ++at;
    }
    to.put(word);
    at += width;
    first = false;
  }
  to.put('\n');
}

void put_option(output& to, const option_row& row, language spoken) {
  std::string left = row.letter != '\0' ? fmt::format("  -{}, --{}", row.letter, row.name)
                                        : fmt::format("      --{}", row.name);
  if (!row.argument.empty())
    left += fmt::format(" {}", row.choices.empty() ? row.argument : row.choices);
  to.put(left);
  if (left.size() + 2 > help_column)
    to.put(fmt::format("\n{:{}}", "", help_column));
  else
    to.put(fmt::format("{:{}}", "", help_column - left.size()));
  put_wrapped(to, row.help.in(spoken), help_column);
}

}  // namespace

std::string_view synopsis(language spoken) {
  static constexpr plain_phrase text{
      "usage: mpn-renewal [OPTION]... DATE [COMPETENCY]...   one offer, from the arguments\n"
      "       mpn-renewal [OPTION]... [-i FILE]              many offers, from FILE or standard "
      "input\n",
      "사용법: mpn-renewal [옵션]... 날짜 [역량]...     인수로 준 항목 하나\n"
      "        mpn-renewal [옵션]... [-i 파일]         파일 또는 표준 입력의 여러 항목\n"};
  return text.in(spoken);
}

void put_help(output& to, language spoken) {
  static constexpr plain_phrase what{
      "\nWorks out the renewal of a Microsoft Partner Network competency, advanced\n"
      "specialization or Action Pack: anniversary, renewal window, reminders, next\n"
      "anniversary, and whether the COVID-19 extension applies. DATE is the purchase\n"
      "date, YYYY-MM-DD; all words after it are the competency. Dates, CSV, JSON Lines\n"
      "and JSON arrays or objects are read from FILE or standard input.\n\n",
      "\nMicrosoft Partner Network의 역량, 고급 전문화, Action Pack의 갱신 일정을 계산합니다.\n"
      "1주년, 갱신 기간, 미리 알림, 다음 1주년, COVID-19 연장 적용 여부를 보여 줍니다.\n"
      "날짜는 YYYY-MM-DD 형식의 구매일이고, 그 뒤의 모든 단어가 역량입니다. 파일이나\n"
      "표준 입력에서는 날짜, CSV, JSON Lines, JSON 배열이나 개체를 읽습니다.\n\n"};
  static constexpr plain_phrase statuses{
      "\nExit status: 0 every record worked out; 1 some record is bad, all others were\n"
      "written; 2 usage, or input or output that failed. With --check: 0 OK, 1 WARNING,\n"
      "2 CRITICAL, 3 UNKNOWN.\n",
      "\n종료 상태: 0 모든 레코드를 계산함, 1 일부 레코드가 잘못됨(나머지는 출력함),\n"
      "2 사용법 오류 또는 입출력 실패. --check에서는 0 OK, 1 WARNING, 2 CRITICAL,\n"
      "3 UNKNOWN.\n"};
  to.put(synopsis(spoken));
  to.put(what.in(spoken));
  for (const option_row& row : option_table()) put_option(to, row, spoken);
  to.put(statuses.in(spoken));
}

void put_version(output& to) { to.put("mpn-renewal " MPN_RENEWAL_VERSION "\n"); }

}  // namespace mpn::app
