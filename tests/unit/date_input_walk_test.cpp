// Every day in every form; and every text that differs from a date in one character.
#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "catch2.hpp"
#include "core/naive_calendar.hpp"
#include "record/date_input.hpp"
#include "unicode.hpp"

namespace {

using namespace mpn::app;
using std::string;
using std::string_view;

constexpr std::array<string_view, 12> months{"January",   "February", "March",    "April",
                                             "May",       "June",     "July",     "August",
                                             "September", "October",  "November", "December"};
constexpr std::array<string_view, 7> weekdays{"Monday", "Tuesday",  "Wednesday", "Thursday",
                                              "Friday", "Saturday", "Sunday"};
constexpr std::array<string_view, 7> korean{"월", "화", "수", "목", "금", "토", "일"};
constexpr std::array<string_view, 9> midnights{"",
                                               " 0:00",
                                               "T0:00",
                                               " 00:00",
                                               "T00:00:00",
                                               " 00:00:00.0",
                                               "T00:00:00.0000000",
                                               " 12:00:00 AM",
                                               " 오전 12:00:00"};

// 0001-01-01 is a Monday.
std::size_t weekday_at(int place) { return static_cast<std::size_t>(place % 7); }

string year_of(int year) {
  const string digits = std::to_string(year);
  return string(4 - digits.size(), '0') + digits;
}

// How one text writes what the grammar leaves open.
struct spelling {
  bool padded_month, padded_day, first_blank, second_blank, full_stop, full_name;
};

constexpr int spellings = 64;

constexpr spelling spelling_at(int number) {
  return {(number & 1) != 0, (number & 2) != 0,  (number & 4) != 0,
          (number & 8) != 0, (number & 16) != 0, (number & 32) != 0};
}

string digits_of(int number, bool padded) {
  return (padded && number < 10 ? "0" : "") + std::to_string(number);
}

// The day at `place` in every form, in one spelling; with the year last in the given order.
std::vector<string> forms(int place, date_order order, const spelling& as) {
  const auto [year, month, day] = naive::calendar()[place];
  const string y = year_of(year);
  const string m = digits_of(month, as.padded_month);
  const string d = digits_of(day, as.padded_day);
  const string_view name = months.at(static_cast<std::size_t>(month - 1));
  const string mon{as.full_name ? name : name.substr(0, 3)};
  const string first = as.first_blank ? " " : "";
  const string second = as.second_blank ? " " : "";
  std::vector<string> all{y + "-" + m + "-" + d,
                          y + "/" + m + "/" + d,
                          y + "." + first + m + "." + second + d + (as.full_stop ? "." : ""),
                          y + "년" + first + m + "월" + second + d + "일",
                          d + "-" + mon + "-" + y,
                          d + " " + mon + " " + y,
                          mon + " " + d + " " + y,
                          mon + " " + d + ", " + y};
  if (year >= 1900) all.push_back(y + digits_of(month, true) + digits_of(day, true));
  if (order != date_order::unspecified)
    for (const char* const separator : {"-", "/", "."})
      all.push_back(order == date_order::dmy ? d + separator + m + separator + y
                                             : m + separator + d + separator + y);
  return all;
}

// The day at `place` in every form and spelling.
std::set<string> bodies(int place, date_order order) {
  std::set<string> all;
  for (int number = 0; number < spellings; ++number)
    for (const string& text : forms(place, order, spelling_at(number))) all.insert(text);
  return all;
}

// `body` with the right weekday in every way, and without one.
std::vector<string> with_weekdays(const string& body, int place) {
  const string english{weekdays.at(weekday_at(place))};
  const string syllable{korean.at(weekday_at(place))};
  std::vector<string> all{body};
  for (const string& name : {english, english.substr(0, 3)})
    for (const char* const between : {" ", ", "}) all.push_back(name + between + body);
  for (const string& name : {syllable + "요일", "(" + syllable + ")", "(" + syllable + "요일)"})
    for (const char* const between : {"", " "}) all.push_back(body + between + name);
  return all;
}

bool is_read_as(string_view text, date_order order, int place) {
  const auto day = read_date(text, order);
  return day && naive::place_of(*day) == place;
}

constexpr std::array<string_view, 5> blanks{" ", "\t", "\u00a0", "\u202f", "\u3000"};

// `text` as the grammar compares it: without blanks around it, one space for blanks inside it, and
// words of three letters or more in lower case.
string normalized(string text) {
  for (const string_view blank : blanks)
    for (std::size_t at = 0; (at = text.find(blank, at)) != string::npos; ++at)
      text.replace(at, blank.size(), " ");
  for (std::size_t at = 0; (at = text.find("  ", at)) != string::npos;) text.erase(at, 1);
  if (text.starts_with(' ')) text.erase(0, 1);
  if (text.ends_with(' ')) text.pop_back();
  const auto lower = [](char c) { return 'A' <= c && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  const auto is_letter = [&](char c) { return 'a' <= lower(c) && lower(c) <= 'z'; };
  for (auto at = text.begin(); at != text.end();) {
    const auto end = std::find_if_not(at, text.end(), is_letter);
    if (end - at >= 3) std::transform(at, end, at, lower);
    at = end == text.end() ? end : end + 1;
  }
  return text;
}

// Every text that is the day at `place`, normalized: with up to `zeros` digits of a fraction.
std::set<string> all_texts(int place, date_order order, std::size_t zeros) {
  std::vector<string> times{"0:00", "00:00", "00:00:00", "12:00:00 AM", "오전 12:00:00"};
  for (std::size_t i = 1; i <= zeros; ++i) times.push_back("00:00:00." + string(i, '0'));
  std::set<string> all;
  for (const string& body : bodies(place, order))
    for (const string& date : with_weekdays(body, place)) {
      all.insert(normalized(date));
      for (const string& time : times)
        for (const char* const between : {" ", "T"}) {
          // "OctT" would be a word, but no body ends with a letter.
          all.insert(normalized(date + between + time));
        }
    }
  return all;
}

// The characters of `text`.
std::vector<string> characters(string_view text) {
  std::vector<string> all;
  for (const char c : text) {
    if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) all.emplace_back();
    all.back() += c;
  }
  return all;
}

std::vector<string> alphabet() {
  std::vector<string> all;
  for (char c = 0x20; c < 0x7F; ++c) all.emplace_back(1, c);
  for (const string_view text :
       {"\t\u00a0\u202f\u3000", "년월일화수목금토요오전후", "０１４２．－／\u2003\n\r\v"})
    for (const string& c : characters(text)) all.push_back(c);
  return all;
}

}  // namespace

