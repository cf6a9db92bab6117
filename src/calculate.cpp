#include "calculate.hpp"

#include "cli/date_order_hint.hpp"
#include "io/platform.hpp"
#include "read/detect.hpp"
#include "read/plain.hpp"
#include "text/utf8.hpp"
#include "write/check.hpp"

namespace mpn::app {

namespace {

constexpr int all_good = 0;
constexpr int some_bad = 1;

// The output format for an input if the user chose no other.
const output_format& format_for(input_format format) {
  switch (format) {
    case input_format::csv:
      return csv_format;
    case input_format::json_lines:
      return ndjson_format;
    case input_format::json_object:
    case input_format::json_array:
      return json_format;
    case input_format::plain_lines:
      break;
  }
  return text_format;
}

// A run that calculates schedules.
class calculation {
 public:
  calculation(const options& options, const environment& environment, source& in,
              output_buffer& out, diagnostics& messages)
      : options_{options}, environment_{environment}, in_{in}, out_{out}, messages_{messages} {}

  int one_offer() {
    plain_record parsed{options_.read.dates_are_anniversaries};
    record offer;
    offer.line_end = "\n";
    parsed.parse(*options_.offer, needs_no_escaping(*options_.offer), offer);
    const evaluation_result result = evaluate(offer, options_.evaluation);
    if (!result) {
      report_argument(result.error());
      return failed;
    }
    if (options_.check) {
      check_writer check{out_, options_.lang, is_quiet_check(), ""};
      check.write(offer, result);
      check.put_status();
      return static_cast<int>(check.state());
    }
    const output_format& format = options_.format != nullptr ? *options_.format : text_format;
    const auto to = format.make_writer(out_, settings_for(record_source::arguments));
    selection stages{*to, options_.select};
    stages.first().begin(&parsed.header());
    stages.first().write(offer, result);
    stages.first().end();
    return all_good;
  }

  int many_offers() {
    if (!options_.input || *options_.input == "-") return many_offers(in_, "(stdin)");
    const auto file = platform::open_file(*options_.input);
    if (file) return many_offers(**file, *options_.input);
    messages_.report(*options_.input, file.error());
    return failed;
  }

 private:
  int many_offers(source& from, std::string_view name) {
    input_buffer input{from, [this] { out_.flush(); }};
    const field_names fields{options_.read};
    const auto detected = detect_format(input, options_.read, fields);
    // After a read error, the records before it are still processed.
    if (input.error() && (!detected || input.text().empty())) {
      messages_.report(name, input.error());
      return failed;
    }
    if (!detected) {
      messages_.report(name, detected.error());
      return failed;
    }
    if (detected->note) report(name, *detected->note);
    if (options_.check) {
      check_writer check{out_, options_.lang, is_quiet_check(), name};
      const auto done = process(*detected, input, name, check, bad_record_detail::nothing);
      if (done.broke_off) check.fail(messages_.last());
      check.put_status();
      return static_cast<int>(check.state());
    }

    const output_format& format =
        options_.format != nullptr ? *options_.format : format_for(detected->format);
    if (format.needs_table && detected->header == nullptr) {
      static constexpr words no_columns{
          "JSON has no columns for csv; use -f ndjson … | mlr --ijsonl --ocsv flatten then "
          "unsparsify",
          "JSON에는 CSV로 바꿀 열이 없습니다. -f ndjson … | mlr --ijsonl --ocsv flatten then "
          "unsparsify 명령을 사용하십시오"};
      messages_.report(no_columns.in(options_.lang));
      return failed;
    }
    const auto to =
        format.make_writer(out_, settings_for(detected->format == input_format::json_object
                                                  ? record_source::json_object
                                                  : record_source::records));
    selection stages{*to, options_.select};
    stages.first().begin(detected->header);
    const auto detail = options_.quiet            ? bad_record_detail::nothing
                        : &format == &text_format ? bad_record_detail::count_only
                                                  : bad_record_detail::first_ones;
    const totals counted = process(*detected, input, name, stages.first(), detail);
    if (counted.broke_off) return failed;
    if (counted.bad != 0) return some_bad;
    if (!format.needs_offers || counted.good != 0) return all_good;
    static constexpr words no_offer{"no offer at all, so nothing is written",
                                    "제안이 없어 아무것도 쓰지 않습니다"};
    if (!options_.quiet)
      messages_.report(fmt::format("{}: {}", escaped(name), no_offer.in(options_.lang)));
    return some_bad;
  }

