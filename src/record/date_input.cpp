#include "record/date_input.hpp"

#include "text/utf8.hpp"

namespace mpn::app {

namespace {

using std::string_view;

record_error invalid(error_reason reason, string_view text) {
  return {.reason = reason, .value = text};
}

record_error invalid(error_reason reason, string_view text, sys_days day) {
  return {.reason = reason, .value = text, .day = day};
}

// What is wrong with a date, in terms of the numbers in it.
record_error not_a_day(const date_error& error, string_view text) {
  switch (error.problem) {
    case date_problem::no_such_year:
      return invalid(error_reason::no_such_year, text);
    case date_problem::no_such_month:
      return {.reason = error_reason::no_such_month, .value = text, .number = error.month};
    case date_problem::no_such_day:
      if (error.day == 0) return invalid(error_reason::day_zero, text);
      return invalid(error_reason::no_such_day, text,
                     sys_days{date::year{error.year} / static_cast<int>(error.month) / date::last});
    case date_problem::not_iso:
      break;
  }
  return invalid(error_reason::not_a_date, text);
}

constexpr bool is_digit(char c) { return '0' <= c && c <= '9'; }

// Removes the digits at the front of `text` and returns them.
string_view take_digits(string_view& text) {
  std::size_t size = 0;
  while (size < text.size() && is_digit(text[size])) ++size;
  const string_view digits = text.substr(0, size);
  text.remove_prefix(size);
  return digits;
}

unsigned number_of(string_view digits) {
  unsigned value = 0;
  for (const char c : digits) value = value * 10 + static_cast<unsigned>(c - '0');
  return value;
}

// Three numbers with the same separator between them, and at most a midnight after them.
struct three_numbers {
  string_view first, second, third;
  bool found{};

  explicit three_numbers(string_view text) {
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
    return found && first.size() == 4 && is_short(second) && is_short(third);
  }
  [[nodiscard]] bool year_last() const {
    return found && is_short(first) && is_short(second) && third.size() == 4;
  }
  [[nodiscard]] bool year_too_short() const {
    return found && is_short(first) && is_short(second) && is_short(third);
  }
  [[nodiscard]] bool year_too_long() const {
    return found && first.size() > 4 && is_short(second) && is_short(third);
  }

 private:
  static bool is_short(string_view digits) { return digits.size() == 1 || digits.size() == 2; }
};

result<sys_days, date_error> day_from(string_view year, string_view month, string_view day) {
  return day_of(static_cast<int>(number_of(year)), number_of(month), number_of(day));
}

result<sys_days, record_error> read_year_last(const three_numbers& numbers, date_order order,
                                              string_view text) {
  const auto dmy = day_from(numbers.third, numbers.second, numbers.first);
  const auto mdy = day_from(numbers.third, numbers.first, numbers.second);
  if (order != date_order::unspecified) {
    const auto& wanted = order == date_order::dmy ? dmy : mdy;
    if (wanted) return *wanted;
    return unexpected{not_a_day(wanted.error(), text)};
  }
  if (dmy && mdy && *dmy != *mdy) {
    record_error error = invalid(error_reason::two_orders, text, *dmy);
    error.other_day = *mdy;
    return unexpected{error};
  }
  if (dmy) return unexpected{invalid(error_reason::year_last_dmy, text, *dmy)};
  if (mdy) return unexpected{invalid(error_reason::year_last_mdy, text, *mdy)};
  // Neither order gives a day. Where only the day is wrong, that is the order that was meant.
  const bool dmy_meant = dmy.error().problem == date_problem::no_such_day ||
                         dmy.error().problem == date_problem::no_such_year;
  return unexpected{not_a_day(dmy_meant ? dmy.error() : mdy.error(), text)};
}

record_error write_as(const result<sys_days, date_error>& day, string_view text) {
  return day ? invalid(error_reason::write_as, text, *day) : not_a_day(day.error(), text);
}

// The day that Excel shows for a number. Its January and February 1900 are off by one, as it has a
// 29 February 1900, but they have fewer than five digits.
constexpr sys_days excel_day(unsigned number) {
  constexpr sys_days zero{date::year{1899} / 12 / 30};
  return zero + days{static_cast<int>(number)};
}
static_assert(date_text{excel_day(44306)}.view() == "2021-04-20");

bool is_excel_number(string_view text) {
  const string_view whole = take_digits(text);
  constexpr std::size_t digits_since_1927 = 5;
  if (whole.size() != digits_since_1927 || whole[0] == '0') return false;
  return text.empty() ||
         (text.size() > 1 && text[0] == '.' && text.find_first_not_of('0', 1) == string_view::npos);
}

record_error excel_number(string_view text) {
  string_view digits = text;
  return invalid(error_reason::excel_day_number, text, excel_day(number_of(take_digits(digits))));
}

bool has_full_width_digit(string_view text) {
  constexpr string_view lead = "\xEF\xBC";
  for (std::size_t at = text.find(lead); at != string_view::npos && at + 2 < text.size();
       at = text.find(lead, at + 2))
    if ('\x90' <= text[at + 2] && text[at + 2] <= '\x99') return true;
  return false;
}

}  // namespace

result<sys_days, record_error> read_date(string_view text, date_order order) {
  text = trimmed(text);
  const auto iso = parse_date(text);
  if (iso) return *iso;
  if (iso.error().problem != date_problem::not_iso) return unexpected{not_a_day(iso.error(), text)};

  const three_numbers numbers{text};
  if (numbers.year_last()) return read_year_last(numbers, order, text);
  if (numbers.year_first())
    return unexpected{write_as(day_from(numbers.first, numbers.second, numbers.third), text)};
  if (numbers.year_too_short()) return unexpected{invalid(error_reason::year_too_short, text)};
  if (numbers.year_too_long()) return unexpected{invalid(error_reason::no_such_year, text)};
  if (is_excel_number(text)) return unexpected{excel_number(text)};
  constexpr std::size_t compact_length = 8;
  if (text.size() == compact_length && text.find_first_not_of("0123456789") == string_view::npos)
    return unexpected{
        write_as(day_from(text.substr(0, 4), text.substr(4, 2), text.substr(6)), text)};
  constexpr std::size_t iso_length = 10;
  if (text.size() > iso_length) {
    if (const auto front = parse_date(text.substr(0, iso_length))) {
      const string_view more = text.substr(iso_length);
      const bool is_time =
          more.size() > 1 && (more[0] == 'T' || more[0] == ' ') && is_digit(more[1]);
      return unexpected{invalid(is_time ? error_reason::time_of_day : error_reason::text_after_date,
                                text, *front)};
    }
  }
  if (has_full_width_digit(text)) return unexpected{invalid(error_reason::full_width_digits, text)};
  return unexpected{invalid(error_reason::not_a_date, text)};
}

record_error date_not_string(string_view json) {
  return is_excel_number(json) ? excel_number(json) : invalid(error_reason::date_not_string, json);
}

}  // namespace mpn::app
