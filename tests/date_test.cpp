#include "mpn/date.hpp"

#include "catch2.hpp"

TEST_CASE("a date is exactly YYYY-MM-DD") {
  BOTH_CHECK(*mpn::parse_date("0001-01-01") == mpn::first_day);
}
