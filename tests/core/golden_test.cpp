// The worked examples of Microsoft's pages, and more that were calculated with another language's
// date library.
#include <fstream>
#include <string>
#include <vector>

#include "catch2.hpp"
#include "mpn/renewal.hpp"

namespace {

// The cells of one line. A quoted cell may contain commas, but not quotes or line ends.
std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells{""};
  bool quoted = false;
  for (const char c : line) {
    if (c == '"') {
      quoted = !quoted;
    } else if (c == ',' && !quoted) {
      cells.emplace_back();
    } else if (c != '\r') {
      cells.back() += c;
    }
  }
  return cells;
}

std::string text_of(mpn::sys_days day) { return std::string{mpn::date_text{day}.view()}; }

std::string text_of(mpn::extension_status status) {
  switch (status) {
    case mpn::extension_status::eligible:
      return "eligible";
    case mpn::extension_status::not_eligible:
      return "not_eligible";
    case mpn::extension_status::unknown:
      return "unknown";
  }
  return "";
}

std::string text_of(mpn::extension_reason reason) {
  switch (reason) {
    case mpn::extension_reason::in_range:
      return "in_range";
    case mpn::extension_reason::not_covered:
      return "not_covered";
    case mpn::extension_reason::out_of_range:
      return "out_of_range";
    case mpn::extension_reason::competency_not_given:
      return "competency_not_given";
    case mpn::extension_reason::excluded_competency:
      return "excluded_competency";
    case mpn::extension_reason::not_published:
      return "not_published";
  }
  return "";
}

// The calculated columns of an example.
std::vector<std::string> calculated(const std::string& purchase,
                                    const std::string& anniversary_given, const std::string& name) {
  const auto day = mpn::parse_date(purchase.empty() ? anniversary_given : purchase);
  const auto found = mpn::find_competency(name);
  if (!day || (!found && !name.empty())) return {"invalid date or unknown name"};
  const mpn::offer held = found ? mpn::offer{*found} : mpn::not_given;
  const auto anniversary = purchase.empty() ? mpn::anniversary_date{*day}
                                            : mpn::anniversary_of(mpn::purchase_date{*day});
  const auto s = mpn::schedule_of(mpn::nth_term(anniversary, 1), held);
  if (!s) return {"no schedule"};
  const bool extended = s->covid().status() == mpn::extension_status::eligible;
  return {text_of(s->anniversary.day),
          text_of(s->window().opens),
          text_of(s->window().closes),
          text_of(s->reminders().first),
          text_of(s->reminders().second),
          text_of(s->next().day),
          text_of(s->covid().status()),
          text_of(s->covid().reason),
          extended ? text_of(s->next().day) : "",
          s->rules_ended() ? text_of(mpn::last_day_of_rules(s->offer)) : ""};
}

}  // namespace

TEST_CASE("every column of the worked examples is right") {
  std::ifstream file{MPN_TEST_DATA "/golden.csv"};
  std::string line;
  REQUIRE(std::getline(file, line));
  REQUIRE(cells_of(line) ==
          std::vector<std::string>{"purchase_date", "anniversary_given", "competency",
                                   "anniversary", "opens", "closes", "first_reminder",
                                   "second_reminder", "next_anniversary", "covid_status",
                                   "covid_reason", "extended_to", "rules_ended", "note"});
  int examples = 0;
  while (std::getline(file, line)) {
    CAPTURE(line);
    const auto cells = cells_of(line);
    REQUIRE(cells.size() == 14);
    CHECK(std::vector<std::string>(cells.begin() + 3, cells.begin() + 13) ==
          calculated(cells[0], cells[1], cells[2]));
    ++examples;
  }
  CHECK(examples == 25);
}
