// Dates as people write them: every form of date_grammar.hpp and its nearest neighbors.
#include "record/date_input.hpp"

#include <string>
#include <string_view>

#include "catch2.hpp"
#include "read/plain.hpp"
#include "record/date_grammar.hpp"
#include "text/utf8.hpp"

namespace {

using namespace mpn::app;
using mpn::date_text;
using std::string;
using std::string_view;

// The day that `text` is read as, or the whole sentence that refuses it.
string read(string_view text, date_order order = date_order::unspecified) {
  const auto day = read_date(text, order);
  return day ? string{date_text{*day}.view()} : sentence(day.error(), language::english);
}

string not_a_date(string_view text, string_view why) {
  return "'" + string{text} + "' is not a date: " + string{why};
}

string no_form(string_view text) { return not_a_date(text, "write YYYY-MM-DD"); }

string text_after(string_view text) {
  return not_a_date(text, "there is text after the date; write it alone, 2020-04-20");
}

string has_time(string_view text) {
  return not_a_date(text, "it has a time of day or a time zone; write the date alone, 2020-04-20");
}

string year_too_short(string_view text) {
  return "'" + string{text} + "': write the year with four digits";
}

struct two_texts {
  string_view date, name;
};

// The date and the competency of a plain line.
void check_line(string_view line, two_texts expected) {
  plain_record parsed{false};
  record next;
  parsed.parse(line, needs_no_escaping(line), next);
  CAPTURE(line);
  CHECK(next.date.value == expected.date);
  CHECK(next.competency.value == expected.name);
}

}  // namespace

TEST_CASE("dates: every form is read") {
  for (const string_view text :
       {"2020-04-20", "2020-4-20", "2020/04/20", "2020/4/20", "2020.04.20", "2020.4.20",
        "2020.4.20.", "2020. 4. 20", "2020. 4. 20.", "2020.  04.\t20.", "2020.\u00a04.\u202f20.",
        "2020.\u30004.20.", "2020년 4월 20일", "2020년4월20일", "2020년 04월20일",
        "2020년\u30004월\u00a020일", "20200420", "20-Apr-2020", "20-apr-2020", "20-APRIL-2020",
        "20 Apr 2020", "20 April 2020", "20  aPrIl\t2020", "Apr 20 2020", "April 20 2020",
        "APR 20, 2020", "April 20,\u202f2020",
        // with the right weekday
        "Monday, April 20, 2020", "Mon, 20 Apr 2020", "mon 20 apr 2020", "MONDAY 2020-04-20",
        "Mon, 2020/4/20", "Mon 20200420", "2020년 4월 20일 월요일", "2020년 4월 20일월요일",
        "2020년 4월 20일 (월)", "2020-04-20 (월요일)", "2020. 4. 20.(월)", "20 April 2020 월요일",
        // with a midnight
        "2020-04-20 0:00", "2020-04-20T0:00", "2020-04-20 00:00", "2020-04-20T00:00:00",
        "2020-04-20  00:00:00", "2020-04-20\u00a000:00:00.0", "2020-04-20T00:00:00.0000000",
        "2020-04-20 12:00:00 AM", "2020-04-20T12:00:00\u202fAM", "2020-04-20 오전 12:00:00",
        "2020. 4. 20. 오전 12:00:00", "2020. 4. 20 0:00", "2020년 4월 20일 월요일 오전 12:00:00",
        "Monday, April 20, 2020 12:00:00 AM", "20200420T00:00:00", "2020/4/20 0:00",
        "20-Apr-2020 00:00:00.000",
        // blanks around it
        "  2020-04-20\t", "\u30002020. 4. 20.\u3000", "\u202f20 April 2020\u00a0"}) {
    CAPTURE(text);
    CHECK(read(text) == "2020-04-20");
    CHECK(read(text, date_order::dmy) == "2020-04-20");
    CHECK(read(text, date_order::mdy) == "2020-04-20");
  }
  CHECK(read("1 May 2020") == "2020-05-01");
  CHECK(read("19000101") == "1900-01-01");
  CHECK(read("99991231") == "9999-12-31");
  CHECK(read("1-1-2020", date_order::dmy) == "2020-01-01");
}

