// Dates as people write them: the forms that are read, and the sentences for those that are not.
#include "record/date_input.hpp"

#include <string>
#include <string_view>

#include "catch2.hpp"

namespace {

using namespace mpn;
using namespace mpn::app;
using enum date_order;

// The day, or the sentence.
std::string read(std::string_view text, date_order order = unspecified) {
  const auto day = read_date(text, order);
  return day ? std::string{date_text{*day}.view()} : sentence(day.error(), language::english);
}

struct reading {
  std::string_view text;
  std::string_view expected;
};

}  // namespace

TEST_CASE("dates are read as YYYY-MM-DD with or without a midnight") {
  for (const date_order order : {unspecified, dmy, mdy})
    for (const std::string_view text :
         {"2020-04-20", " 2020-04-20\t", "\u00a02020-04-20\u00a0", "2020-04-20T00:00:00",
          "2020-04-20 00:00:00", "2020-04-20T00:00:00.0", "2020-04-20 00:00:00.0000000"}) {
      CAPTURE(text);
      CHECK(read(text, order) == "2020-04-20");
    }
  CHECK(read("0001-01-01") == "0001-01-01");
  CHECK(read("9999-12-31") == "9999-12-31");
  CHECK(read("2020-02-29") == "2020-02-29");
}

TEST_CASE("dates with the year last are read in the order that the user gives") {
  for (const reading& r : {reading{"20/04/2020", "2020-04-20"},
                           {"20.4.2020", "2020-04-20"},
                           {"20-4-2020", "2020-04-20"},
                           {"05/04/2021", "2021-04-05"},
                           {"1/2/0001", "0001-02-01"},
                           {"20/04/2020 00:00:00", "2020-04-20"},
                           {"29/02/2021", "'29/02/2021' is not a date: February 2021 has 28 days"},
                           {"04/20/2020", "'04/20/2020' is not a date: there is no month 20"},
                           {"0/4/2020", "'0/4/2020' is not a date: there is no day 00"},
                           {"1/1/0000", "'1/1/0000' is not a date: years run from 0001 to 9999"}}) {
    CAPTURE(r.text);
    CHECK(read(r.text, dmy) == r.expected);
  }
  CHECK(read("04/20/2020", mdy) == "2020-04-20");
  CHECK(read("4.5.2021", mdy) == "2021-04-05");
  CHECK(read("20/04/2020", mdy) == "'20/04/2020' is not a date: there is no month 20");
  CHECK(read("2020-04-20", mdy) == "2020-04-20");
}

