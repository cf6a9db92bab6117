// iCalendar out (RFC 5545): three all-day events per offer, the two reminders and the renewal
// window.
//
// The same input gives the same bytes, so that importing it again changes nothing. There is no
// recurrence rule, because 365 days are not a year.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <tuple>

#include "text/utf8.hpp"
#include "write/calendar_wording.hpp"
#include "write/date_cache.hpp"
#include "write/text_template.hpp"
#include "write/uuid.hpp"
#include "write/writers.hpp"

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

// The UUID of an offer's events, without revealing its content (RFC 7986, 5.3). Records that have
// labels are identified by them, so that other columns may change; otherwise by all that they hold.
std::string event_id(const record& record, const evaluation& done, bool has_labels) {
  std::string name{date_text{done.plan.anniversary.day}.view()};
  name += '\n';
  if (done.plan.offer != not_given) name += done.plan.offer.entry()->id;
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
  const auto for_each_kept = [&](auto add) {
    for (std::size_t i = 0; i < row.cells.size(); ++i)
      if (row.keeps(i)) add(row.cells[i].value);
  };
  bool has_line_feed = false;
  for_each_kept(
      [&](std::string_view v) { has_line_feed |= v.find('\n') != std::string_view::npos; });
  // Where cells contain line feeds, sizes separate them, and a line feed in front separates these
  // names from all others. The other names must never change.
  if (has_line_feed) name.insert(0, 1, '\n');
  for_each_kept([&](std::string_view value) {
    name += '\n';
    if (has_line_feed) name += fmt::format("{}:", value.size());
    name += value;
  });
  return uuid_v5(name);
}

// What differs between the events of offers that have the same texts. The first is their UUID, the
// last four are days in those texts, the others are date values (3.3.4): YYYYMMDD.
namespace event_value {
enum index : std::size_t {
  id,
  stamp,
  first_start,
  first_end,
  window_start,
  window_end,
  second_start,
  second_end,
  opens,
  closes,
  lapse,
  extended_to
};
}  // namespace event_value
constexpr std::array<std::size_t, 12> value_sizes{36, 8, 8, 8, 8, 8, 8, 8, 10, 10, 10, 10};

std::string placeholder_for(event_value::index value) {
  std::string placeholder(value_sizes[value], text_template::mark(value));
  return placeholder;
}

// Appends the lines that all events have.
void begin_event(std::string& to, std::string_view uid_suffix, event_value::index start,
                 event_value::index end, std::string_view summary) {
  to += "BEGIN:VEVENT\r\n";
  append_content_line(to, fmt::format("UID:{}{}", placeholder_for(event_value::id), uid_suffix));
  append_content_line(to, fmt::format("DTSTAMP:{}T000000Z", placeholder_for(event_value::stamp)));
  append_content_line(to, fmt::format("DTSTART;VALUE=DATE:{}", placeholder_for(start)));
  append_content_line(to, fmt::format("DTEND;VALUE=DATE:{}", placeholder_for(end)));  // exclusive
  append_content_line(to, fmt::format("SUMMARY:{}", summary));
}

void append_reminder(std::string& to, std::string_view uid_suffix, event_value::index start,
                     event_value::index end, const std::string& text) {
  const std::string summary = ics_text(text);
  begin_event(to, uid_suffix, start, end, summary);
  // 09:00 on the day before. Outlook drops the sign of a positive trigger.
  to += "TRANSP:TRANSPARENT\r\nBEGIN:VALARM\r\nACTION:DISPLAY\r\n";
  append_content_line(to, fmt::format("DESCRIPTION:{}", summary));
  to += "TRIGGER:-PT15H\r\nEND:VALARM\r\nEND:VEVENT\r\n";
}

void append_window(std::string& to, const calendar_texts& texts) {
  begin_event(to, "-window", event_value::window_start, event_value::window_end,
              ics_text(texts.window));
  append_content_line(to, fmt::format("DESCRIPTION:{}", ics_text(texts.description)));
  to += "TRANSP:TRANSPARENT\r\nEND:VEVENT\r\n";
}

text_template events_template(const record& record, const evaluation& done, language lang) {
  const calendar_texts texts =
      calendar_texts_for(record, done,
                         {.opens = placeholder_for(event_value::opens),
                          .closes = placeholder_for(event_value::closes),
                          .lapse = placeholder_for(event_value::lapse),
                          .extended_to = placeholder_for(event_value::extended_to)},
                         lang);
  std::string text;
  append_reminder(text, "-first", event_value::first_start, event_value::first_end, texts.first);
  append_window(text, texts);
  append_reminder(text, "-second", event_value::second_start, event_value::second_end,
                  texts.second);
  return {text, value_sizes};
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
    if (is_blank(record.label.value))
      put_events(template_for(record, done), record, done);
    else
      put_events(events_template(record, done, settings_.lang), record, done);
  }

  void end() override {
    if (any_) to_.put("END:VCALENDAR\r\n");
  }

 private:
  void put_calendar() {
    std::string lines =
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//mpn-renewal//mpn-renewal//EN\r\n"
        "CALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\n";
    append_content_line(lines, fmt::format("X-WR-CALNAME:{}", calendar_name(settings_.lang)));
    to_.put(lines);
  }

  // Without a label, the texts are the same for a competency, an extension and the rules. Kept,
  // they save four fifths of the instructions.
  const text_template& template_for(const record& record, const evaluation& done) {
    const bool extended = done.plan.covid().status() == extension_status::eligible;
    const std::tuple key{done.plan.offer.entry(), extended, done.plan.rules_ended()};
    const auto known = templates_.find(key);
    if (known != templates_.end()) return known->second;
    return templates_.emplace(key, events_template(record, done, settings_.lang)).first->second;
  }

  void put_events(const text_template& events, const record& record, const evaluation& done) {
    const renewal_window window = done.plan.window();
    const reminder_days reminders = done.plan.reminders();
    const std::string uuid = event_id(record, done, settings_.has_labels);
    std::array<std::string_view, value_sizes.size()> values{};
    std::array<std::array<char, 12>, value_sizes.size()> texts{};
    const auto set_day = [&](event_value::index value, sys_days day) {
      dates_.write(day, texts[value].data());
      values[value] = {texts[value].data(), value_sizes[value]};
    };
    const auto set_date_value = [&](event_value::index value, sys_days day) {
      set_day(value, day);
      char* const text = texts[value].data();  // YYYY-MM-DD without the hyphens
      std::copy_n(text + 5, 2, text + 4);
      std::copy_n(text + 8, 2, text + 6);
    };
    values[event_value::id] = uuid;
    set_date_value(event_value::stamp, done.given);
    set_date_value(event_value::first_start, reminders.first);
    set_date_value(event_value::first_end, reminders.first + days{1});
    set_date_value(event_value::window_start, window.opens);
    set_date_value(event_value::window_end, window.closes + days{1});
    set_date_value(event_value::second_start, reminders.second);
    set_date_value(event_value::second_end, reminders.second + days{1});
    set_day(event_value::opens, window.opens);
    set_day(event_value::closes, window.closes);
    set_day(event_value::lapse, done.plan.lapse());
    set_day(event_value::extended_to, done.plan.next().day);
    events.fill(to_, values);
  }

  output_buffer& to_;
  write_settings settings_;
  bool any_{};
  std::map<std::tuple<const competency*, bool, bool>, text_template> templates_;
  date_cache dates_;
};

}  // namespace

std::unique_ptr<writer> make_ics_writer(output_buffer& to, const write_settings& settings) {
  return std::make_unique<ics_writer>(to, settings);
}

}  // namespace mpn::app