TEST_CASE("dates: every English month and weekday is known, in full and by three letters") {
  constexpr string_view months[] = {"January",   "February", "March",    "April",
                                    "May",       "June",     "July",     "August",
                                    "September", "October",  "November", "December"};
  constexpr string_view english[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                     "Friday", "Saturday", "Sunday"};
  constexpr string_view korean[] = {"월", "화", "수", "목", "금", "토", "일"};
  for (std::size_t i = 0; i < 12; ++i) {
    const string digits = (i < 9 ? "0" : "") + std::to_string(i + 1);
    for (std::size_t size = 1; size <= months[i].size(); ++size) {
      const string text = "11 " + string{months[i].substr(0, size)} + " 2021";
      const bool known = size == 3 || size == months[i].size();
      CHECK(read(text) == (known ? "2021-" + digits + "-11" : no_form(text)));
    }
    CHECK(read("11 " + string{months[i]} + "s 2021") ==
          no_form("11 " + string{months[i]} + "s 2021"));
  }
  CHECK(read("11 Sept 2021") == no_form("11 Sept 2021"));
  for (int day = 20; day < 27; ++day)
    for (int i = 0; i < 7; ++i) {
      const string date = "2020-04-" + std::to_string(day);
      const auto at = static_cast<std::size_t>(i);
      const string_view right = english[day - 20];
      const auto expected = [&](const string& text) {
        return day - 20 == i ? date : not_a_date(text, date + " is a " + string{right});
      };
      for (const string& text :
           {string{english[at]} + ", " + date, string{english[at].substr(0, 3)} + " " + date,
            date + " " + string{korean[at]} + "요일", date + "(" + string{korean[at]} + ")"})
        CHECK(read(text) == expected(text));
    }
}

TEST_CASE("dates: the nearest neighbors of every form are refused") {
  for (const string_view text : {"2020-04/20",
                                 "2020/04-20",
                                 "2020.04-20",
                                 "2020 04 20",
                                 "2020- 04-20",
                                 "2020 -04-20",
                                 "2020/ 4/ 20",
                                 "2020 . 4. 20",
                                 "2020--04-20",
                                 "2020-004-20",
                                 "2020-04-020",
                                 "202-04-20",
                                 "+2020-04-20",
                                 "-2020-04-20",
                                 "2020-04",
                                 "2020-04-",
                                 "2020",
                                 "",
                                 "2020–04–20",
                                 "2020년 4월 20",
                                 "2020년 4월",
                                 "2020 년 4월 20일",
                                 "2020년 4 월 20일",
                                 "2020년 4월 20 일",
                                 "2020년 4월 20월",
                                 "2020년, 4월 20일",
                                 "202년 4월 20일",
                                 "18991231",
                                 "11101012",
                                 "2020042",
                                 "202004200",
                                 "2020 0420",
                                 "20-Apr 2020",
                                 "20 Apr-2020",
                                 "20 - Apr - 2020",
                                 "20Apr2020",
                                 "20/Apr/2020",
                                 "20.Apr.2020",
                                 "20. April 2020",
                                 "20 April, 2020",
                                 "20th April 2020",
                                 "April 20th, 2020",
                                 "April 20,2020",
                                 "April 20 , 2020",
                                 "April, 20 2020",
                                 "April20 2020",
                                 "Apr. 20, 2020",
                                 "Apr-20-2020",
                                 "2020-Apr-20",
                                 "2020 April 20",
                                 "April 2020",
                                 "20 April",
                                 "020 April 2020",
                                 "20 4월 2020",
                                 "Mond 2020-04-20",
                                 "Mo 2020-04-20",
                                 "Monday,2020-04-20",
                                 "Monday2020-04-20",
                                 "Monday. 2020-04-20",
                                 "Monday",
                                 "Monday,",
                                 "Monday Monday 2020-04-20",
                                 "월요일 2020-04-20",
                                 "today",
                                 "20. 4. 2020",
                                 "20.4.2020.",
                                 "20 .4.2020",
                                 "123/4/2020"}) {
    CAPTURE(text);
    CHECK(read(text) == no_form(text));
    CHECK(read(text, date_order::dmy) == no_form(text));
  }
  for (const string_view text : {"２０２０-０４-２０", "2020년 ４월 20일"})
    CHECK(read(text) == not_a_date(text, "write YYYY-MM-DD with the digits 0 to 9"));
}

