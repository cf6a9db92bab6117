// iCalendar out (RFC 5545): three all-day events per offer, the two reminders and the renewal
// window.
//
// The same input gives the same bytes, so that importing it again changes nothing. There is no
// recurrence rule, because 365 days are not a year.
#include <fmt/format.h>

#include <string>

#include "text/utf8.hpp"
#include "write/uuid.hpp"
#include "write/wording.hpp"
#include "write/writer.hpp"

namespace mpn::app {

namespace {

// Appends a content line (3.1), folded at 75 octets and never inside a character.
void append_content_line(std::string& to, std::string_view line) {
  std::size_t room = 75;
  while (line.size() > room) {
    const std::string_view front = truncate_utf8(line, room);
    to += front;
    to += "\r\n ";
    line.remove_prefix(front.size());
    room = 74;  // the blank of a continuation line counts
  }
  to += line;
  to += "\r\n";
}

// A text value (3.3.11).
std::string ics_text(std::string_view text) {
  std::string value;
  for (const char c : text) {
    if (c == '\\' || c == ';' || c == ',') value += '\\';
    value += c;
  }
  return value;
}

// A date value (3.3.4): YYYYMMDD.
std::string ics_date(sys_days day) {
  const date_text text{day};
  return fmt::format("{}{}{}", text.view().substr(0, 4), text.view().substr(5, 2),
                     text.view().substr(8));
}

// The UUID of an offer's events, without revealing its content (RFC 7986, 5.3). Records that have
// labels are identified by them, so that other columns may change; otherwise by all that they hold.
std::string event_id(const record& record, const evaluation& done, bool has_labels) {
  std::string name{date_text{done.plan.anniversary.day}.view()};
  name += '\n';
  if (done.offer != nullptr) name += done.offer->id;
  if (has_labels) {
    name += '\n';
    name += trimmed(record.label.value);
    return uuid_v5(name);
  }
  if (const auto* const object = std::get_if<object_text>(&record.shape)) {
    name += '\n';
    name += object->text;
    return uuid_v5(name);
  }
  const auto& row = std::get<table_row>(record.shape);
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    if (row.header->replaced[i]) continue;
    name += '\n';
    name += row.cells[i].value;
  }
  return uuid_v5(name);
}

class ics_writer final : public writer {
 public:
  ics_writer(output_buffer& to, const write_settings& settings) : to_{to}, settings_{settings} {}

  void begin(const table_header*) override {}

  void write(const record& record, const evaluation_result& result) override {
    if (!result) return;
    if (!any_) put_calendar();
    any_ = true;
    const evaluation& done = *result;
    const renewal_window window = done.plan.window();
    const reminder_days reminders = done.plan.reminders();
    const calendar_texts texts = calendar_texts_for(record, done, settings_.in);
    const std::string id = event_id(record, done, settings_.has_labels);
    const std::string stamp = ics_date(done.given);
    const auto next_day = [](sys_days day) { return day + days{1}; };
    put_event({id + "-first", stamp, reminders.first, next_day(reminders.first), texts.first, ""});
    put_event({id + "-window", stamp, window.opens, next_day(window.closes), texts.window,
               texts.description});
    put_event(
        {id + "-second", stamp, reminders.second, next_day(reminders.second), texts.second, ""});
  }

  void end() override {
    if (any_) to_.put("END:VCALENDAR\r\n");
  }

 private:
  struct event {
    std::string uid;
    std::string stamp;
    sys_days start;
    sys_days end;  // exclusive
    std::string summary;
    std::string description;  // of the window; empty for a reminder, which has an alarm instead
  };

  void put_calendar() {
    lines_.clear();
    append_content_line(lines_, "BEGIN:VCALENDAR");
    append_content_line(lines_, "VERSION:2.0");
    append_content_line(lines_, "PRODID:-//mpn-renewal//mpn-renewal//EN");
    append_content_line(lines_, "CALSCALE:GREGORIAN");
    append_content_line(lines_, "METHOD:PUBLISH");
    append_content_line(lines_, fmt::format("X-WR-CALNAME:{}", calendar_name(settings_.in)));
    to_.put(lines_);
  }

  void put_event(const event& e) {
    lines_.clear();
    const std::string summary = ics_text(e.summary);
    append_content_line(lines_, "BEGIN:VEVENT");
    append_content_line(lines_, fmt::format("UID:{}", e.uid));
    append_content_line(lines_, fmt::format("DTSTAMP:{}T000000Z", e.stamp));
    append_content_line(lines_, fmt::format("DTSTART;VALUE=DATE:{}", ics_date(e.start)));
    append_content_line(lines_, fmt::format("DTEND;VALUE=DATE:{}", ics_date(e.end)));
    append_content_line(lines_, fmt::format("SUMMARY:{}", summary));
    if (!e.description.empty())
      append_content_line(lines_, fmt::format("DESCRIPTION:{}", ics_text(e.description)));
    append_content_line(lines_, "TRANSP:TRANSPARENT");
    if (e.description.empty()) {
      // 09:00 on the day before. Outlook drops the sign of a positive trigger.
      append_content_line(lines_, "BEGIN:VALARM");
      append_content_line(lines_, "ACTION:DISPLAY");
      append_content_line(lines_, fmt::format("DESCRIPTION:{}", summary));
      append_content_line(lines_, "TRIGGER:-PT15H");
      append_content_line(lines_, "END:VALARM");
    }
    append_content_line(lines_, "END:VEVENT");
    to_.put(lines_);
  }

  output_buffer& to_;
  write_settings settings_;
  bool any_{};
  std::string lines_;
};

}  // namespace

std::unique_ptr<writer> make_ics_writer(output_buffer& to, const write_settings& settings) {
  return std::make_unique<ics_writer>(to, settings);
}

}  // namespace mpn::app
