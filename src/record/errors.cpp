#include "record/errors.hpp"

#include "mpn/catalogue.hpp"
#include "text/utf8.hpp"

namespace mpn::app {

namespace {

using text_view = std::string_view;

// Whole sentences, around the value and the message.
constexpr phrase<std::string> bare{"{}", "{}"};
constexpr phrase<std::string, std::string> remark{"'{}' {}", "'{}': {}"};
constexpr phrase<std::string, std::string> rewrite{"'{}': {}", "'{}': {}"};
constexpr phrase<std::string, std::string> not_a_date{"'{}' is not a date: {}",
                                                      "'{}'은(는) 날짜가 아닙니다: {}"};
constexpr phrase<std::string, std::string> not_in_range{"'{}' is out of range: {}",
                                                        "'{}'은(는) 범위를 벗어납니다: {}"};
constexpr phrase<std::string, std::string> not_a_competency{"unknown competency '{}'; {}",
                                                            "알 수 없는 역량 '{}'; {}"};
constexpr phrase<std::string> not_a_record{"malformed record: {}", "잘못된 레코드: {}"};

failure fail(error_code code, bilingual message, const phrase<std::string, std::string>& frame,
             text_view value) {
  const std::string safe = shown(value);
  bilingual sentence{frame.in(language::english, safe, message.english),
                     frame.in(language::korean, safe, message.korean)};
  return {code, {}, std::move(message), std::move(sentence)};
}

failure fail(error_code code, bilingual message, const phrase<std::string>& frame) {
  bilingual sentence{frame.in(language::english, message.english),
                     frame.in(language::korean, message.korean)};
  return {code, {}, std::move(message), std::move(sentence)};
}

unsigned last_day_of_month(int year, unsigned month) {
  return static_cast<unsigned>((date::year{year} / static_cast<int>(month) / date::last).day());
}

constexpr text_view month_names[] = {"January",   "February", "March",    "April",
                                     "May",       "June",     "July",     "August",
                                     "September", "October",  "November", "December"};

bilingual why(const date_error& error) {
  static constexpr phrase<text_view, int, unsigned, unsigned> length{
      "{0} {1:04} has {3} days", "{1:04}년 {2}월은 {3}일까지 있습니다"};
  static constexpr phrase<unsigned> no_month{"there is no month {:02}", "{:02}월은 없습니다"};
  static constexpr plain_phrase no_day{"there is no day 00", "00일은 없습니다"};
  static constexpr plain_phrase years{"years run from 0001 to 9999",
                                      "연도는 0001부터 9999까지입니다"};
  static constexpr plain_phrase form{"write YYYY-MM-DD", "YYYY-MM-DD로 쓰십시오"};
  switch (error.problem) {
    case date_problem::no_such_year:
      return years.both();
    case date_problem::no_such_month:
      return no_month.with(error.month);
    case date_problem::no_such_day:
      if (error.day == 0) return no_day.both();
      return length.with(month_names[error.month - 1], error.year, error.month,
                         last_day_of_month(error.year, error.month));
    case date_problem::not_iso:
      break;
  }
  return form.both();
}

failure invalid(const date_error& error, text_view text) {
  return fail(error_code::invalid_date, why(error), not_a_date, text);
}

failure write_it_as(sys_days day, text_view text) {
  static constexpr phrase<date_text> form{"write {}", "{}(으)로 쓰십시오"};
  return fail(error_code::invalid_date, form.with(date_text{day}), rewrite, text);
}

constexpr bool is_digit(char c) { return '0' <= c && c <= '9'; }

// The digits at the front of `text`, taken off it.
text_view take_digits(text_view& text) {
  std::size_t size = 0;
  while (size < text.size() && is_digit(text[size])) ++size;
  const text_view digits = text.substr(0, size);
  text.remove_prefix(size);
  return digits;
}

unsigned number(text_view digits) {
  unsigned value = 0;
  for (const char c : digits) value = value * 10 + static_cast<unsigned>(c - '0');
  return value;
}

// Three numbers with the same separator between them, and nothing but a midnight behind them.
struct three_numbers {
  text_view first, second, third;
  bool found{};

  explicit three_numbers(text_view text) {
    first = take_digits(text);
    const char separator = text.empty() ? '\0' : text[0];
    if (separator != '/' && separator != '.' && separator != '-') return;
    text.remove_prefix(1);
    second = take_digits(text);
    if (!text.starts_with(separator)) return;
    text.remove_prefix(1);
    third = take_digits(text);
    found = text.empty() || midnight_length(text) == text.size();
  }

  [[nodiscard]] bool year_first() const {
    return found && first.size() == 4 && short_number(second) && short_number(third);
  }
  [[nodiscard]] bool year_last() const {
    return found && short_number(first) && short_number(second) && third.size() == 4;
  }
  [[nodiscard]] bool no_full_year() const {
    return found && short_number(first) && short_number(second) && short_number(third);
  }
  [[nodiscard]] bool year_too_long() const {
    return found && first.size() > 4 && short_number(second) && short_number(third);
  }

