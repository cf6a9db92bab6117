// The sentences of errors that end the whole input, in every language.
#include "record/errors.hpp"
#include "text/utf8.hpp"

namespace mpn::app {

std::string sentence(const input_error& error, language lang) {
  static constexpr message<std::string> no_date_column{
      "no date column among: {}; use --date-field",
      "다음 열 중에 날짜 열이 없습니다: {}. --date-field 옵션으로 날짜가 들어 있는 열을 "
      "지정하십시오"};
  static constexpr message<std::string, std::string> unclear_date_column{
      "no date column among: {0}; if '{1}' is the anniversary, use --date-field '{1}' -a",
      "다음 열 중에 날짜 열이 없습니다: {0}. '{1}' 열이 갱신일이면 --date-field '{1}' -a 옵션을 "
      "추가하십시오"};
  static constexpr message<std::string, std::string> no_such_column{
      "no column '{0}' among: {1}", "다음 열 중에 '{0}' 열이 없습니다: {1}"};
  static constexpr message<std::string, std::string, std::string> nearest_column{
      "no column '{0}' among: {1}; did you mean '{2}'?",
      "다음 열 중에 '{0}' 열이 없습니다: {1}. '{2}' 열을 찾으십니까?"};
  static constexpr words workbook{
      "an Excel workbook; save it as \"CSV UTF-8\"",
      "Excel 통합 문서입니다. \"CSV UTF-8(쉼표로 분리)\" 형식으로 저장하십시오"};
  static constexpr words carriage_returns{
      "the first line has carriage returns without line feeds; save the file as \"CSV UTF-8\", or "
      "with line feeds",
      "첫 줄에 줄 바꿈(LF)이 없는 캐리지 리턴(CR)이 있습니다. \"CSV UTF-8(쉼표로 분리)\" 형식으로 "
      "저장하거나 "
      "줄 끝을 LF로 바꾸십시오"};
  static constexpr message<std::string> purchase_date{
      "-a means that the dates are anniversaries, but '{}' is the purchase date; leave out -a",
      "-a는 날짜가 갱신일이라는 뜻이지만 '{}' 열의 날짜는 구매일입니다. -a를 빼십시오"};
  static constexpr message<std::uint64_t> breaks_off{
      "the JSON breaks off in the record that begins in line {}",
      "{}행에서 시작하는 레코드에서 JSON이 중간에 끊겼습니다"};
  static constexpr words not_closed{"the JSON array is not closed",
                                    "JSON 배열이 닫히지 않았습니다"};
  static constexpr message<std::uint64_t> comma{
      "the JSON array ends with a comma in line {}; remove the comma, or complete the array",
      "{}행에서 JSON 배열이 쉼표로 끝납니다. 쉼표를 지우거나 배열을 완성하십시오"};
  static constexpr message<std::uint64_t> text_after{
      "text after the JSON array in line {}; use one array a file",
      "{}행에서 JSON 배열 뒤에 다른 내용이 있습니다. 파일 하나에 배열 하나만 쓰십시오"};
  switch (error.problem) {
    case input_problem::array_not_closed:
      return std::string{not_closed.in(lang)};
    case input_problem::comma_without_record:
      return comma.in(lang, error.line);
    case input_problem::text_after_array:
      return text_after.in(lang, error.line);
    case input_problem::no_date_column:
      return error.suggestion.empty() ? no_date_column.in(lang, printable(error.names))
                                      : unclear_date_column.in(lang, printable(error.names),
                                                               printable(error.suggestion));
    case input_problem::no_such_column:
      return error.suggestion.empty()
                 ? no_such_column.in(lang, printable(error.name), printable(error.names))
                 : nearest_column.in(lang, printable(error.name), printable(error.names),
                                     printable(error.suggestion));
    case input_problem::excel_workbook:
      return std::string{workbook.in(lang)};
    case input_problem::bare_carriage_returns:
      return std::string{carriage_returns.in(lang)};
    case input_problem::purchase_date_with_a:
      return purchase_date.in(lang, printable(error.names));
    case input_problem::json_breaks_off:
      return breaks_off.in(lang, error.line);
    case input_problem::not_text:
      break;
  }
  return explanation({.reason = error_reason::not_text}, lang);
}

}  // namespace mpn::app