TEST_CASE("a date that is refused has a reason and a fix") {
  for (
      const reading& r : {
          // Not a day.
          reading{"2021-02-29", "'2021-02-29' is not a date: February 2021 has 28 days"},
          {"2020-02-30", "'2020-02-30' is not a date: February 2020 has 29 days"},
          {"0900-04-31", "'0900-04-31' is not a date: April 0900 has 30 days"},
          {"2021-12-32", "'2021-12-32' is not a date: December 2021 has 31 days"},
          {"2021-12-00", "'2021-12-00' is not a date: there is no day 00"},
          {"2021-13-01", "'2021-13-01' is not a date: there is no month 13"},
          {"2021-00-01", "'2021-00-01' is not a date: there is no month 00"},
          {"0000-01-01", "'0000-01-01' is not a date: years run from 0001 to 9999"},
          {"12021-01-01", "'12021-01-01' is not a date: years run from 0001 to 9999"},
          // Another form of a date.
          {"2021-2-9", "'2021-2-9': write 2021-02-09"},
          {"2021/02/09", "'2021/02/09': write 2021-02-09"},
          {"2021.2.9", "'2021.2.9': write 2021-02-09"},
          {"2021/2/9 00:00:00", "'2021/2/9 00:00:00': write 2021-02-09"},
          {"2021/2/30", "'2021/2/30' is not a date: February 2021 has 28 days"},
          {"20210209", "'20210209': write 2021-02-09"},
          {"20211301", "'20211301' is not a date: there is no month 13"},
          {"4/20/20", "'4/20/20': write the year with four digits"},
          {"20-4-20", "'20-4-20': write the year with four digits"},
          // The year last.
          {"13/05/2021", "'13/05/2021': write 2021-05-13, or use --date-order dmy"},
          {"05/13/2021", "'05/13/2021': write 2021-05-13, or use --date-order mdy"},
          {"5.5.2021", "'5.5.2021': write 2021-05-05, or use --date-order dmy"},
          {"04/05/2021",
           "'04/05/2021' could be 2021-05-04 or 2021-04-05; write YYYY-MM-DD, or use --date-order "
           "dmy or mdy"},
          {"29/02/2021", "'29/02/2021' is not a date: February 2021 has 28 days"},
          {"02/29/2021", "'02/29/2021' is not a date: February 2021 has 28 days"},
          {"13/13/2021", "'13/13/2021' is not a date: there is no month 13"},
          {"1/2/0000", "'1/2/0000' is not a date: years run from 0001 to 9999"},
          // Excel's day numbers.
          {"44306",
           "'44306' looks like an Excel day number (2021-04-20); format the column as a date "
           "before exporting"},
          {"44306.0",
           "'44306.0' looks like an Excel day number (2021-04-20); format the column as a date "
           "before exporting"},
          {"10000",
           "'10000' looks like an Excel day number (1927-05-18); format the column as a date "
           "before exporting"},
          {"99999",
           "'99999' looks like an Excel day number (2173-10-13); format the column as a date "
           "before exporting"},
          {"44306.", "'44306.' is not a date: write YYYY-MM-DD"},
          {"44306.5", "'44306.5' is not a date: write YYYY-MM-DD"},
          {"04430", "'04430' is not a date: write YYYY-MM-DD"},
          {"9999", "'9999' is not a date: write YYYY-MM-DD"},
          {"443060", "'443060' is not a date: write YYYY-MM-DD"},
          // A date and something else.
          {"2020-04-20T10:00",
           "'2020-04-20T10:00' is not a date: it has a time of day; write the date alone, "
           "2020-04-20"},
          {"2020-04-20 00:00:01",
           "'2020-04-20 00:00:01' is not a date: it has a time of day; write the date alone, "
           "2020-04-20"},
          {"2020-04-20T00:00:00Z",
           "'2020-04-20T00:00:00Z' is not a date: it has a time of day; write the date alone, "
           "2020-04-20"},
          {"2020-04-20x",
           "'2020-04-20x' is not a date: there is text after the date; write it alone, 2020-04-20"},
          {"2020-04-20Tx",
           "'2020-04-20Tx' is not a date: there is text after the date; write it alone, "
           "2020-04-20"},
          {"2020-04-20 x",
           "'2020-04-20 x' is not a date: there is text after the date; write it alone, "
           "2020-04-20"},
          {"2020-04-201",
           "'2020-04-201' is not a date: there is text after the date; write it alone, 2020-04-20"},
          {"2021-02-30x", "'2021-02-30x' is not a date: write YYYY-MM-DD"},
          // Anything else.
          {"２０２０-04-20",
           "'２０２０-04-20' is not a date: write YYYY-MM-DD with the digits 0 to 9"},
          {"2020-04-2９", "'2020-04-2９' is not a date: write YYYY-MM-DD with the digits 0 to 9"},
          {"Ａ", "'Ａ' is not a date: write YYYY-MM-DD"},
          {"2020-04/20", "'2020-04/20' is not a date: write YYYY-MM-DD"},
          {"2020/04-20", "'2020/04-20' is not a date: write YYYY-MM-DD"},
          {"2020:04:20", "'2020:04:20' is not a date: write YYYY-MM-DD"},
          {"20/04/202", "'20/04/202' is not a date: write YYYY-MM-DD"},
          {"020/04/2020", "'020/04/2020' is not a date: write YYYY-MM-DD"},
          {"2020-004-20", "'2020-004-20' is not a date: write YYYY-MM-DD"},
          {"-2020-04-20", "'-2020-04-20' is not a date: write YYYY-MM-DD"},
          {"20/04/2020x", "'20/04/2020x' is not a date: write YYYY-MM-DD"},
          {"2020-04", "'2020-04' is not a date: write YYYY-MM-DD"},
          {"9", "'9' is not a date: write YYYY-MM-DD"},
          {"-", "'-' is not a date: write YYYY-MM-DD"},
          {"April 20", "'April 20' is not a date: write YYYY-MM-DD"},
          {"\x1b[31m", "'\\x1b[31m' is not a date: write YYYY-MM-DD"},
      }) {
    CAPTURE(r.text);
    CHECK(read(r.text) == r.expected);
  }
}

TEST_CASE("the error of a date names the text without its blanks") {
  const auto day = read_date(" \t2021-02-29\u00a0", unspecified);
  REQUIRE_FALSE(day);
  CHECK(day.error().value == "2021-02-29");
  CHECK(code_of(day.error().reason) == error_code::invalid_date);
  CHECK(code_of(read_date("04/05/2021", unspecified).error().reason) == error_code::ambiguous_date);
}

TEST_CASE("every order of day and month gives that day, or its ambiguity is reported") {
  for (int first = 0; first <= 32; ++first)
    for (int second = 0; second <= 32; ++second) {
      const std::string text = std::to_string(first) + "/" + std::to_string(second) + "/2021";
      const auto valid = [](int month, int day) {
        return day_of(2021, static_cast<unsigned>(month), static_cast<unsigned>(day));
      };
      const auto by_dmy = valid(second, first);
      const auto by_mdy = valid(first, second);
      CAPTURE(text);
      CHECK(read_date(text, dmy).has_value() == by_dmy.has_value());
      CHECK(read_date(text, mdy).has_value() == by_mdy.has_value());
      if (by_dmy) CHECK(*read_date(text, dmy) == *by_dmy);
      if (by_mdy) CHECK(*read_date(text, mdy) == *by_mdy);
      const auto refused = read_date(text, unspecified);
      REQUIRE_FALSE(refused);
      CHECK((refused.error().reason == error_reason::two_orders) ==
            (by_dmy && by_mdy && first != second));
    }
}

TEST_CASE("a JSON value that is not a string is not a date") {
  const auto refuse = [](std::string_view json) {
    return sentence(date_not_string(json), language::english);
  };
  CHECK(refuse("true") == "'true' is not a date: write the date as a JSON string, \"YYYY-MM-DD\"");
  CHECK(refuse("20200420") ==
        "'20200420' is not a date: write the date as a JSON string, \"YYYY-MM-DD\"");
  CHECK(refuse("[\"2020-04-20\"]") ==
        "'[\"2020-04-20\"]' is not a date: write the date as a JSON string, \"YYYY-MM-DD\"");
  CHECK(refuse("44306") ==
        "'44306' looks like an Excel day number (2021-04-20); format the column as a date before "
        "exporting");
  CHECK(refuse("44306.00") ==
        "'44306.00' looks like an Excel day number (2021-04-20); format the column as a date "
        "before exporting");
  CHECK(code_of(date_not_string("true").reason) == error_code::invalid_date);
}
