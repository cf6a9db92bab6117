#include "record/date_grammar.hpp"

#include <algorithm>

#include "mpn/date.hpp"
#include "text/ascii.hpp"
#include "text/utf8.hpp"

namespace mpn::app {

namespace {

constexpr std::size_t iso_size = std::string_view{"YYYY-MM-DD"}.size();

constexpr bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }
constexpr bool is_ascii_letter(char c) { return 'a' <= lower_case(c) && lower_case(c) <= 'z'; }

struct written_number {
  unsigned value{};  // only meaningful for up to nine digits
  std::size_t digits{};
  [[nodiscard]] bool is_short() const { return digits == 1 || digits == 2; }
};

// A place in a text. Each take…() consumes what it names, or returns false and consumes nothing.
class date_cursor {
 public:
  explicit date_cursor(std::string_view text) : rest_{text} {}

  [[nodiscard]] std::string_view rest() const { return rest_; }
  [[nodiscard]] char front() const { return rest_.empty() ? '\0' : rest_.front(); }

  bool take(std::string_view text) {
    if (!rest_.starts_with(text)) return false;
    rest_.remove_prefix(text.size());
    return true;
  }

  bool take_blanks() {
    const std::size_t before = rest_.size();
    while (const std::size_t size = leading_blank_size(rest_)) rest_.remove_prefix(size);
    return rest_.size() < before;
  }

  bool take(written_number& number) {
    number = {};
    for (; is_ascii_digit(front()); rest_.remove_prefix(1), ++number.digits)
      number.value = number.value * 10 + static_cast<unsigned>(front() - '0');
    return number.digits > 0;
  }

  // The place in `names` of a word that is one of them, in full or its first three letters.
  template <std::size_t count>
  std::optional<unsigned> take_name(const std::array<std::string_view, count>& names) {
    constexpr std::size_t short_name = 3;
    const auto end = std::find_if_not(rest_.begin(), rest_.end(), is_ascii_letter);
    const std::string_view word = rest_.substr(0, static_cast<std::size_t>(end - rest_.begin()));
    const auto is_word = [&](std::string_view name) {
      return (word.size() == name.size() || word.size() == short_name) &&
             std::equal(word.begin(), word.end(), name.begin(),
                        [](char a, char b) { return lower_case(a) == lower_case(b); });
    };
    const auto found = std::find_if(names.begin(), names.end(), is_word);
    if (found == names.end()) return std::nullopt;
    rest_.remove_prefix(word.size());
    return static_cast<unsigned>(found - names.begin());
  }

  bool take_month(written_number& number) {
    const auto month = take_name(english_months);
    if (month) number = {.value = *month + 1, .digits = 2};
    return month.has_value();
  }

 private:
  std::string_view rest_;
};

// Year, month and day as written; the numbers of a date with the year last in the text's order.
struct date_body {
  written_number year, month, day;
  bool year_last{};
  bool other{};  // numbers in a form that no date has