TEST_CASE("dates: what follows a date is refused") {
  for (const string_view text : {"2020-04-20x",
                                 "2020-04-20.",
                                 "2020/04/20.",
                                 "2020.4.20..",
                                 "2020. 4. 20 .",
                                 "20200420.",
                                 "2020년 4월 20일.",
                                 "2020-04-20,",
                                 "2020-04-20 Monday",
                                 "2020-04-20 월",
                                 "2020-04-20 월요",
                                 "2020-04-20 (월",
                                 "2020-04-20 (월요",
                                 "2020-04-20 월)",
                                 "2020-04-20 ( 월 )",
                                 "Mon 2020-04-20 월요일",
                                 "2020-04-20 월요일 화요일",
                                 "2020-04-20 AM",
                                 "2020-04-20T",
                                 "2020-04-20Tx",
                                 "2020-04-20t00:00:00",
                                 "2020-04-2000:00:00x",
                                 "April 20, 2020 Security"}) {
    CAPTURE(text);
    if (text == "2020-04-2000:00:00x")
      CHECK(read(text) == no_form(text));
    else
      CHECK(read(text) == text_after(text));
  }
}

TEST_CASE("dates: only a midnight as programs write it may follow") {
  for (const string_view date : {"2020-04-20", "2020/4/20", "2020. 4. 20.", "2020년 4월 20일",
                                 "20200420", "20-Apr-2020", "Monday, April 20, 2020"})
    for (const string_view time : {"0:00:00",
                                   "0:0",
                                   "00:0",
                                   "00:000",
                                   "00:00:0",
                                   "00:00:01",
                                   "00:01",
                                   "1:00",
                                   "00:00:00.",
                                   "00:00:00.1",
                                   "00:00:00.01",
                                   "00:00:00,0",
                                   "00:00.0",
                                   "00:00:00Z",
                                   "00:00Z",
                                   "00:00:00+00:00",
                                   "00:00:00 +09:00",
                                   "00:00:00 UTC",
                                   "12:00:00",
                                   "12:00",
                                   "12:00 AM",
                                   "12:00:00AM",
                                   "12:00:00 PM",
                                   "12:00:00 am",
                                   "12:00:00.0 AM",
                                   "12:00:01 AM",
                                   "0:00 AM",
                                   "00:00:00 AM",
                                   "오전 12:00",
                                   "오전 0:00:00",
                                   "오전12:00:00",
                                   "오후 12:00:00",
                                   "오전 12:00:01",
                                   "24:00:00",
                                   "00:00:00 00:00:00"})
      for (const string_view between : {" ", "T", "\u202f"}) {
        const string text = string{date} + string{between} + string{time};
        CHECK(read(text) == has_time(text));
      }
  CHECK(read("2020년 4월 20일 월요일 오전 9:00:00") ==
        has_time("2020년 4월 20일 월요일 오전 9:00:00"));
  // Two dates, or a number, are not a time.
  for (const string_view text : {"2020-04-20 2021-04-20", "2020-04-20 5 seats", "2020-04-20 9"})
    CHECK(read(text) == text_after(text));
  CHECK(read("2020-04-20T9") == has_time("2020-04-20T9"));
  CHECK(read("2020-04-20 T00:00:00") == text_after("2020-04-20 T00:00:00"));
  CHECK(read("2020-04-20T 00:00:00") == text_after("2020-04-20T 00:00:00"));
}

TEST_CASE("dates: a day that does not exist is refused in every form") {
  for (const string_view text :
       {"2021-02-30", "2021-2-30", "2021/02/30", "2021. 2. 30.", "2021년 2월 30일", "20210230",
        "30-Feb-2021", "30 February 2021", "Feb 30, 2021", "Sunday, February 30, 2021",
        "2021-02-30 10:30", "2021/02/30 0:00"})
    CHECK(read(text) == not_a_date(text, "February 2021 has 28 days"));
  for (const string_view text :
       {"2021-13-01", "2021/13/1", "2021.13.1", "2021년 13월 1일", "20211301"})
    CHECK(read(text) == not_a_date(text, "there is no month 13"));
  for (const string_view text : {"2021-00-10", "2021/0/10", "20210010"})
    CHECK(read(text) == not_a_date(text, "there is no month 00"));
  for (const string_view text : {"2021-01-00", "2021/1/0", "0 Jan 2021", "20210100"})
    CHECK(read(text) == not_a_date(text, "there is no day 00"));
  for (const string_view text :
       {"0000-01-01", "0000/1/1", "0000년 1월 1일", "1 Jan 0000", "10000-01-01", "20201/4/20",
        "20 April 20200", "4/20/20200", "20201년 4월 20일"})
    CHECK(read(text) == not_a_date(text, "years run from 0001 to 9999"));
}

TEST_CASE("dates: a year of one or two digits is refused") {
  for (const string_view text :
       {"4/20/20", "20.4.20", "20-04-20", "20. 4. 20.", "20-Apr-20", "20 April 20", "Apr 20, 20",
        "20년 4월 20일", "4/20/20 0:00", "1/1/1", "Mon 4/20/20"})
    for (const auto order : {date_order::unspecified, date_order::dmy, date_order::mdy})
      CHECK(read(text, order) == year_too_short(text));
}

