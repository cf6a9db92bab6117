#include <string>

#include "text/utf8.hpp"
#include "write/uuid.hpp"
#include "write/wording.hpp"
#include "write/writer.hpp"

namespace mpn::app {

namespace {

// One content line (RFC 5545, 3.1), folded before its 76th octet and never inside a character.
void append_line(std::string& to, std::string_view line) {
  std::size_t room = 75;
  while (line.size() > room) {
    const std::string_view front = beginning(line, room);
    to += front;
    to += "\r\n ";
    line.remove_prefix(front.size());
    room = 74;  // the blank of a continuation counts
  }
  to += line;
  to += "\r\n";
}

// A text value (3.3.11).
std::string escaped(std::string_view text) {
  std::string value;
  for (const char c : text) {
    if (c == '\\' || c == ';' || c == ',') value += '\\';
    value += c;
  }
  return value;
}

// A date (3.3.4): YYYYMMDD.
std::string compact(sys_days day) {
  const date_text text{day};
  return fmt::format("{}{}{}", text.view().substr(0, 4), text.view().substr(5, 2),
                     text.view().substr(8));
}

// Three all-day events an offer: the two reminders and the window. The same input gives the same
// bytes, so that importing it again changes nothing; there is no recurrence, because 365 days are
// not a year.
class ics_writer final : public writer {
 public:
  ics_writer(output& to, const options& asked)
      : to_{to}, spoken_{asked.spoken}, counted_{asked.counted} {}

  void begin(const columns* header) override { header_ = header; }

  void write(const record& came, const outcome& became) override {
    if (!became) return;
    if (!any_) put_calendar();
    any_ = true;
    const worked& done = *became;
    const renewal_window window = done.plan.window();
    const reminder_days reminders = done.plan.reminders();
    const std::string_view name =
        done.offer != nullptr ? display_name(*done.offer, spoken_) : no_name.in(spoken_);
    const std::string id = identifier(came, done);
    const std::string summary_first = opens.in(spoken_, name, date_text{window.opens});
    const std::string summary_second = closes.in(spoken_, name, date_text{window.closes});
    put_event({id + "-first", reminders.first, reminders.first + days{1}, summary_first, true},
              done);
    put_event(
        {id + "-window", window.opens, window.closes + days{1}, renewal.in(spoken_, name), false},
        done);
    put_event({id + "-second", reminders.second, reminders.second + days{1}, summary_second, true},
              done);
  }

  void end() override {
    if (any_) to_.put("END:VCALENDAR\r\n");
  }

 private:
  static constexpr plain_phrase no_name{"Partner Network offer", "파트너 네트워크 항목"};
  static constexpr phrase<std::string_view, date_text> opens{"{}: renewal opens on {}",
                                                             "{}: {}부터 갱신 가능"};
  static constexpr phrase<std::string_view> renewal{"{}: renewal window", "{}: 갱신 기간"};
  static constexpr phrase<std::string_view, date_text> closes{"{}: last reminder, renew by {}",
                                                              "{}: 마지막 미리 알림, {}까지 갱신"};
  static constexpr phrase<date_text, date_text, date_text> description{
      "Anniversary {}. Benefits continue until {}; they are lost from {} on, unless it is "
      "renewed. ",
      "1주년 {}. 혜택은 {}까지 유지되며, 갱신하지 않으면 {}부터 잃습니다. "};

  struct event {
    std::string uid;
    sys_days start;
    sys_days end;  // exclusive
    std::string_view summary;
    bool has_alarm;
  };

  void put_calendar() {
    to_.put(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//mpn-renewal//mpn-renewal//"
        "EN\r\nCALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\n");
  }

  void put_event(const event& e, const worked& done) {
    const schedule& plan = done.plan;
    const std::string text =
        description.in(spoken_, date_text{plan.anniversary.day}, date_text{plan.window().closes},
                       date_text{plan.lapse()}) +
        extension_sentences(done, counted_, spoken_);
    lines_.clear();
    append_line(lines_, "BEGIN:VEVENT");
    append_line(lines_, fmt::format("UID:{}", e.uid));
    append_line(lines_, fmt::format("DTSTAMP:{}T000000Z", compact(done.given)));
    append_line(lines_, fmt::format("DTSTART;VALUE=DATE:{}", compact(e.start)));
    append_line(lines_, fmt::format("DTEND;VALUE=DATE:{}", compact(e.end)));
    append_line(lines_, fmt::format("SUMMARY:{}", escaped(e.summary)));
    append_line(lines_, fmt::format("DESCRIPTION:{}", escaped(text)));
    append_line(lines_, "TRANSP:TRANSPARENT");
    if (e.has_alarm) {
      // Nine in the morning of the day before; Outlook drops the sign of a positive trigger.
      append_line(lines_, "BEGIN:VALARM");
      append_line(lines_, "ACTION:DISPLAY");
      append_line(lines_, fmt::format("DESCRIPTION:{}", escaped(e.summary)));
      append_line(lines_, "TRIGGER:-PT15H");
      append_line(lines_, "END:VALARM");
    }
    append_line(lines_, "END:VEVENT");
    to_.put(lines_);
  }

  // Over the anniversary, the competency and the record as it came: the same for identical records,
  // and telling nothing of them (RFC 7986, 5.3).
  [[nodiscard]] std::string identifier(const record& came, const worked& done) const {
    std::string name{date_text{done.plan.anniversary.day}.view()};
    name += '\n';
    if (done.offer != nullptr) name += done.offer->id;
    if (header_ == nullptr) {
      name += '\n';
      name += came.text;
    }
    for (std::size_t i = 0; i < came.cells.size(); ++i)
      if (!header_->replaced[i]) {
        name += '\n';
        name += came.cells[i].value;
      }
    return uuid_of(name);
  }

  output& to_;
  language spoken_;
  waves counted_;
  const columns* header_{};
  bool any_{};
  std::string lines_;
};

}  // namespace

std::unique_ptr<writer> make_ics_writer(output& to, const options& asked) {
  return std::make_unique<ics_writer>(to, asked);
}

}  // namespace mpn::app
