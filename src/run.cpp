#include "run.hpp"

#include <algorithm>
#include <optional>

#include "cli/date_order_hint.hpp"
#include "cli/diagnostics.hpp"
#include "cli/help.hpp"
#include "docs/generate.hpp"
#include "io/platform.hpp"
#include "read/detect.hpp"
#include "read/plain.hpp"
#include "text/utf8.hpp"
#include "write/check.hpp"

namespace mpn::app {

namespace {

// The status of a run that failed, until it is known what number that has.
constexpr int failed = -1;

int exit_status(int status, bool check) {
  constexpr int failed_run = 2;
  if (status != failed) return status;
  return check ? static_cast<int>(check_state::unknown) : failed_run;
}

constexpr int all_good = 0;
constexpr int some_bad = 1;

// The format that goes with an input when the user chose none.
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
    parsed.parse(*options_.offer, offer);
    const evaluation_result result = evaluate(offer, options_.evaluation);
    if (!result) {
      report_argument(result.error());
      return failed;
    }
    if (options_.check) {
      check_writer check{out_, options_.in, is_quiet_check(), ""};
      check.write(offer, result);
      check.end();
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
      check_writer check{out_, options_.in, is_quiet_check(), name};
      const auto done = process(*detected, input, name, check, bad_record_detail::nothing);
      if (done.broke_off) check.fail(messages_.last());
      check.end();
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
      messages_.report(no_columns.in(options_.in));
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
    stages.first().end();
    if (counted.broke_off) return failed;
    const bool nothing_to_show = format.needs_offers && counted.good == 0;
    return counted.bad == 0 && !nothing_to_show ? all_good : some_bad;
  }

  struct totals {
    std::uint64_t good{};
    std::uint64_t bad{};
    bool broke_off{};  // the input was not read to its end
  };

  // Evaluates every record of the input and passes it to the writer.
  totals process(const detected_input& detected, const input_buffer& input, std::string_view name,
                 writer& to, bad_record_detail detail) {
    totals counted;
    bad_records bad{messages_, name, detail};
    date_order_hint hint{messages_, name, options_.evaluation.order};
    record next;
    while (!out_.error() && detected.records->read(next)) {
      const evaluation_result result = evaluate(next, options_.evaluation);
      if (result) {
        ++counted.good;
      } else {
        bad.add(next.line, result.error());
        hint.add(result.error());
      }
      to.write(next, result);
    }
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
    settings.in = options_.in;
    settings.colored = options_.color == colors::always ||
                       (options_.color == colors::automatic && environment_.output_is_terminal &&
                        !environment_.no_color && !options_.output);
    settings.excel = options_.excel;
    settings.has_status = options_.evaluation.as_of.has_value();
    settings.has_labels = options_.read.label_field.has_value();
    settings.counted = options_.evaluation.counted;
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
      messages_.report(is_file.in(options_.in, escaped(offer)));
    else if (is_date && error.value.find_first_of("0123456789") == std::string_view::npos)
      messages_.report(date_first.in(options_.in, printable(error.value)));
    else
      messages_.report(sentence(error, options_.in));
  }

  const options& options_;
  const environment& environment_;
  source& in_;
  output_buffer& out_;
  diagnostics& messages_;
};

int perform(const options& options, const environment& environment, source& in, output_buffer& out,
            diagnostics& messages) {
  switch (options.wanted) {
    case task::help:
      put_help(out, options.in);
      return 0;
    case task::version:
      put_version(out);
      return 0;
    case task::list:
      put_catalogue(out, options.format, options.document_language);
      return 0;
    case task::schema:
      put_schema(out);
      return 0;
    case task::generate:
      put_generated(out, options.generated, options.document_language);
      return 0;
    case task::calculate:
      break;
  }
  calculation job{options, environment, in, out, messages};
  return options.offer ? job.one_offer() : job.many_offers();
}

void put_unknown_to(sink& to, std::string_view why) {
  output_buffer status_line{to};
  put_unknown(status_line, why);
  status_line.flush();
}

// The status line of --check after a usage error: in the file of -o, where an old OK must not
// stand.
void put_unknown(const usage_error& error, sink& out) {
  if (error.output && *error.output != "-") {
    const auto file = platform::create_file(*error.output);
    if (file) {
      put_unknown_to(**file, error.message);
      (void)(*file)->finish();
      return;
    }
  }
  put_unknown_to(out, error.message);
}

// Runs with `to` as the output and reports write errors. EPIPE is silent: the reader has seen
// enough.
int perform(const options& options, const environment& environment, source& in, sink& to,
            diagnostics& messages) {
  output_buffer out{to};
  const int status = perform(options, environment, in, out, messages);
  if (options.check && status == failed) put_unknown(out, messages.last());
  out.flush();
  std::error_code error = out.error();
  // A file stays as it was where the output would not be valid.
  const bool is_valid =
      options.format == nullptr || !options.format->needs_offers || out.has_output();
  if (!error && (status != failed || options.check) && is_valid) error = to.finish();
  if (!error) return status;
  if (error != std::errc::broken_pipe) messages.report(options.output.value_or("(stdout)"), error);
  return failed;
}

int perform(const options& options, source& in, sink& out, sink& err,
            const environment& environment) {
  diagnostics messages{err, options.in};
  if (options.wanted == task::calculate && !options.offer && !options.input &&
      environment.input_is_terminal) {
    (void)err.write(short_usage(options.in));
    return failed;
  }
  if (!options.output) return perform(options, environment, in, out, messages);
  const auto file = platform::create_file(*options.output);
  if (file) return perform(options, environment, in, **file, messages);
  messages.report(*options.output, file.error());
  return failed;
}

}  // namespace

int run(const options& options, source& in, sink& out, sink& err, const environment& environment) {
  return exit_status(perform(options, in, out, err, environment), options.check);
}

int run(std::span<const std::string> arguments, source& in, sink& out, sink& err,
        const environment& environment) {
  const auto options = parse_options(arguments, environment);
  if (options) return run(*options, in, out, err, environment);
  const usage_error& error = options.error();
  diagnostics{err, default_language(environment)}.report(error.message);
  if (error.check) put_unknown(error, out);
  return exit_status(failed, error.check);
}

}  // namespace mpn::app
