#include "mpn/date.hpp"

#include <type_traits>

#include "catch2.hpp"

namespace {

using mpn::date_error;
using mpn::date_problem;
using mpn::date_text;
using mpn::day_of;
using mpn::days;
using mpn::first_day;
using mpn::last_day;
using mpn::parse_date;
using mpn::sys_days;

constexpr bool is_not_iso(std::string_view text) {
  const auto day = parse_date(text);
  return !day && day.error() == date_error{date_problem::not_iso, 0, 0, 0};
}

constexpr bool is_refused(std::string_view text, date_error expected) {
  const auto day = parse_date(text);
  return !day && day.error() == expected;
}

constexpr bool is_the_day(std::string_view text, std::string_view written) {
  const auto day = parse_date(text);
  return day && date_text{*day}.view() == written;
}

constexpr bool is_refused(int year, unsigned month, unsigned day, date_problem problem) {
  const auto result = day_of(year, month, day);
  return !result && result.error() == date_error{problem, year, month, day};
}

// 2021-11-11 with every byte at one position: digits and hyphens are accepted only in their places.
constexpr bool accepts_only_its_own_kind_at(std::size_t position) {
  for (int byte = 0; byte < 256; ++byte) {
    char text[] = "2021-11-11";
    text[position] = static_cast<char>(byte);
    const bool hyphen = position == 4 || position == 7;
    const bool fits = hyphen ? byte == '-' : byte >= '0' && byte <= '9';
    if (is_not_iso({text, 10}) == fits) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("the supported days are 0001-01-01 to 9999-12-31") {
  BOTH_CHECK(date_text{first_day}.view() == "0001-01-01");
  BOTH_CHECK(date_text{last_day}.view() == "9999-12-31");
  BOTH_CHECK(mpn::is_supported(first_day) && mpn::is_supported(last_day));
  BOTH_CHECK(!mpn::is_supported(first_day - days{1}) && !mpn::is_supported(last_day + days{1}));
}

TEST_CASE("a date is exactly YYYY-MM-DD") {
  BOTH_CHECK(*parse_date("0001-01-01") == first_day);
  BOTH_CHECK(*parse_date("9999-12-31") == last_day);
  BOTH_CHECK(*parse_date("1970-01-01") == sys_days{days{0}});
  BOTH_CHECK(is_the_day("2021-02-09", "2021-02-09"));
  BOTH_CHECK(is_the_day("2020-02-29", "2020-02-29"));
  BOTH_CHECK(is_the_day("2000-02-29", "2000-02-29"));
}

TEST_CASE("every other form is refused") {
  BOTH_CHECK(is_not_iso(""));
  BOTH_CHECK(is_not_iso(std::string_view{}));
  BOTH_CHECK(is_not_iso("2"));
  BOTH_CHECK(is_not_iso("2021-02-0"));
  BOTH_CHECK(is_not_iso("2021-2-9"));
  BOTH_CHECK(is_not_iso("2021-02-9"));
  BOTH_CHECK(is_not_iso("21-02-09"));
  BOTH_CHECK(is_not_iso("+2021-02-09"));
  BOTH_CHECK(is_not_iso("-2021-02-09"));
  BOTH_CHECK(is_not_iso("+021-02-09"));
  BOTH_CHECK(is_not_iso("-001-02-09"));
  BOTH_CHECK(is_not_iso(" 021-02-09"));
  BOTH_CHECK(is_not_iso("02021-02-09"));
  BOTH_CHECK(is_not_iso("10000-01-01"));
  BOTH_CHECK(is_not_iso("2021/02/09"));
  BOTH_CHECK(is_not_iso("2021.02.09"));
  BOTH_CHECK(is_not_iso("20210209"));
  BOTH_CHECK(is_not_iso("2021-0209-"));
  BOTH_CHECK(is_not_iso("09-02-2021"));
  BOTH_CHECK(is_not_iso("2021-W06-2"));
  BOTH_CHECK(is_not_iso("2021-040--"));
  BOTH_CHECK(is_not_iso("2021-02-09xyz"));
  BOTH_CHECK(is_not_iso("2021-02-091"));
  BOTH_CHECK(is_not_iso("2021-02-09 "));
  BOTH_CHECK(is_not_iso(" 2021-02-09"));
  BOTH_CHECK(is_not_iso("2021-02-09\n"));
  BOTH_CHECK(is_not_iso("2021-02-09\r"));
  BOTH_CHECK(is_not_iso({"2021-02-09\0", 11}));
  BOTH_CHECK(is_not_iso("2021-02-09T00:00:00"));
  BOTH_CHECK(
      is_not_iso("\xef\xbb\xbf"
                 "2021-02-09"));
  BOTH_CHECK(
      is_not_iso("\uff12\uff10\uff12\uff11-\uff10\uff12-\uff10\uff19"));  // full-width digits
  BOTH_CHECK(
      is_not_iso("\u0662\u0660\u0662\u0661-\u0660\u0662-\u0660\u0669"));  // Arabic-Indic digits
  BOTH_CHECK(is_not_iso("2021\u201002\u201009"));  // hyphens that are not U+002D
  BOTH_CHECK(is_not_iso("2021\u221202\u221209"));  // minus signs
}

TEST_CASE("each of the ten characters is a digit or a hyphen, no other byte is accepted") {
  BOTH_CHECK(accepts_only_its_own_kind_at(0));
  BOTH_CHECK(accepts_only_its_own_kind_at(1));
  BOTH_CHECK(accepts_only_its_own_kind_at(2));
  BOTH_CHECK(accepts_only_its_own_kind_at(3));
  BOTH_CHECK(accepts_only_its_own_kind_at(4));
  BOTH_CHECK(accepts_only_its_own_kind_at(5));
  BOTH_CHECK(accepts_only_its_own_kind_at(6));
  BOTH_CHECK(accepts_only_its_own_kind_at(7));
  BOTH_CHECK(accepts_only_its_own_kind_at(8));
  BOTH_CHECK(accepts_only_its_own_kind_at(9));
}

TEST_CASE("a day that does not exist is refused with its first wrong number") {
  BOTH_CHECK(is_refused("2021-02-29", {date_problem::no_such_day, 2021, 2, 29}));
  BOTH_CHECK(is_refused("1900-02-29", {date_problem::no_such_day, 1900, 2, 29}));
  BOTH_CHECK(is_refused("2100-02-29", {date_problem::no_such_day, 2100, 2, 29}));
  BOTH_CHECK(is_refused("2020-02-30", {date_problem::no_such_day, 2020, 2, 30}));
  BOTH_CHECK(is_refused("2021-04-31", {date_problem::no_such_day, 2021, 4, 31}));
  BOTH_CHECK(is_refused("2021-01-00", {date_problem::no_such_day, 2021, 1, 0}));
  BOTH_CHECK(is_refused("2021-01-32", {date_problem::no_such_day, 2021, 1, 32}));
  BOTH_CHECK(is_refused("2021-01-99", {date_problem::no_such_day, 2021, 1, 99}));
  BOTH_CHECK(is_refused("2021-00-15", {date_problem::no_such_month, 2021, 0, 15}));
  BOTH_CHECK(is_refused("2021-13-15", {date_problem::no_such_month, 2021, 13, 15}));
  BOTH_CHECK(is_refused("2021-99-15", {date_problem::no_such_month, 2021, 99, 15}));
  BOTH_CHECK(is_refused("2021-13-00", {date_problem::no_such_month, 2021, 13, 0}));
  BOTH_CHECK(is_refused("0000-01-01", {date_problem::no_such_year, 0, 1, 1}));
  BOTH_CHECK(is_refused("0000-00-00", {date_problem::no_such_year, 0, 0, 0}));
}

TEST_CASE("numbers out of range are refused, however large") {
  BOTH_CHECK(day_of(1, 1, 1).has_value() && *day_of(1, 1, 1) == first_day);
  BOTH_CHECK(day_of(9999, 12, 31).has_value() && *day_of(9999, 12, 31) == last_day);
  BOTH_CHECK(is_refused(0, 1, 1, date_problem::no_such_year));
  BOTH_CHECK(is_refused(-1, 1, 1, date_problem::no_such_year));
  BOTH_CHECK(is_refused(10000, 1, 1, date_problem::no_such_year));
  BOTH_CHECK(is_refused(2021 + 65536, 1, 1, date_problem::no_such_year));
  BOTH_CHECK(is_refused(2021, 0, 1, date_problem::no_such_month));
  BOTH_CHECK(is_refused(2021, 13, 1, date_problem::no_such_month));
  BOTH_CHECK(is_refused(2021, 256 + 1, 1, date_problem::no_such_month));
  BOTH_CHECK(is_refused(2021, 1, 0, date_problem::no_such_day));
  BOTH_CHECK(is_refused(2021, 1, 32, date_problem::no_such_day));
  BOTH_CHECK(is_refused(2021, 1, 256 + 1, date_problem::no_such_day));
  BOTH_CHECK(is_refused(2021, 1, ~0U, date_problem::no_such_day));
}

TEST_CASE("write_date returns the end of the text and changes nothing after it") {
  constexpr auto written = [] {
    struct {
      char characters[12];
      std::ptrdiff_t length;
    } out{};
    for (char& c : out.characters) c = '~';
    out.length = mpn::write_date(*parse_date("0987-06-05"), out.characters + 1) - out.characters;
    return out;
  };
  BOTH_CHECK(std::string_view{written().characters, 12} == "~0987-06-05~");
  BOTH_CHECK(written().length == 11);
}

TEST_CASE("the three kinds of day do not convert to one another") {
  using mpn::anniversary_date;
  using mpn::purchase_date;
  BOTH_CHECK(std::is_constructible_v<purchase_date, sys_days> &&
             !std::is_convertible_v<sys_days, purchase_date>);
  BOTH_CHECK(std::is_constructible_v<anniversary_date, sys_days> &&
             !std::is_convertible_v<sys_days, anniversary_date>);
  BOTH_CHECK(!std::is_constructible_v<purchase_date, anniversary_date> &&
             !std::is_constructible_v<anniversary_date, purchase_date>);
  BOTH_CHECK(!std::is_constructible_v<sys_days, purchase_date> &&
             !std::is_constructible_v<sys_days, anniversary_date>);
  BOTH_CHECK(!std::is_constructible_v<purchase_date, int> &&
             !std::is_constructible_v<anniversary_date, int>);
  BOTH_CHECK(!std::is_default_constructible_v<purchase_date> &&
             !std::is_default_constructible_v<anniversary_date>);
}

TEST_CASE("days of one kind are ordered as in the calendar") {
  constexpr auto compares = [](auto early, auto late) {
    return early < late && !(late < early) && late > early && !(early > late) && early <= late &&
           !(late <= early) && early <= early && late >= early && !(early >= late) &&
           late >= late && early == early && !(early == late) && early != late && !(late != late);
  };
  BOTH_CHECK(compares(mpn::purchase_date{first_day}, mpn::purchase_date{last_day}));
  BOTH_CHECK(compares(mpn::anniversary_date{first_day}, mpn::anniversary_date{last_day}));
}

TEST_CASE("errors are equal if all their members are equal") {
  using mpn::date_error;
  using mpn::date_problem;
  constexpr date_error error{date_problem::no_such_day, 2021, 2, 30};
  BOTH_CHECK(error == date_error{date_problem::no_such_day, 2021, 2, 30});
  BOTH_CHECK(error != date_error{date_problem::no_such_month, 2021, 2, 30});
  BOTH_CHECK(error != date_error{date_problem::no_such_day, 2020, 2, 30});
  BOTH_CHECK(error != date_error{date_problem::no_such_day, 2021, 4, 30});
  BOTH_CHECK(error != date_error{date_problem::no_such_day, 2021, 2, 31});
}
