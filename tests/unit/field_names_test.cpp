// The names of the fields that are read.
#include "read/field_names.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catch2.hpp"

namespace {

using namespace mpn::app;

struct known_date {
  std::string_view name;
  date_meaning meaning;
};

// In order of precedence.
const std::vector<known_date> dates{
    {"anniversary", date_meaning::anniversary},
    {"anniversary date", date_meaning::anniversary},
    {"renewal start date", date_meaning::anniversary},
    {"갱신일", date_meaning::anniversary},
    {"갱신 시작 날짜", date_meaning::anniversary},
    {"purchase date", date_meaning::purchase},
    {"purchased", date_meaning::purchase},
    {"date of purchase", date_meaning::purchase},
    {"구매 날짜", date_meaning::purchase},
    {"구매일", date_meaning::purchase},
    {"date", date_meaning::unspecified},
};
const std::vector<std::string_view> competencies{"competency", "역량"};

// The spellings of a name that mean the same.
std::vector<std::string> spellings(std::string_view name) {
  std::vector<std::string> all{std::string{name}, " " + std::string{name} + "\t\u00a0"};
  std::string upper{name};
  for (char& c : upper)
    if ('a' <= c && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  all.push_back(upper);
  for (const std::string_view between : {"", "_", "-", "  ", "_-_"}) {
    std::string spelled;
    for (const char c : name) spelled += c == ' ' ? std::string{between} : std::string{c};
    all.push_back(spelled);
  }
  return all;
}

std::string error_text(const std::optional<input_error>& error) {
  return error ? sentence(*error, language::english) : "";
}

}  // namespace

TEST_CASE("field names are known in every spelling and ranked in order") {
  const field_names fields{read_settings{}};
  CHECK(fields.date_ranks() == dates.size());
  CHECK(fields.competency_ranks() == competencies.size());
  for (std::size_t rank = 0; rank < dates.size(); ++rank)
    for (const std::string& name : spellings(dates[rank].name)) {
      CAPTURE(name);
      CHECK(fields.date_rank(name) == rank);
      CHECK(fields.competency_rank(name) == field_names::none);
    }
  for (std::size_t rank = 0; rank < competencies.size(); ++rank)
    for (const std::string& name : spellings(competencies[rank])) {
      CAPTURE(name);
      CHECK(fields.competency_rank(name) == rank);
      CHECK(fields.date_rank(name) == field_names::none);
    }
}

TEST_CASE("other names are not known") {
  const field_names fields{read_settings{}};
  for (const std::string_view name :
       {"", " ", "-_-", "dates", "dat",
        "d\xE2\x80\x8B"
        "ate",
        "renewal", "renewal.anniversary", "renewal date", "expiration date", "expiry date", "AD",
        "갱신 날짜", "만료일", "구매", "date\xFF", "\xB0\xA1",
        "\xEC\x97-\xAD\xEB\x9F\x89"}) {  // a hyphen inside a character of 역량
    CAPTURE(name);
    CHECK(fields.date_rank(name) == field_names::none);
    CHECK(fields.competency_rank(name) == field_names::none);
  }
}

TEST_CASE("the meaning of a date is that of its name, otherwise that of -a") {
  for (const bool with_a : {false, true}) {
    const field_names fields{read_settings{with_a, {}, {}}};
    for (std::size_t rank = 0; rank < dates.size(); ++rank) {
      CAPTURE(with_a, dates[rank].name);
      const date_meaning meaning = dates[rank].meaning;
      const bool unspecified = meaning == date_meaning::unspecified;
      CHECK(fields.is_anniversary(rank) ==
            (unspecified ? with_a : meaning == date_meaning::anniversary));
      CHECK(error_text(fields.contradiction(rank, "Bought\x1b")) ==
            (with_a && meaning == date_meaning::purchase
                 ? "-a means that the dates are anniversaries, but 'Bought\\x1b' is the purchase "
                   "date; leave out -a"
                 : ""));
    }
  }
}

TEST_CASE("the names that the user gives take precedence") {
  const field_names fields{read_settings{false, "Bought On", "Product"}};
  CHECK(fields.date_rank("bought_on") == 0);
  CHECK(fields.date_rank("anniversary") == 1);
  CHECK(fields.date_rank("date") == dates.size());
  CHECK(fields.date_ranks() == dates.size() + 1);
  CHECK_FALSE(fields.is_anniversary(0));
  CHECK(fields.competency_rank("PRODUCT") == 0);
  CHECK(fields.competency_rank("competency") == 1);
  CHECK(fields.competency_ranks() == competencies.size() + 1);
  CHECK(field_names{read_settings{true, "x", {}}}.is_anniversary(0));
}

TEST_CASE("a known name that the user gives keeps its meaning") {
  for (const known_date& date : dates) {
    const field_names fields{read_settings{true, std::string{date.name}, {}}};
    CAPTURE(date.name);
    CHECK(fields.date_rank(date.name) == 0);
    CHECK(fields.is_anniversary(0) == (date.meaning != date_meaning::purchase));
    CHECK(fields.contradiction(0, date.name).has_value() ==
          (date.meaning == date_meaning::purchase));
  }
}