  [[nodiscard]] date_shape shape() const {
    constexpr std::size_t year_digits = 4;
    if (other || !month.is_short() || !day.is_short()) return date_shape::other;
    if (year.is_short()) return date_shape::year_too_short;
    if (year.digits > year_digits) return date_shape::year_too_long;
    if (year.digits < year_digits) return date_shape::other;
    return year_last ? date_shape::year_last : date_shape::year_known;
  }
};

// Y-M-D, Y/M/D, Y. M. D. and the same with the year last, after the first number.
bool take_numbers(date_cursor& at, written_number first, std::string_view separator,
                  date_body& body) {
  const bool stops = separator == ".";
  written_number second;
  written_number third;
  bool spaced = stops && at.take_blanks();
  if (!at.take(second) || !at.take(separator)) return false;
  spaced |= stops && at.take_blanks();
  if (!at.take(third)) return false;
  spaced |= stops && at.take(separator);
  if (first.is_short())
    body = {.year = third, .month = first, .day = second, .year_last = true};
  else
    body = {.year = first, .month = second, .day = third};
  body.other = spaced && body.shape() == date_shape::year_last;
  return true;
}

bool take_body(date_cursor& at, date_body& body) {
  if (is_ascii_letter(at.front())) {
    if (!at.take_month(body.month) || !at.take_blanks() || !at.take(body.day)) return false;
    at.take(",");
    return at.take_blanks() && at.take(body.year);
  }
  written_number first;
  if (!at.take(first)) return false;
  constexpr std::size_t compact_digits = 8;
  if (first.digits == compact_digits) {
    constexpr unsigned first_year = 1900;
    body.year = {.value = first.value / 10000, .digits = 4};
    body.month = {.value = first.value / 100 % 100, .digits = 2};
    body.day = {.value = first.value % 100, .digits = 2};
    return body.year.value >= first_year;
  }
  if (at.take("-")) {
    if (!is_ascii_letter(at.front())) return take_numbers(at, first, "-", body);
    body.day = first;
    return at.take_month(body.month) && at.take("-") && at.take(body.year);
  }
  if (at.take("/")) return take_numbers(at, first, "/", body);
  if (at.take(".")) return take_numbers(at, first, ".", body);
  if (at.take("년")) {
    body.year = first;
    at.take_blanks();
    if (!at.take(body.month) || !at.take("월")) return false;
    at.take_blanks();
    return at.take(body.day) && at.take("일");
  }
  body.day = first;
  return at.take_blanks() && at.take_month(body.month) && at.take_blanks() && at.take(body.year);
}

// An English weekday and what separates it from the date.
std::optional<unsigned> take_weekday_before(date_cursor& at) {
  if (!is_ascii_letter(at.front())) return std::nullopt;
  date_cursor after = at;
  const auto weekday = after.take_name(english_weekdays);
  if (!weekday) return std::nullopt;
  after.take(",");
  if (!after.take_blanks()) return std::nullopt;
  at = after;
  return weekday;
}

// A Korean weekday and the blanks before it.
std::optional<unsigned> take_weekday_after(date_cursor& at) {
  constexpr std::size_t syllable = std::string_view{"월"}.size();
  date_cursor after = at;
  after.take_blanks();
  const bool bracketed = after.take("(");
  if (is_ascii(after.front())) return std::nullopt;  // so for nearly all that follows a date
  for (std::size_t i = 0; i < korean_weekdays.size(); ++i) {
    const std::string_view name = korean_weekdays[i];
    if (!after.take(name) && !(bracketed && after.take(name.substr(0, syllable)))) continue;
    if (bracketed && !after.take(")")) break;
    at = after;
    return static_cast<unsigned>(i);
  }
  return std::nullopt;
}

bool take_midnight(date_cursor& at) {
  if (!at.take("T") && !at.take_blanks()) return false;
  if (at.take("오전")) return at.take_blanks() && at.take("12:00:00");
  if (at.take("12:00:00")) return at.take_blanks() && at.take("AM");
  if (at.take("0:00")) return true;
  if (!at.take("00:00")) return false;
  if (!at.take(":00") || !at.take(".")) return true;
  const std::size_t before = at.rest().size();
  while (at.take("0")) continue;
  return at.rest().size() < before;
}

// Whether `line` begins with YYYY-MM-DD, and nothing after that can belong to the date. So begin
// nearly all plain lines; without this question, lines to json takes a fifth more time.
bool begins_with_iso_date(std::string_view line) {
  if (!parse_date(line.substr(0, iso_size))) return false;
  const std::string_view rest = line.substr(iso_size);
  return rest.empty() || rest[0] == ',' || rest[0] == ';' ||
         (rest[0] == ' ' && rest.size() > 1 && is_ascii_letter(rest[1]));
}

// Whether a date in a plain line can end before `rest`.
bool ends_before(std::string_view rest) {
  return rest.empty() || rest[0] == ',' || rest[0] == ';' || leading_blank_size(rest) > 0;
}

}  // namespace

written_date parse_written_date(std::string_view text) {
  date_cursor at{text};
  written_date date;
  const auto note_end = [&] {
    if (ends_before(at.rest())) date.size = text.size() - at.rest().size();
  };
  date.weekday = take_weekday_before(at);
  date_body body;
  if (!take_body(at, body)) return {};
  date.shape = body.shape();
  if (date.shape == date_shape::other) return {};
  date.year = body.year.value;
  date.month = body.month.value;
  date.day = body.day.value;
  note_end();
  if (!date.weekday && (date.weekday = take_weekday_after(at))) note_end();
  date.date_size = text.size() - at.rest().size();
  if (take_midnight(at)) note_end();
  return date;
}

std::size_t leading_date_size(std::string_view line) {
  const auto has_shape = [](const written_date& date) {
    return date.shape == date_shape::year_known || date.shape == date_shape::year_last;
  };
  if (begins_with_iso_date(line)) return iso_size;
  if (!line.starts_with('"')) {
    const written_date date = parse_written_date(line);
    return has_shape(date) ? date.size : 0;
  }
  const std::size_t end = line.find('"', 1);
  if (end == std::string_view::npos || !ends_before(line.substr(end + 1))) return 0;
  const std::string_view quoted = trimmed(line.substr(1, end - 1));
  const written_date date = parse_written_date(quoted);
  return has_shape(date) && date.size == quoted.size() ? end + 1 : 0;
}

}  // namespace mpn::app
