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
#include "write/date_cache.hpp"
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
    const reminder_days reminders = done.plan.reminders();
    const calendar_texts& texts = texts_of(record, done);
    const offer_days days{done};
    id_ = event_id(record, done, settings_.has_labels);
    lines_.clear();
    add_reminder("-first", reminders.first, texts.first, days);
    add_window(texts, days);
    add_reminder("-second", reminders.second, texts.second, days);
    to_.put(lines_);
  }

  void end() override {
    if (any_) to_.put("END:VCALENDAR\r\n");
  }

 private:
  // The days that events are about.
  struct offer_days {
    sys_days given;
    renewal_window window;
    sys_days lapse;
    sys_days extended_to;

    explicit offer_days(const evaluation& done)
        : given{done.given},
          window{done.plan.window()},
          lapse{done.plan.lapse()},
          extended_to{done.plan.next().day} {}

    [[nodiscard]] sys_days at(char mark) const {
      return mark == day_marks::opens    ? window.opens
             : mark == day_marks::closes ? window.closes
             : mark == day_marks::lapse  ? lapse
                                         : extended_to;
    }
  };

  void put_calendar() {
    lines_ =
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//mpn-renewal//mpn-renewal//EN\r\n"
        "CALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\n";
    append_content_line(lines_, fmt::format("X-WR-CALNAME:{}", calendar_name(settings_.in)));
    to_.put(lines_);
  }

  // The texts of all offers without a label that have the same competency, extension and rules are
  // the same.
  const calendar_texts& texts_of(const record& record, const evaluation& done) {
    const auto make = [&] {
      calendar_texts texts = calendar_texts_for(record, done, settings_.in);
      for (std::string* text : {&texts.first, &texts.window, &texts.second, &texts.description})
        *text = ics_text(*text);
      return texts;
    };
    if (!is_blank(record.label.value)) return labeled_ = make();
    const texts_key key{done.offer, done.plan.covid.status() == extension_status::eligible,
                        done.plan.rules_ended.has_value()};
    const auto known = texts_.find(key);
    return known != texts_.end() ? known->second : texts_.emplace(key, make()).first->second;
  }

  void add_reminder(std::string_view uid_suffix, sys_days day, std::string_view summary,
                    const offer_days& days) {
    begin_event(uid_suffix, day, day, days);
    add_text("SUMMARY:", summary, days);
    // 09:00 on the day before. Outlook drops the sign of a positive trigger.
    lines_ += "TRANSP:TRANSPARENT\r\nBEGIN:VALARM\r\nACTION:DISPLAY\r\n";
    add_text("DESCRIPTION:", summary, days);
    lines_ += "TRIGGER:-PT15H\r\nEND:VALARM\r\nEND:VEVENT\r\n";
  }

  void add_window(const calendar_texts& texts, const offer_days& days) {
    begin_event("-window", days.window.opens, days.window.closes, days);
    add_text("SUMMARY:", texts.window, days);
    add_text("DESCRIPTION:", texts.description, days);
    lines_ += "TRANSP:TRANSPARENT\r\nEND:VEVENT\r\n";
  }

  void begin_event(std::string_view uid_suffix, sys_days first, sys_days last,
                   const offer_days& days) {
    lines_ += "BEGIN:VEVENT\r\nUID:";
    lines_ += id_;
    lines_ += uid_suffix;
    lines_ += "\r\nDTSTAMP:";
    add_date_value(days.given);
    lines_ += "T000000Z\r\nDTSTART;VALUE=DATE:";
    add_date_value(first);
    lines_ += "\r\nDTEND;VALUE=DATE:";  // exclusive
    add_date_value(last + mpn::days{1});
    lines_ += "\r\n";
  }

  // A date value (3.3.4): YYYYMMDD.
  void add_date_value(sys_days day) {
    const std::string_view text = written(day);
    lines_ += text.substr(0, 4);
    lines_ += text.substr(5, 2);
    lines_ += text.substr(8, 2);
  }

  // A content line of the text with the days in place of their marks.
  void add_text(std::string_view property, std::string_view text, const offer_days& days) {
    line_ = property;
    for (;;) {
      const auto mark = std::find_if(text.begin(), text.end(), day_marks::is_mark);
      line_ += text.substr(0, static_cast<std::size_t>(mark - text.begin()));
      if (mark == text.end()) break;
      line_ += written(days.at(*mark));
      text.remove_prefix(static_cast<std::size_t>(mark - text.begin()) + 1);
    }
    append_content_line(lines_, line_);
  }

  std::string_view written(sys_days day) {
    return {day_.data(), static_cast<std::size_t>(dates_.write(day, day_.data()) - day_.data())};
  }

  using texts_key = std::tuple<const competency*, bool, bool>;

  output_buffer& to_;
  write_settings settings_;
  bool any_{};
  std::map<texts_key, calendar_texts> texts_;
  calendar_texts labeled_;
  std::string id_;
  std::string lines_;
  std::string line_;
  date_cache dates_;
  std::array<char, 12> day_{};
};

}  // namespace

std::unique_ptr<writer> make_ics_writer(output_buffer& to, const write_settings& settings) {
  return std::make_unique<ics_writer>(to, settings);
}

}  // namespace mpn::app
