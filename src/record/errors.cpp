#include "record/errors.hpp"

#include <array>

#include "record/date_grammar.hpp"
#include "record/suggestions.hpp"
#include "text/display_name.hpp"
#include "text/limits.hpp"
#include "text/utf8.hpp"

namespace mpn::app {

namespace {

using std::string_view;

// A sentence is a frame around the value and the explanation.
constexpr message<std::string> bare{"{}", "{}"};
constexpr message<std::string, std::string> value_is{"'{}' {}", "'{}': {}"};
constexpr message<std::string, std::string> value_then{"'{}': {}", "'{}': {}"};
constexpr message<std::string, std::string> not_a_date_frame{"'{}' is not a date: {}",
                                                             "'{}': 날짜가 아닙니다. {}"};
constexpr message<std::string, std::string> too_late_frame{"'{}' is too late: {}", "'{}': {}"};
constexpr words add_a{"; if it is Partner Center's renewal start date, add -a",
                      ". 파트너 센터의 갱신 시작 날짜라면 -a를 추가하십시오"};
constexpr message<std::string, std::string> out_of_range_frame{"'{}' is out of range: {}",
                                                               "'{}': 범위를 벗어났습니다. {}"};
constexpr message<std::string, std::string> unknown_competency_frame{
    "unknown competency '{}'; {}", "알 수 없는 역량입니다: '{}'. {}"};
constexpr message<std::string> malformed_frame{"malformed record: {}", "잘못된 레코드: {}"};

// How many days a month has.
std::string month_length(sys_days last_of_month, language lang) {
  static constexpr message<string_view, int, unsigned, unsigned> text{
      "{0} {1:04} has {3} days", "{1:04}년 {2}월은 {3}일까지 있습니다"};
  const date::year_month_day day{last_of_month};
  const auto month = static_cast<unsigned>(day.month());
  return text.in(lang, english_months[month - 1], static_cast<int>(day.year()), month,
                 static_cast<unsigned>(day.day()));
}

// Which weekday a day is.
std::string weekday_of(sys_days day, language lang) {
  static constexpr message<date_text, string_view, string_view> text{"{0} is a {1}",
                                                                     "{0}의 요일은 {2}입니다"};
  const std::size_t i = date::weekday{day}.iso_encoding() - 1;
  return text.in(lang, date_text{day}, english_weekdays[i], korean_weekdays[i]);
}

std::string unknown_name_text(string_view name, language lang) {
  static constexpr message<std::string> nearest{"did you mean {}?", "다음 이름을 찾으십니까? {}"};
  static constexpr words or_last{" or ", " 또는 "};
  static constexpr words listed{"--list shows the names", "--list로 이름 목록을 볼 수 있습니다"};
  static constexpr words lost{
      "Windows PowerShell lost the name: set $OutputEncoding = [Text.Encoding]::UTF8",
      "Windows PowerShell에서 이름이 손실되었습니다. $OutputEncoding = [Text.Encoding]::UTF8로 "
      "설정하십시오"};
  if (name.find_first_not_of("? \t") == string_view::npos) return std::string{lost.in(lang)};
  const auto suggested = suggestions_for(name);
  if (suggested.empty()) return std::string{listed.in(lang)};
  std::string list;
  for (const competency* const entry : suggested) {
    if (!list.empty()) list += entry == suggested.back() ? or_last.in(lang) : ", ";
    list += fmt::format("'{}'", display_name(*entry, lang));
  }
  return nearest.in(lang, list);
}

// The explanations below name these limits.
static_assert(limits::record == limits::mebibyte && limits::quoted_field == 64 * limits::kibibyte &&
              limits::json_depth == 512);

// The explanations that have no places for values.
words fixed_explanation(error_reason reason) {
  switch (reason) {
    case error_reason::no_date:
      return {"missing date", "날짜가 없습니다"};
    case error_reason::not_a_date:
      return {"write YYYY-MM-DD", "2020-04-20 형식으로 입력하십시오"};
    case error_reason::no_such_year:
      return {"years run from 0001 to 9999", "연도는 0001년부터 9999년까지 쓸 수 있습니다"};
    case error_reason::day_zero:
      return {"there is no day 00", "00일은 없습니다"};
    case error_reason::year_too_short:
      return {"write the year with four digits", "연도를 네 자리로 입력하십시오"};
    case error_reason::full_width_digits:
      return {"write YYYY-MM-DD with the digits 0 to 9",
              "반각 숫자를 사용해 2020-04-20 형식으로 입력하십시오"};
    case error_reason::date_not_string:
      return {"write the date as a JSON string, \"YYYY-MM-DD\"",
              "날짜를 \"2020-04-20\" 형식의 JSON 문자열로 입력하십시오"};
    case error_reason::before_first_day:
      return {"the first reminder would be before 0001-01-01",
              "첫 번째 알림이 0001-01-01보다 앞섭니다"};
    case error_reason::after_last_day:
      return {"the next anniversary would be after 9999-12-31",
              "다음 갱신일이 9999-12-31보다 늦습니다"};
    case error_reason::name_not_string:
      return {"write the name as a JSON string", "이름을 JSON 문자열로 입력하십시오"};
    case error_reason::too_long:
      return {"longer than 1 MiB", "1MiB보다 깁니다"};
    case error_reason::not_text:
      return {
          "not UTF-8 text; in Excel, save as \"CSV UTF-8\"",
          "UTF-8 텍스트가 아닙니다. Excel에서 \"CSV UTF-8(쉼표로 분리)\" 형식으로 저장하십시오"};
    case error_reason::quote_not_closed:
      return {"quoted field not closed within 64 KiB", "닫는 따옴표가 64KiB 안에 없습니다"};
    case error_reason::not_an_object:
      return {"not a JSON object", "JSON 개체가 아닙니다"};
    case error_reason::object_not_closed:
      return {"object not closed", "개체가 닫히지 않았습니다"};
    case error_reason::string_not_closed:
      return {"string not closed", "문자열이 닫히지 않았습니다"};
    case error_reason::nested_too_deep:
      return {"nested deeper than 512", "512단계보다 깊게 중첩되었습니다"};
    case error_reason::number_out_of_range:
      return {"number beyond a double's range", "배정밀도 범위를 벗어난 수가 있습니다"};
    case error_reason::lone_surrogate:
      return {"lone surrogate in a string", "문자열에 짝이 없는 서로게이트가 있습니다"};
    case error_reason::control_character:
      return {"control character in a string", "문자열에 제어 문자가 있습니다"};
    case error_reason::text_after_object:
      return {"text after the object; write one object a line",
              "개체 뒤에 다른 내용이 있습니다. 한 줄에 개체 하나씩 쓰십시오"};
    default:
      return {};
  }
}

}  // namespace

std::string_view to_string(error_code code) {
  constexpr std::array<std::string_view, 7> keywords{
      "invalid_date", "ambiguous_date",     "missing_date",    "future_purchase",
      "out_of_range", "unknown_competency", "malformed_record"};
  return keywords[static_cast<std::size_t>(code)];
}

error_code code_of(error_reason reason) {
  if (reason == error_reason::no_date) return error_code::missing_date;
  if (reason < error_reason::two_orders) return error_code::invalid_date;
  if (reason == error_reason::two_orders) return error_code::ambiguous_date;
  if (reason <= error_reason::future_purchase) return error_code::future_purchase;
  if (reason <= error_reason::after_last_day) return error_code::out_of_range;
  if (reason <= error_reason::name_not_string) return error_code::unknown_competency;
  return error_code::malformed_record;
}

std::string explanation(const record_error& error, language lang) {
  static constexpr message<std::size_t> no_month{"there is no month {:02}", "{:02}월은 없습니다"};
  static constexpr message<date_text, string_view> with_order{
      "write {}, or use --date-order {}",
      "{} 형식으로 입력하거나 --date-order {} 옵션을 추가하십시오"};
  static constexpr message<date_text> excel{
      "looks like an Excel day number ({}); format the column as a date before exporting",
      "Excel 날짜 일련번호로 보입니다({}). 내보내기 전에 열의 셀 서식을 날짜로 바꾸십시오"};
  static constexpr message<date_text> time{
      "it has a time of day or a time zone; write the date alone, {}",
      "시각이나 시간대가 있습니다. 날짜만 입력하십시오: {}"};
  static constexpr message<date_text> more{
      "there is text after the date; write it alone, {}",
      "날짜 뒤에 다른 내용이 있습니다. 날짜만 입력하십시오: {}"};
  static constexpr message<date_text, date_text> either{
      "could be {} or {}; write YYYY-MM-DD, or use --date-order dmy or mdy",
      "{}인지 {}인지 알 수 없습니다. 2020-04-20 형식으로 입력하거나 --date-order dmy 또는 mdy "
      "옵션을 "
      "추가하십시오"};
  static constexpr message<date_text> future{"the purchase would be after {}",
                                             "구매일이 기준일 {}보다 늦습니다"};
  static constexpr message<std::size_t, std::size_t> too_many{
      "row has {} fields, the header has {}", "행의 필드는 {}개인데 머리글의 필드는 {}개입니다"};
  static constexpr message<std::size_t> json{"invalid JSON at byte {}",
                                             "{}번째 바이트에서 JSON 구문이 잘못되었습니다"};
  const date_text day{error.day};
  switch (error.reason) {
    case error_reason::no_such_month:
      return no_month.in(lang, error.number);
    case error_reason::no_such_day:
      return month_length(error.day, lang);
    case error_reason::wrong_weekday:
      return weekday_of(error.day, lang);
    case error_reason::year_last_dmy:
      return with_order.in(lang, day, "dmy");
    case error_reason::year_last_mdy:
      return with_order.in(lang, day, "mdy");
    case error_reason::excel_day_number:
      return excel.in(lang, day);
    case error_reason::time_of_day:
      return time.in(lang, day);
    case error_reason::text_after_date:
      return more.in(lang, day);
    case error_reason::two_orders:
      return either.in(lang, day, date_text{error.other_day});
    case error_reason::future_purchase:
      return future.in(lang, day);
    case error_reason::unknown_name:
      return unknown_name_text(error.value, lang);
    case error_reason::too_many_fields:
      return too_many.in(lang, error.number, error.other_number);
    case error_reason::invalid_json:
      return json.in(lang, error.number);
    default:
      return std::string{fixed_explanation(error.reason).in(lang)};
  }
}

std::string sentence(const record_error& error, language lang) {
  const std::string why = explanation(error, lang);
  switch (error.reason) {
    case error_reason::no_date:
      return bare.in(lang, why);
    case error_reason::excel_day_number:
    case error_reason::two_orders:
      return value_is.in(lang, printable(error.value), why);
    case error_reason::year_last_dmy:
    case error_reason::year_last_mdy:
    case error_reason::year_too_short:
      return value_then.in(lang, printable(error.value), why);
    case error_reason::future_purchase:
      return too_late_frame.in(lang, printable(error.value), why) +
             std::string{error.number != 0 ? add_a.in(lang) : ""};
    default:
      break;
  }
  switch (code_of(error.reason)) {
    case error_code::out_of_range:
      return out_of_range_frame.in(lang, printable(error.value), why);
    case error_code::unknown_competency:
      return unknown_competency_frame.in(lang, printable(error.value), why);
    case error_code::malformed_record:
      return malformed_frame.in(lang, why);
    default:
      return not_a_date_frame.in(lang, printable(error.value), why);
  }
}

}  // namespace mpn::app
