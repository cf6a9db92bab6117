#include "record/date_input.hpp"

#include "record/date_grammar.hpp"
#include "text/ascii.hpp"
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

// The real day of `date`, with its weekday if one is written.
result<sys_days, record_error> resolve(const written_date& date, date_order order,
                                       string_view text) {
  const bool swapped = date.shape == date_shape::year_last && order == date_order::dmy;
  const auto day = day_of(static_cast<int>(date.year), swapped ? date.day : date.month,
                          swapped ? date.month : date.day);
  if (!day) return unexpected{not_a_day(day.error(), text)};
  if (date.weekday && *date.weekday != date::weekday{*day}.iso_encoding() - 1)
    return unexpected{invalid(error_reason::wrong_weekday, text, *day)};
  return *day;
}

// Why numbers with the year last are not read without an order.
record_error order_missing(const written_date& date, string_view text) {
  const auto dmy = resolve(date, date_order::dmy, text);
  const auto mdy = resolve(date, date_order::mdy, text);
  if (dmy && mdy && *dmy != *mdy) {
    record_error error = invalid(error_reason::two_orders, text, *dmy);
    error.other_day = *mdy;
    return error;
  }
  if (dmy) return invalid(error_reason::year_last_dmy, text, *dmy);
  if (mdy) return invalid(error_reason::year_last_mdy, text, *mdy);
  // Neither order gives a day. The order whose month exists was probably meant.
  return dmy.error().reason != error_reason::no_such_month ? dmy.error() : mdy.error();
}

// Removes the digits at the front of `text` and returns them.
string_view take_digits(string_view& text) {
  std::size_t size = 0;
  while (size < text.size() && is_ascii_digit(text[size])) ++size;
  const string_view digits = text.substr(0, size);
  text.remove_prefix(size);
  return digits;
}

unsigned number_of(string_view digits) {
  unsigned value = 0;
  for (const char c : digits) value = value * 10 + static_cast<unsigned>(c - '0');
  return value;
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

// Whether `text`, which follows a date, begins with a time of day.
bool begins_with_time(string_view text) {
  const bool after_t = text.starts_with('T');
  string_view time = after_t ? text.substr(1) : trimmed(text);
  if (time.size() == text.size()) return false;
  const bool has_half = time.starts_with("오전") || time.starts_with("오후");
  return has_half || (!take_digits(time).empty() && (after_t || time.starts_with(':')));
}

// The same as read_date() for what is not YYYY-MM-DD.
result<sys_days, record_error> read_other_form(string_view text, date_order order) {
  const written_date date = parse_written_date(text);
  const bool whole = date.size == text.size();
  const bool order_known =
      date.shape == date_shape::year_known ||
      (date.shape == date_shape::year_last && order != date_order::unspecified);
  if (order_known) {
    const auto day = resolve(date, order, text);
    if (!day || whole) return day;
    const bool has_time = begins_with_time(text.substr(date.date_size));
    return unexpected{
        invalid(has_time ? error_reason::time_of_day : error_reason::text_after_date, text, *day)};
  }
  if (whole && date.shape == date_shape::year_last) return unexpected{order_missing(date, text)};
  if (whole && date.shape == date_shape::year_too_short)
    return unexpected{invalid(error_reason::year_too_short, text)};
  if (whole && date.shape == date_shape::year_too_long)
    return unexpected{invalid(error_reason::no_such_year, text)};
  if (is_excel_number(text)) return unexpected{excel_number(text)};
  if (has_full_width_digit(text)) return unexpected{invalid(error_reason::full_width_digits, text)};
  return unexpected{invalid(error_reason::not_a_date, text)};
}

}  // namespace

result<sys_days, record_error> read_date(string_view text, date_order order) {
  text = trimmed(text);
  // By far the most common form, and the quickest to read.
  const auto iso = parse_date(text);
  if (iso) return *iso;
  return read_other_form(text, order);
}

std::optional<fitting_orders> orders_that_fit(string_view text) {
  text = trimmed(text);
  const written_date date = parse_written_date(text);
  if (date.shape != date_shape::year_last || date.size != text.size()) return std::nullopt;
  return fitting_orders{.dmy = resolve(date, date_order::dmy, text).has_value(),
                        .mdy = resolve(date, date_order::mdy, text).has_value()};
}

record_error date_not_string(string_view json) {
  return is_excel_number(json) ? excel_number(json) : invalid(error_reason::date_not_string, json);
}

}  // namespace mpn::app