TEST_CASE("every day is read in every form", "[walk]") {
  naive::tally t;
  for (int place = 0; place < naive::calendar().size(); ++place) {
    // Neighboring days have other spellings, midnights, orders and weekdays.
    const auto turn = static_cast<std::size_t>(place);
    const date_order order = place / spellings % 2 == 0 ? date_order::dmy : date_order::mdy;
    const std::vector<string> texts = forms(place, order, spelling_at(place % spellings));
    for (std::size_t i = 0; i < texts.size(); ++i) {
      const string_view midnight = midnights.at((turn + i) % midnights.size());
      t.expect(is_read_as(texts[i] + string{midnight}, order, place), "a day", place);
    }
    const std::vector<string> dated = with_weekdays(texts[turn % texts.size()], place);
    t.expect(is_read_as(dated[turn % dated.size()], order, place), "a day and its weekday", place);
  }
  CHECK(t.first_wrong() == "");
  CHECK(t.checks() > 40'000'000);
}

TEST_CASE("every spelling is read in the years around the rules", "[walk]") {
  const naive::year_calendar& days = naive::calendar();
  naive::tally t;
  for (int place = days.place_of(2018, 1, 1); place < days.place_of(2023, 1, 1); ++place)
    for (const date_order order : {date_order::dmy, date_order::mdy})
      for (const string& body : bodies(place, order))
        for (const string& text : with_weekdays(body, place))
          t.expect(is_read_as(text, order, place), "a day in one of its spellings", place);
  CHECK(t.first_wrong() == "");
  CHECK(t.checks() == 1'986'226);
}

TEST_CASE("a wrong weekday is refused on every day", "[walk]") {
  naive::tally t;
  for (int place = 0; place < naive::calendar().size(); ++place) {
    const string date = naive::text_at(place);
    const int other = 1 + place % 6;
    const auto wrong = weekday_at(place + other);
    for (const string& text : {string{weekdays.at(wrong)} + ", " + date,
                               date + " " + string{korean.at(wrong)} + "요일"}) {
      const auto day = read_date(text, date_order::unspecified);
      t.expect(!day && day.error().reason == error_reason::wrong_weekday, "refused", place);
    }
  }
  CHECK(t.first_wrong() == "");
}

TEST_CASE("one character apart, two texts are the same day only by the grammar", "[walk]") {
  const naive::year_calendar& days = naive::calendar();
  const std::vector<string> letters = alphabet();
  long long checks = 0;
  long long same = 0;
  std::set<string> wrong;
  for (const int place :
       {days.place_of(2020, 4, 20), days.place_of(2011, 11, 1), days.place_of(2005, 5, 5),
        days.place_of(1, 1, 1), days.place_of(9999, 12, 31)})
    for (const date_order order : {date_order::unspecified, date_order::dmy, date_order::mdy}) {
      constexpr std::size_t zeros = 8;
      const std::set<string> expected = all_texts(place, order, zeros);
      const auto look_at = [&](const string& text) {
        const bool is_same = expected.contains(normalized(text));
        ++checks;
        same += is_same ? 1 : 0;
        if (is_read_as(text, order, place) != is_same) wrong.insert(text);
      };
      for (const string& text : expected) look_at(text);
      std::size_t turn = 0;
      for (const string& body : bodies(place, order)) {
        const std::vector<string> dated = with_weekdays(body, place);
        for (const string& text : {body, dated.at(turn % dated.size()) +
                                             string{midnights.at(turn % midnights.size())}}) {
          const std::vector<string> parts = characters(text);
          string front;
          for (std::size_t i = 0; i <= parts.size(); ++i) {
            string back;
            for (std::size_t j = i + 1; j < parts.size(); ++j) back += parts[j];
            if (i < parts.size()) look_at(front + back);
            for (const string& c : letters) {
              if (i < parts.size()) {
                look_at(front + c + back);
                look_at(front + c + parts[i] + back);
              } else {
                look_at(text + c);
              }
            }
            if (i < parts.size()) front += parts[i];
          }
        }
        ++turn;
      }
    }
  CHECK(wrong == std::set<string>{});
  CHECK(checks > 1'000'000);
  CHECK(same > 10'000);
}
