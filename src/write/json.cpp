#include <fmt/format.h>

#include <array>
#include <string>
#include <vector>

#include "read/line_reader.hpp"
#include "text/json_text.hpp"
#include "text/utf8.hpp"
#include "write/pen.hpp"
#include "write/writer.hpp"

namespace mpn::app {

namespace {

// Longer than any schedule: about 450 bytes of names, 100 of days, and the longest competency.
constexpr std::size_t longest_schedule = 1024;

// The extension's status and its reason, which go together.
std::string_view decision_text(extension_reason reason) {
  static const auto texts = [] {
    std::array<std::string, 6> all;
    for (std::size_t i = 0; i < all.size(); ++i) {
      const extension decision{static_cast<extension_reason>(i), nullptr};
      all[i] = fmt::format(R"("status":"{}","reason":"{}")", name_of(decision.status()),
                           name_of(decision.reason));
    }
    return all;
  }();
  return texts[static_cast<std::size_t>(reason)];
}

void put_schedule(output& to, const worked& done, day_writer& days) {
  const schedule& plan = done.plan;
  const extension& covid = plan.covid;
  pen out{to, longest_schedule, days};
  out << R"("renewal":{"schema_version":1,)";
  if (done.offer != nullptr) out << R"("competency":")" << done.offer->name << R"(",)";
  out << R"("term":)" << plan.term << R"(,"anniversary":")" << plan.anniversary.day;
  out << R"(","window":{"opens":")" << plan.window().opens << R"(","closes":")"
      << plan.window().closes;
  out << R"("},"reminders":{"first":")" << plan.reminders().first << R"(","second":")"
      << plan.reminders().second;
  out << R"("},"next_anniversary":")" << plan.next().day;
  out << R"(","covid_extension":{)" << decision_text(covid.reason);
  if (covid.wave != nullptr)
    out << R"(,"wave":")" << covid.wave->name << R"(","extended_to":")" << plan.next().day << "\"";
  out << "}";
  if (done.status) {
    out << R"(,"status":{"as_of":")" << done.status->as_of << R"(","phase":")"
        << name_of(done.status->now);
    out << R"(","days_left":)" << done.status->left.count() << "}";
  }
  out << "}";
  out.finish();
}

void put_failure(output& to, const failure& why, std::string_view excerpt) {
  to.put(R"("renewal":{"schema_version":1,"error":{"code":")");
  to.put(name_of(why.code));
  to.put(R"(","message":)");
  std::string text;
  append_json_string(text, why.message.english);
  if (!why.field.empty()) {
    text += R"(,"field":)";
    append_json_string(text, why.field);
  }
  if (why.code == error_code::malformed_record) {
    text += R"(,"input":)";
    append_json_string(text, repaired(beginning(excerpt, longest_excerpt)));
  }
  to.put(text);
  to.put("}}");
}

class json_writer final : public writer {
 public:
  json_writer(output& to, json_layout layout) : to_{to}, layout_{layout} {}

  void begin(const columns* header) override {
    if (header == nullptr) return;
    std::string_view before = "{";
    for (std::size_t i = 0; i < header->names.size(); ++i) {
      std::string key;
      if (!header->replaced[i]) {
        key = before;
        append_json_string(
            key,
            repaired(
                header->names[i]));  // of a header only the names we look for are known to be text
        key += ":\"";
        before = "\",";
      }
      keys_.push_back(std::move(key));
    }
  }

  void write(const record& came, const outcome& became) override {
    if (layout_ == json_layout::array) to_.put(any_ ? ",\n" : "[\n");
    any_ = true;
    if (!became && became.error().code == error_code::malformed_record) {
      to_.put('{');
      put_renewal(came, became);
      to_.put('}');
    } else if (came.header != nullptr) {
      put_row(came, became);
    } else {
      put_object(came, became);
    }
    // In JSON Lines the line ends are the input's own; everywhere else the layout is ours.
    if (layout_ == json_layout::lines) to_.put(came.header == nullptr ? came.line_end : "\n");
    if (layout_ == json_layout::single) to_.put('\n');
  }

  void end() override {
    if (layout_ == json_layout::array) to_.put(any_ ? "\n]\n" : "[]\n");
  }

 private:
  void put_row(const record& came, const outcome& became) {
    bool any = false;
    for (std::size_t i = 0; i < came.cells.size(); ++i) {
      if (keys_[i].empty()) continue;
      any = true;
      to_.put(keys_[i]);
      const std::string_view value = came.cells[i].value;
      if (came.is_plain || is_plain(value)) {
        to_.put(value);
      } else {
        escaped_.clear();
        append_json_string(escaped_, value);
        to_.put(std::string_view{escaped_}.substr(1, escaped_.size() - 2));
      }
    }
    to_.put(any ? "\"," : "{");
    put_renewal(came, became);
    to_.put('}');
  }

  void put_object(const record& came, const outcome& became) {
    // Blanks around an object are its own only where it is a line.
    const std::size_t start = layout_ == json_layout::lines ? 0 : came.text.find('{');
    const std::size_t end =
        layout_ == json_layout::lines ? came.text.size() : came.text.rfind('}') + 1;
    if (came.only_renewal) return put_text(came.text.substr(start, end - start));
    put_text(came.text.substr(start, came.insert_at - start));
    if (came.has_members) to_.put(',');
    put_renewal(came, became);
    put_text(came.text.substr(came.insert_at, end - came.insert_at));
  }

  void put_renewal(const record& came, const outcome& became) {
    if (became)
      put_schedule(to_, *became, days_);
    else
      put_failure(to_, became.error(), came.text);
  }

  // A line break in a valid object stands between tokens; where a record has to be a line, it
  // cannot stay.
  void put_text(std::string_view json) {
    const bool several_lines =
        layout_ == json_layout::lines && json.find_first_of("\r\n") != std::string_view::npos;
    to_.put(several_lines ? std::string_view{escaped_ = compacted(json)} : json);
  }

  output& to_;
  json_layout layout_;
  bool any_{};
  std::vector<std::string>
      keys_;  // of the columns, each with all that stands between two values; empty: left out
  std::string escaped_;
  day_writer days_;
};

}  // namespace

std::unique_ptr<writer> make_json_writer(output& to, json_layout layout) {
  return std::make_unique<json_writer>(to, layout);
}

}  // namespace mpn::app