TEST_CASE("dates: the year last needs an order, and then a real day in it") {
  using enum date_order;
  for (const string_view end : {"", " 0:00", "T00:00:00.000", " 12:00:00 AM", " 월요일"})
    for (const string_view text : {"20/04/2020", "20/4/2020", "20.04.2020", "20.4.2020",
                                   "20-04-2020", "20-4-2020", "Mon 20/4/2020"}) {
      if (text[0] == 'M' && end == " 월요일") continue;
      const string date = string{text} + string{end};
      CHECK(read(date, dmy) == "2020-04-20");
      CHECK(read(date, mdy) == not_a_date(date, "there is no month 20"));
      CHECK(read(date) == "'" + date + "': write 2020-04-20, or use --date-order dmy");
    }
  CHECK(read("4/20/2020", mdy) == "2020-04-20");
  CHECK(read("4/20/2020 0:00", mdy) == "2020-04-20");
  CHECK(read("4/20/2020 0:01", mdy) == has_time("4/20/2020 0:01"));
  CHECK(read("4/20/2020") == "'4/20/2020': write 2020-04-20, or use --date-order mdy");
  CHECK(read("04/05/2021") ==
        "'04/05/2021' could be 2021-05-04 or 2021-04-05; write YYYY-MM-DD, or use --date-order dmy "
        "or mdy");
  CHECK(read("05/05/2021") == "'05/05/2021': write 2021-05-05, or use --date-order dmy");
  // A weekday rules out the other order, but does not choose one.
  CHECK(read("Mon 04/05/2021") == "'Mon 04/05/2021': write 2021-04-05, or use --date-order mdy");
  CHECK(read("Mon 04/05/2021", dmy) == not_a_date("Mon 04/05/2021", "2021-05-04 is a Tuesday"));
  CHECK(read("Sun 04/05/2021") == not_a_date("Sun 04/05/2021", "2021-05-04 is a Tuesday"));
  CHECK(read("30/02/2021") == not_a_date("30/02/2021", "February 2021 has 28 days"));
  CHECK(read("02/30/2021") == not_a_date("02/30/2021", "February 2021 has 28 days"));
  CHECK(read("31/31/2021") == not_a_date("31/31/2021", "there is no month 31"));
  CHECK(read("20/04-2020", dmy) == no_form("20/04-2020"));
}

TEST_CASE("dates: an Excel day number is named") {
  for (const string_view text : {"44306", "44306.0", "44306.000", " 44306 "})
    CHECK(read(text).ends_with(
        "' looks like an Excel day number (2021-04-20); format the column as a date before "
        "exporting"));
  for (const string_view text : {"44306.", "44306.5", "4430", "443061", "04306"})
    CHECK(read(text) == no_form(text));
}

TEST_CASE("dates: the sentences in Korean") {
  const auto korean = [](string_view text, date_order order = date_order::unspecified) {
    return sentence(read_date(text, order).error(), language::korean);
  };
  CHECK(korean("2021-02-30") == "'2021-02-30': 날짜가 아닙니다. 2021년 2월은 28일까지 있습니다");
  CHECK(korean("2021년 2월 28일 월요일") ==
        "'2021년 2월 28일 월요일': 날짜가 아닙니다. 2021-02-28의 요일은 일요일입니다");
  CHECK(korean("13/05/2021") ==
        "'13/05/2021': 2021-05-13 형식으로 입력하거나 --date-order dmy 옵션을 추가하십시오");
  CHECK(
      korean("04/05/2021") ==
      "'04/05/2021': 2021-05-04인지 2021-04-05인지 알 수 없습니다. 2020-04-20 형식으로 입력하거나 "
      "--date-order dmy 또는 mdy 옵션을 추가하십시오");
  CHECK(korean("4/20/20") == "'4/20/20': 연도를 네 자리로 입력하십시오");
  CHECK(korean("2020-04-20 9:00") ==
        "'2020-04-20 9:00': 날짜가 아닙니다. 시각이나 시간대가 있습니다. 날짜만 입력하십시오: "
        "2020-04-20");
  CHECK(korean("2020-04-20x") ==
        "'2020-04-20x': 날짜가 아닙니다. 날짜 뒤에 다른 내용이 있습니다. 날짜만 입력하십시오: "
        "2020-04-20");
  CHECK(korean("x") == "'x': 날짜가 아닙니다. 2020-04-20 형식으로 입력하십시오");
}

