#include "record/notes.hpp"

#include "text/utf8.hpp"

namespace mpn::app {

std::string sentence(const input_note& note, language lang) {
  static constexpr message<std::string> no_column{
      "no competency column among: {}; the extension stays unknown; use --competency-field",
      "다음 열 중에 역량 열이 없어 연장 여부를 알 수 없습니다: {}. --competency-field 옵션으로 "
      "지정하십시오"};
  static constexpr message<std::string> no_date{
      "no record has a date; members of the first one: {}; use --date-field",
      "날짜가 있는 레코드가 없습니다. 첫 레코드의 멤버: {}. --date-field 옵션으로 날짜가 들어 있는 "
      "멤버를 "
      "지정하십시오"};
  static constexpr message<std::string> unclear_date{
      "no record has a date; if '{0}' is the anniversary, use --date-field '{0}' -a",
      "날짜가 있는 레코드가 없습니다. '{0}' 멤버가 갱신일이면 --date-field '{0}' -a 옵션을 "
      "추가하십시오"};
  static constexpr message<std::string> no_competency{
      "no record has the member '{}' of --competency-field; the extension stays unknown",
      "--competency-field 옵션의 '{}' 멤버가 있는 레코드가 없어 연장 여부를 알 수 없습니다"};
  static constexpr message<std::string> no_label{
      "no record has the member '{}' of --label-field",
      "--label-field 옵션의 '{}' 멤버가 있는 레코드가 없습니다"};
  const std::string names = printable(note.names);
  switch (note.reason) {
    case note_reason::no_competency_column:
      return no_column.in(lang, names);
    case note_reason::no_date_member:
      return no_date.in(lang, names);
    case note_reason::unclear_date_member:
      return unclear_date.in(lang, names);
    case note_reason::no_competency_member:
      return no_competency.in(lang, names);
    case note_reason::no_label_member:
      break;
  }
  return no_label.in(lang, names);
}

}  // namespace mpn::app
