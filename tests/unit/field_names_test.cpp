#include "read/field_names.hpp"

#include <string>
#include <vector>

#include "catch2.hpp"

namespace {

using namespace mpn::app;
using strings = std::vector<std::string>;

read_settings with_date_field(const std::string& name) {
  read_settings settings;
  settings.date_field = name;
  return settings;
}

// The name in other spellings that are the same name.
strings spellings(const std::string& name) {
  std::string capitals = name;
  for (char& c : capitals)
    if ('a' <= c && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  std::string without_blanks = name;
  std::erase(without_blanks, ' ');
  return {name, capitals, without_blanks, " -_\t\u00a0\u202f\u3000" + name + "\u3000_-"};
}

}  // namespace

TEST_CASE("field names: the known dates, in order of precedence, with their meaning") {
  struct known {
    std::string name;
    bool anniversary;
    bool anniversary_with_a;
    bool contradicts_a;
  };
  const std::vector<known> names{{"anniversary", true, true, false},
                                 {"anniversary date", true, true, false},
                                 {"renewal start date", true, true, false},
                                 {"갱신일", true, true, false},
                                 {"갱신 시작 날짜", true, true, false},
                                 {"purchase date", false, false, true},
                                 {"purchased", false, false, true},
                                 {"date of purchase", false, false, true},
                                 {"competency start date", false, false, true},
                                 {"구매 날짜", false, false, true},
                                 {"구매일", false, false, true},
                                 {"구매 일자", false, false, true},
                                 {"date", false, true, false},
                                 {"날짜", false, true, false}};
  const field_names fields{{}};
  read_settings with_a;
  with_a.dates_are_anniversaries = true;
  const field_names anniversaries{with_a};
  REQUIRE(fields.ranks(date_role) == names.size());
  for (std::size_t rank = 0; rank < names.size(); ++rank) {
    const known& each = names[rank];
    CAPTURE(each.name);
    for (const std::string& spelling : spellings(each.name)) {
      CHECK(fields.rank(date_role, spelling) == rank);
      CHECK(fields.names_date(spelling));
      CHECK(fields.rank(competency_role, spelling) == field_names::none);
      CHECK(fields.rank(label_role, spelling) == field_names::none);
    }
    CHECK(fields.meaning(rank).is_anniversary == each.anniversary);
    CHECK(anniversaries.meaning(rank).is_anniversary == each.anniversary_with_a);
    CHECK_FALSE(fields.meaning(rank).contradicts_option);
    CHECK(anniversaries.meaning(rank).contradicts_option == each.contradicts_a);
    CHECK(fields.meaning(rank).may_be_anniversary == (each.anniversary != each.anniversary_with_a));
    CHECK_FALSE(anniversaries.meaning(rank).may_be_anniversary);

    // A known name that the user gives keeps its meaning and is the only one.
    const field_names named{with_date_field(spellings(each.name).back())};
    REQUIRE(named.ranks(date_role) == 1);
    CHECK(named.meaning(0).is_anniversary == each.anniversary);
    for (const known& other : names)
      CHECK((named.rank(date_role, other.name) == 0) == (other.name == each.name));
  }
}

TEST_CASE("field names: the known competencies, in order of precedence") {
  const strings names{"competency", "competency name", "offer", "offer name",
                      "역량",       "역량 이름",       "제안"};
  const field_names fields{{}};
  REQUIRE(fields.ranks(competency_role) == names.size());
  for (std::size_t rank = 0; rank < names.size(); ++rank)
    for (const std::string& spelling : spellings(names[rank])) {
      CHECK(fields.rank(competency_role, spelling) == rank);
      CHECK(fields.rank(date_role, spelling) == field_names::none);
    }
}

TEST_CASE("field names: dates that are not read unless the user names them") {
  for (const std::string name :
       {"renewal date", "expiration date", "expiry date", "AD", "갱신 날짜", "만료일"}) {
    CAPTURE(name);
    const field_names fields{{}};
    for (const std::string& spelling : spellings(name)) {
      CHECK(fields.rank(date_role, spelling) == field_names::none);
      CHECK(is_unclear_date_name(spelling));
    }
    const field_names named{with_date_field(name)};
    CHECK(named.rank(date_role, name) == 0);
    CHECK_FALSE(named.meaning(0).is_anniversary);
    read_settings settings = with_date_field(name);
    settings.dates_are_anniversaries = true;
    CHECK(field_names{settings}.meaning(0).is_anniversary);
  }
  CHECK_FALSE(is_unclear_date_name("date"));
  CHECK_FALSE(is_unclear_date_name("renewal dates"));
}

TEST_CASE("field names: neighbours of a name are other names") {
  const field_names fields{{}};
  for (const std::string name : {"", " ", "-", "dat", "dates", "date.", "d\u00e2te",
                                 "purchase/date", "구매", "renewal.date", "da\xff te", "da\0te"})
    CHECK(fields.rank(date_role, name) == field_names::none);
  // A hyphen inside a character: what is left of it is a name, but the whole is not text.
  CHECK(fields.rank(date_role, "구\xeb-\xa7\xa4일") == field_names::none);
  CHECK(fields.rank(date_role, std::string("date\0", 5)) == field_names::none);
}

TEST_CASE("field names: names of any length") {
  for (const std::size_t size : {127U, 128U, 129U, 1000U, 1U << 20U}) {
    const std::string name(size, 'x');
    read_settings settings = with_date_field(name);
    settings.competency_field = name + "y";
    settings.label_field = name + "z";
    const field_names fields{settings};
    CHECK(fields.rank(date_role, name) == 0);
    CHECK(fields.rank(date_role, name + "-") == 0);
    CHECK(fields.rank(date_role, name + "x") == field_names::none);
    CHECK(fields.rank(competency_role, name + "Y") == 0);
    CHECK(fields.rank(label_role, name + " Z") == 0);
    CHECK(field_names{{}}.rank(date_role, "da" + std::string(size, ' ') + "te") == 12);
  }
}

TEST_CASE("field names: a column that the user names has to be there") {
  read_settings settings = with_date_field("Bougth");
  const strings columns{"Id", " Bought ", "renewal.bougth", "Customer"};
  const auto missing = field_names{settings}.missing_column(columns);
  REQUIRE(missing);
  CHECK(sentence(*missing, language::english) ==
        "no column 'Bougth' among: Id, Bought, Customer; did you mean 'Bought'?");
  CHECK(sentence(*missing, language::korean) ==
        "다음 열 중에 'Bougth' 열이 없습니다: Id, Bought, Customer. 'Bought' 열을 찾으십니까?");
  settings.date_field = "bought";
  CHECK_FALSE(field_names{settings}.missing_column(columns));
  settings.competency_field = "Product";
  CHECK(sentence(*field_names{settings}.missing_column(columns), language::english) ==
        "no column 'Product' among: Id, Bought, Customer");
  settings.competency_field = "id";
  settings.label_field = "costumer";
  CHECK(sentence(*field_names{settings}.missing_column(columns), language::english) ==
        "no column 'costumer' among: Id, Bought, Customer; did you mean 'Customer'?");
}

TEST_CASE("field names: renewal columns") {
  for (const std::string name : {"renewal", "renewal.", "renewal.error", "renewal.x.y"})
    CHECK(is_renewal_column(name));
  for (const std::string name : {"", "renewals", "renewal date", "Renewal.error", "x.renewal"})
    CHECK_FALSE(is_renewal_column(name));
}