  struct totals {
    std::uint64_t good{};
    std::uint64_t bad{};
    bool broke_off{};  // the input was not read to its end
  };

  // Evaluates every record of the input, passes it to the writer and ends the output.
  totals process(const detected_input& detected, const input_buffer& input, std::string_view name,
                 writer& to, bad_record_detail detail) {
    totals counted;
    bad_records bad{messages_, name, detail};
    date_order_hint hint{messages_, name, options_.evaluation.order};
    record next;
    for (; !out_.error() && detected.records->read(next); next.clear()) {
      const evaluation_result result = evaluate(next, options_.evaluation);
      if (result) {
        ++counted.good;
      } else {
        bad.add(next.line, result.error());
        hint.add(result.error());
      }
      to.write(next, result);
    }
    to.end();
    out_.flush();  // so that a terminal shows the counts of errors below the output
    bad.finish();
    if (detail != bad_record_detail::nothing) hint.finish();
    counted.bad = bad.count();
    const input_error* const error = detected.records->error();
    counted.broke_off = input.error() || error != nullptr;
    if (input.error())
      messages_.report(name, input.error());
    else if (error != nullptr)
      messages_.report(name, *error);
    else
      for (const input_note& note : detected.records->notes()) report(name, note);
    return counted;
  }

  // A FILE always gets its line: an old OK must not stand.
  [[nodiscard]] bool is_quiet_check() const { return options_.quiet && !options_.output; }

  void report(std::string_view name, const input_note& note) {
    if (!options_.quiet && !options_.check) messages_.report(name, note);
  }

  [[nodiscard]] write_settings settings_for(record_source from) const {
    write_settings settings;
    settings.from = from;
    settings.lang = options_.lang;
    settings.colored = options_.color == colors::always ||
                       (options_.color == colors::automatic && environment_.output_is_terminal &&
                        !environment_.no_color && !options_.output);
    settings.excel = options_.excel;
    settings.has_status = options_.evaluation.as_of.has_value();
    settings.has_labels = options_.read.label_field.has_value();
    return settings;
  }

  void report_argument(const record_error& error) {
    static constexpr message<std::string> is_file{
        "'{0}' is a file, not a date: use -i {0}",
        "'{0}': 날짜가 아니라 파일입니다. -i {0} 옵션을 사용하십시오"};
    static constexpr message<std::string> date_first{
        "'{}' is not a date; the date comes first: mpn-renewal DATE [COMPETENCY]...",
        "'{}': 날짜가 아닙니다. 날짜를 먼저 입력하십시오: mpn-renewal DATE [역량]..."};
    const std::string& offer = *options_.offer;
    const bool is_date = code_of(error.reason) == error_code::invalid_date;
    if (is_date && platform::is_file(offer))
      messages_.report(is_file.in(options_.lang, escaped(offer)));
    else if (is_date && error.value.find_first_of("0123456789") == std::string_view::npos)
      messages_.report(date_first.in(options_.lang, printable(error.value)));
    else
      messages_.report(sentence(error, options_.lang));
  }

  const options& options_;
  const environment& environment_;
  source& in_;
  output_buffer& out_;
  diagnostics& messages_;
};

}  // namespace

int calculate(const options& options, const environment& environment, source& in,
              output_buffer& out, diagnostics& messages) {
  calculation job{options, environment, in, out, messages};
  return options.offer ? job.one_offer() : job.many_offers();
}

}  // namespace mpn::app