 private:
  static bool short_number(text_view digits) { return digits.size() == 1 || digits.size() == 2; }
};

failure in_neither_order(const result<sys_days, date_error>& dmy,
                         const result<sys_days, date_error>& mdy, text_view text) {
  static constexpr phrase<date_text, date_text> either{
      "could be {} or {}; write YYYY-MM-DD, or say --date-order dmy or mdy",
      "{} 또는 {}일 수 있습니다. YYYY-MM-DD로 쓰거나 --date-order dmy 또는 mdy를 지정하십시오"};
  static constexpr phrase<date_text, text_view> one{
      "write {}, or say --date-order {}", "{}(으)로 쓰거나 --date-order {}을(를) 지정하십시오"};
  if (dmy && mdy && *dmy != *mdy)
    return fail(error_code::ambiguous_date, either.with(date_text{*dmy}, date_text{*mdy}), remark,
                text);
  if (dmy && mdy)
    return fail(error_code::invalid_date, one.with(date_text{*dmy}, "dmy"), rewrite, text);
  if (dmy) return fail(error_code::invalid_date, one.with(date_text{*dmy}, "dmy"), rewrite, text);
  if (mdy) return fail(error_code::invalid_date, one.with(date_text{*mdy}, "mdy"), rewrite, text);
  // Neither is real. Where only the day is wrong, that is the reading somebody meant.
  const bool day_wrong = dmy.error().problem == date_problem::no_such_day ||
                         dmy.error().problem == date_problem::no_such_year;
  return invalid(day_wrong ? dmy.error() : mdy.error(), text);
}

result<sys_days, failure> read_year_last(const three_numbers& numbers, date_order order,
                                         text_view text) {
  const auto read = [&](text_view day, text_view month) {
    return day_of(static_cast<int>(number(numbers.third)), number(month), number(day));
  };
  const auto dmy = read(numbers.first, numbers.second);
  const auto mdy = read(numbers.second, numbers.first);
  if (order == date_order::none) return unexpected{in_neither_order(dmy, mdy, text)};
  const auto& wanted = order == date_order::dmy ? dmy : mdy;
  if (wanted) return *wanted;
  return unexpected{invalid(wanted.error(), text)};
}

// The day an Excel workbook shows for a number; its first two months are off by the 29 February
// 1900 it believes in, and have fewer digits.
constexpr sys_days excel_day(unsigned serial) {
  constexpr sys_days zero{date::year{1899} / 12 / 30};
  return zero + days{static_cast<int>(serial)};
}
static_assert(date_text{excel_day(44306)}.view() == "2021-04-20");

bool is_excel_number(text_view text) {
  const text_view whole = take_digits(text);
  constexpr std::size_t digits_since_1927 = 5;
  if (whole.size() != digits_since_1927 || whole[0] == '0') return false;
  return text.empty() ||
         (text.size() > 1 && text[0] == '.' && text.find_first_not_of('0', 1) == text_view::npos);
}

failure excel_number(text_view text) {
  static constexpr phrase<date_text> looks{
      "looks like an Excel day number ({}); format the column as a date before exporting",
      "Excel 날짜 일련번호로 보입니다({}). 내보내기 전에 열을 날짜 형식으로 지정하십시오"};
  text_view digits = text;
  return fail(error_code::invalid_date,
              looks.with(date_text{excel_day(number(take_digits(digits)))}), remark, text);
}

failure with_more_behind(sys_days day, text_view more, text_view text) {
  static constexpr phrase<date_text> time{"it has a time of day; write the date alone, {}",
                                          "시각이 붙어 있습니다. 날짜만 {}(으)로 쓰십시오"};
  static constexpr phrase<date_text> other{
      "something follows the date; write it alone, {}",
      "날짜 뒤에 다른 내용이 있습니다. 날짜만 {}(으)로 쓰십시오"};
  const bool is_time = more.size() > 1 && (more[0] == 'T' || more[0] == ' ') && is_digit(more[1]);
  return fail(error_code::invalid_date, (is_time ? time : other).with(date_text{day}), not_a_date,
              text);
}

bool has_full_width_digit(text_view text) {
  for (std::size_t at = text.find("\xEF\xBC"); at != text_view::npos && at + 2 < text.size();
       at = text.find("\xEF\xBC", at + 2))
    if ('\x90' <= text[at + 2] && text[at + 2] <= '\x99') return true;
  return false;
}

}  // namespace

std::string_view name_of(error_code code) {
  switch (code) {
    case error_code::invalid_date:
      return "invalid_date";
    case error_code::ambiguous_date:
      return "ambiguous_date";
    case error_code::missing_date:
      return "missing_date";
    case error_code::out_of_range:
      return "out_of_range";
    case error_code::unknown_competency:
      return "unknown_competency";
    case error_code::malformed_record:
      break;
  }
  return "malformed_record";
}

result<sys_days, failure> read_date(std::string_view text, date_order order) {
  text = trimmed(text);
  const auto iso = parse_date(text);
  if (iso) return *iso;
  if (iso.error().problem != date_problem::not_iso) return unexpected{invalid(iso.error(), text)};

  const three_numbers numbers{text};
  if (numbers.year_last()) return read_year_last(numbers, order, text);
  if (numbers.year_first()) {
    const auto day = day_of(static_cast<int>(number(numbers.first)), number(numbers.second),
                            number(numbers.third));
    return unexpected{day ? write_it_as(*day, text) : invalid(day.error(), text)};
  }
  if (numbers.no_full_year()) {
    static constexpr plain_phrase full_year{"write the year with four digits, YYYY-MM-DD",
                                            "연도를 네 자리로, YYYY-MM-DD로 쓰십시오"};
    return unexpected{fail(error_code::invalid_date, full_year.both(), not_a_date, text)};
  }
  if (numbers.year_too_long())
    return unexpected{invalid(date_error{date_problem::no_such_year}, text)};
  if (is_excel_number(text)) return unexpected{excel_number(text)};
  constexpr std::size_t compact = 8;
  if (text.size() == compact && text.find_first_not_of("0123456789") == text_view::npos) {
    const auto day = day_of(static_cast<int>(number(text.substr(0, 4))), number(text.substr(4, 2)),
                            number(text.substr(6)));
    return unexpected{day ? write_it_as(*day, text) : invalid(day.error(), text)};
  }
  constexpr std::size_t iso_length = 10;
  if (text.size() > iso_length)
    if (const auto front = parse_date(text.substr(0, iso_length)))
      return unexpected{with_more_behind(*front, text.substr(iso_length), text)};
  if (has_full_width_digit(text)) {
    static constexpr plain_phrase digits{"write YYYY-MM-DD with the digits 0 to 9",
                                         "반각 숫자로 YYYY-MM-DD와 같이 쓰십시오"};
    return unexpected{fail(error_code::invalid_date, digits.both(), not_a_date, text)};
  }
  return unexpected{invalid(iso.error(), text)};
}

failure no_date() {
  static constexpr plain_phrase none{"there is no date", "날짜가 없습니다"};
  return fail(error_code::missing_date, none.both(), bare);
}

failure date_not_text(std::string_view json) {
  static constexpr plain_phrase text{"write the date as a JSON string, \"YYYY-MM-DD\"",
                                     "날짜를 JSON 문자열 \"YYYY-MM-DD\"로 쓰십시오"};
  return is_excel_number(json) ? excel_number(json)
                               : fail(error_code::invalid_date, text.both(), not_a_date, json);
}

failure days_out_of_range(std::string_view date, schedule_error which) {
  static constexpr plain_phrase before{"the first reminder would be before 0001-01-01",
                                       "첫 번째 미리 알림이 0001-01-01보다 앞섭니다"};
  static constexpr plain_phrase after{"the next anniversary would be after 9999-12-31",
                                      "다음 1주년이 9999-12-31보다 뒤입니다"};
  const auto& message = which == schedule_error::before_first_day ? before : after;
  return fail(error_code::out_of_range, message.both(), not_in_range, trimmed(date));
}

failure unknown_competency(std::string_view name) {
  static constexpr phrase<text_view> meant{"did you mean '{}'?", "'{}'을(를) 말씀하셨습니까?"};
  static constexpr plain_phrase listed{"--list shows the names", "--list로 이름을 볼 수 있습니다"};
  static constexpr plain_phrase lost{
      "Windows PowerShell lost the name: set $OutputEncoding = [Text.Encoding]::UTF8",
      "Windows PowerShell에서 이름이 손실되었습니다. $OutputEncoding = [Text.Encoding]::UTF8로 "
      "설정하십시오"};
  name = trimmed(name);
  const bool only_marks = name.find_first_not_of("? \t") == text_view::npos;
  const competency* nearest = nearest_competency(name);
  bilingual message = only_marks           ? lost.both()
                      : nearest != nullptr ? meant.with(nearest->name)
                                           : listed.both();
  return fail(error_code::unknown_competency, std::move(message), not_a_competency, name);
}

failure competency_not_text(std::string_view json) {
  static constexpr plain_phrase text{"write the name as a JSON string",
                                     "이름을 JSON 문자열로 쓰십시오"};
  return fail(error_code::unknown_competency, text.both(), not_a_competency, json);
}

failure malformed(bilingual message) {
  return fail(error_code::malformed_record, std::move(message), not_a_record);
}

}  // namespace mpn::app