TEST_CASE("dates: a date of 1 MiB is refused as quickly as a short one") {
  const string zeros(1 << 20, '0');
  const string blanks(1 << 20, ' ');
  CHECK(read_date(zeros, date_order::unspecified).error().reason == error_reason::not_a_date);
  CHECK(read_date("2020-04-20" + zeros, date_order::dmy).error().reason ==
        error_reason::not_a_date);
  CHECK(read_date(string(1 << 20, 'a'), date_order::dmy).error().reason ==
        error_reason::not_a_date);
  CHECK(read("20" + blanks + "April" + blanks + "2020") == "2020-04-20");
  CHECK(read("2020-04-20T00:00:00." + zeros) == "2020-04-20");
}

TEST_CASE("dates: a column fits an order when every day is real in it") {
  const auto fits = [](string_view text) -> string {
    const auto orders = orders_that_fit(text);
    if (!orders) return "no";
    return string{orders->dmy ? "dmy " : ""} + (orders->mdy ? "mdy" : "");
  };
  CHECK(fits("4/20/2020") == "mdy");
  CHECK(fits(" 20.4.2020 0:00 ") == "dmy ");
  CHECK(fits("4-5-2020") == "dmy mdy");
  CHECK(fits("31/31/2020") == "");
  CHECK(fits("4/20/20") == "no");
  CHECK(fits("2020-04-20") == "no");
  CHECK(fits("4/20/2020 9:00") == "no");
  CHECK(fits("") == "no");
}

TEST_CASE("plain lines: the date is the longest beginning that has a date's shape") {
  for (const string_view date : {"2020-04-20",
                                 "2020-4-20",
                                 "2020/04/20",
                                 "2020. 4. 20.",
                                 "2020. 4. 20",
                                 "2020.4.20",
                                 "2020년 4월 20일",
                                 "2020년 4월 20일 월요일",
                                 "2020. 4. 20.(월)",
                                 "20200420",
                                 "20-Apr-2020",
                                 "20 April 2020",
                                 "April 20 2020",
                                 "April 20, 2020",
                                 "Monday, April 20, 2020",
                                 "Tuesday, April 20, 2020",
                                 "20/04/2020",
                                 "4/20/2020",
                                 "2020-04-20 0:00",
                                 "2020-04-20T00:00:00.000",
                                 "April 20, 2020 12:00:00\u202fAM",
                                 "2020. 4. 20. 오전 12:00:00",
                                 "2020년 4월 20일 월요일 오전 12:00:00",
                                 "30/30/2021 00:00",
                                 "February 30, 2021",
                                 "2021. 2. 30.",
                                 "99 May 2020",
                                 "20209999"}) {
    const string line{date};
    check_line(line, {date, ""});
    for (const string_view between :
         {" ", "\t", ",", ";", ", ", " , ", "\u00a0", "\u202f", "\u3000"})
      check_line(line + string{between} + "Cloud Platform", {date, "Cloud Platform"});
    check_line("\"" + line + "\"", {date, ""});
    check_line("\"" + line + "\",\"보안\"", {date, "보안"});
    check_line("\"" + line + "\" Security", {date, "Security"});
    check_line("\u3000" + line + " 보안 ", {date, "보안"});
  }
}

TEST_CASE("plain lines: without a date's shape, what stands before a separator is the date") {
  check_line("hello world", {"hello", "world"});
  check_line("hello\u3000world", {"hello", "world"});
  check_line("4/20/20 Security", {"4/20/20", "Security"});
  check_line("April 20, 20 Security", {"April", "20, 20 Security"});
  check_line("2020-04-20x Security", {"2020-04-20x", "Security"});
  check_line("2020-04-20 10:30 Security", {"2020-04-20", "10:30 Security"});
  check_line("2020-04-20 00:00:00.5 Security", {"2020-04-20", "00:00:00.5 Security"});
  check_line("2020-04-20 0:00:00,Security", {"2020-04-20", "0:00:00,Security"});
  check_line("2020. 4. 20x 보안", {"2020.", "4. 20x 보안"});
  check_line("2020-04-20 월요일x", {"2020-04-20", "월요일x"});
  check_line("20. 4. 2020 Security", {"20.", "4. 2020 Security"});
  check_line("\"hello\" world", {"hello", "world"});
  check_line("\"2020-04-20 Security\"", {"\"2020-04-20", "Security\""});
  check_line("\"2020-04-20\"x", {"\"2020-04-20\"x", ""});
  check_line("\"2020-04-20", {"\"2020-04-20", ""});
}
