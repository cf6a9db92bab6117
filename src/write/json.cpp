// JSON out: one object a line, one array, or one object alone.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "mpn/catalogue.hpp"
#include "text/json_text.hpp"
#include "text/limits.hpp"
#include "text/utf8.hpp"
#include "write/error_text.hpp"
#include "write/keywords.hpp"
#include "write/pen.hpp"
#include "write/writers.hpp"

namespace mpn::app {

namespace {

enum class json_layout : std::uint8_t { lines, array, single };

// An upper bound for a schedule: about 450 bytes of names, 110 of days, and the longest competency.
constexpr std::size_t longest_schedule = 1024;
static_assert(std::all_of(catalogue.begin(), catalogue.end(),
                          [](const competency& entry) { return entry.name.size() <= 256; }));

void put_json_schedule(output_buffer& to, const evaluation& done, date_cache& dates) {
  const schedule& plan = done.plan;
  const extension covid = plan.covid();
  pen out{to, longest_schedule, dates};
  out << R"("renewal":{"schema_version":1,)";
  if (plan.offer != not_given) out << R"("competency":")" << plan.offer.entry()->name << R"(",)";
  out << R"("term":)" << plan.term;
  out << R"(,"anniversary":")" << plan.anniversary.day;
  out << R"(","window":{"opens":")" << plan.window().opens;
  out << R"(","closes":")" << plan.window().closes;
  out << R"("},"reminders":{"first":")" << plan.reminders().first;
  out << R"(","second":")" << plan.reminders().second;
  out << R"("},"next_anniversary":")" << plan.next().day;
  out << R"(","covid_extension":{"status":")" << to_string(covid.status());
  out << R"(","reason":")" << to_string(covid.reason) << "\"";
  if (covid.wave != nullptr)
    out << R"(,"wave":")" << covid.wave->name << R"(","extended_to":")" << plan.next().day << "\"";
  out << "}";
  if (plan.rules_ended()) out << R"(,"rules_ended":")" << last_day_of_rules(plan.offer) << "\"";
  if (done.status) {
    out << R"(,"status":{"as_of":")" << done.status->as_of;
    out << R"(","phase":")" << to_string(done.status->now);
    out << R"(","days_left":)" << done.status->left.count() << "}";
  }
  out << "}";
  out.finish();
}

void put_json_error(output_buffer& to, const record_error& error, std::string_view why) {
  const error_code code = code_of(error.reason);
  std::string text = R"("renewal":{"schema_version":1,"error":{"code":")";
  text += to_string(code);
  text += R"(","message":)";
  append_json_string(text, why);
  if (!error.field.empty()) {
    text += R"(,"field":)";
    append_json_string(text, error.field);
  }
  if (code == error_code::malformed_record) {
    text += R"(,"input":)";
    append_json_string(text, replace_invalid(truncate_utf8(error.value, limits::excerpt)));
  }
  to.put(text);
  to.put("}}");
}

class json_writer final : public writer {
 public:
  json_writer(output_buffer& to, json_layout layout) : to_{to}, layout_{layout} {}

  void begin(const table_header* header) override {
    if (header == nullptr) return;
    std::string_view before = "{";
    for (std::size_t i = 0; i < header->names.size(); ++i) {
      std::string key;
      if (!header->is_renewal[i]) {
        key = before;
        append_json_string(key, replace_invalid(header->names[i]));
        key += ":\"";
        before = "\",";
      }
      keys_.push_back(std::move(key));
    }
  }

  void write(const record& record, const evaluation_result& result) override {
    if (layout_ == json_layout::array) to_.put(any_ ? ",\n" : "[\n");
    any_ = true;
    const auto* const row = std::get_if<table_row>(&record.shape);
    if (record.malformed) {
      to_.put('{');
      put_renewal(result);
      to_.put('}');
    } else if (row != nullptr) {
      put_row(*row, result);
    } else {
      put_object(std::get<object_text>(record.shape), record.only_renewal, result);
    }
    // In JSON Lines the line ends are those of the input; in all other cases the layout is ours.
    if (layout_ == json_layout::lines) to_.put(row == nullptr ? record.line_end : "\n");
    if (layout_ == json_layout::single) to_.put('\n');
  }

  void end() override {
    if (layout_ == json_layout::array) to_.put(any_ ? "\n]\n" : "[]\n");
  }

 private:
  void put_row(const table_row& row, const evaluation_result& result) {
    bool any = false;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      if (keys_[i].empty()) continue;
      any = true;
      to_.put(keys_[i]);
      const std::string_view value = row.cells[i].value;
      // Without the row's flag, csv to ndjson takes 11 % more instructions.
      if (row.needs_no_escaping || needs_no_escaping(value)) {
        to_.put(value);
      } else {
        scratch_.clear();
        append_json_string(scratch_, value);
        to_.put(std::string_view{scratch_}.substr(1, scratch_.size() - 2));
      }
    }
    to_.put(any ? std::string_view{"\","} : std::string_view{"{"});
    put_renewal(result);
    to_.put('}');
  }

  void put_object(const object_text& object, bool only_renewal, const evaluation_result& result) {
    // Blanks around an object belong to it only where it is a line.
    const std::string_view text = object.text;
    const bool lines = layout_ == json_layout::lines;
    const std::size_t start = lines ? 0 : text.find('{');
    const std::size_t end = lines ? text.size() : text.rfind('}') + 1;
    if (only_renewal) return put_text(text.substr(start, end - start));
    put_text(text.substr(start, object.insert_at - start));
    if (object.has_members) to_.put(',');
    put_renewal(result);
    put_text(text.substr(object.insert_at, end - object.insert_at));
  }

  void put_renewal(const evaluation_result& result) {
    if (result)
      put_json_schedule(to_, *result, dates_);
    else
      put_json_error(to_, result.error(), explanations_.of(result.error()));
  }

  // A line break in a valid object is between tokens; in JSON Lines it cannot stay.
  void put_text(std::string_view json) {
    const auto has = [&](char c) { return json.find(c) != std::string_view::npos; };
    const bool has_line_break = layout_ == json_layout::lines && (has('\n') || has('\r'));
    to_.put(has_line_break ? std::string_view{scratch_ = compact_json(json)} : json);
  }

  output_buffer& to_;
  json_layout layout_;
  bool any_{};
  // For each column, everything between the value before it and its own; empty: the column is left
  // out.
  std::vector<std::string> keys_;
  std::string scratch_;
  date_cache dates_;
  error_text explanations_{explanation, language::english};
};

}  // namespace

std::unique_ptr<writer> make_json_writer(output_buffer& to, const write_settings& settings) {
  return std::make_unique<json_writer>(
      to, settings.from == record_source::records ? json_layout::array : json_layout::single);
}

std::unique_ptr<writer> make_ndjson_writer(output_buffer& to, const write_settings&) {
  return std::make_unique<json_writer>(to, json_layout::lines);
}

}  // namespace mpn::app
