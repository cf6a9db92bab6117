// Reads a calendar with libical and prints one line per event: UID, DTSTART, DTEND (exclusive),
// "days" or "times", and the number of alarms.
#include <libical/ical.h>

#include <cstdio>
#include <iostream>
#include <iterator>
#include <string>

int main() {
  const std::string text{std::istreambuf_iterator<char>{std::cin}, {}};
  icalcomponent* const calendar = icalparser_parse_string(text.c_str());
  if (calendar == nullptr || icalcomponent_count_errors(calendar) != 0) return 1;
  for (icalcomponent* event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);
       event != nullptr;
       event = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT)) {
    const icaltimetype start = icalcomponent_get_dtstart(event);
    const icaltimetype end = icalcomponent_get_dtend(event);
    const bool days = start.is_date != 0 && end.is_date != 0;
    std::printf("%s %04d-%02d-%02d %04d-%02d-%02d %s %d\n", icalcomponent_get_uid(event),
                start.year, start.month, start.day, end.year, end.month, end.day,
                days ? "days" : "times",
                icalcomponent_count_components(event, ICAL_VALARM_COMPONENT));
  }
  icalcomponent_free(calendar);
  return 0;
}
