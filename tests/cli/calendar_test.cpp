// Events of several offers in one calendar.
#include <string>
#include <vector>

#include "catch2.hpp"
#include "in_process.hpp"

namespace mpn::test {

namespace {

// The events of a calendar, without its first and last lines.
std::string events_of(const std::string& calendar) {
  const std::size_t start = calendar.find("BEGIN:VEVENT");
  return calendar.substr(start, calendar.rfind("END:VCALENDAR") - start);
}

}  // namespace

TEST_CASE("the events of an offer do not depend on the offers before it") {
  const std::string header = "purchase_date,competency,customer\n";
  std::vector<std::string> rows;
  // Before, within and after the extension wave, and after the end of the rules.
  for (const std::string day : {"2018-04-20", "2020-04-20", "2020-09-20", "2026-04-20"})
    for (const std::string name :
         {"Security", "Cloud Business Applications", "SAP on Microsoft Azure", ""})
      for (const std::string label : {"", "Contoso", ""})
        rows.push_back(day + "," + name + "," + label + "\n");
  for (const std::string language : {"en", "ko"}) {
    const std::vector<std::string> options{"-f",     "ics",           "--lang",
                                           language, "--label-field", "customer"};
    std::string table = header;
    std::string events;
    for (const std::string& row : rows) {
      table += row;
      events += events_of(run(options, header + row).out);
    }
    CHECK(events_of(run(options, table).out) == events);
  }
}

}  // namespace mpn::test
