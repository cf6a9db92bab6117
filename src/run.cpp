#include "run.hpp"

#include <array>
#include <memory>
#include <optional>
#include <utility>

#include "cli/diagnostics.hpp"
#include "cli/help.hpp"
#include "cli/options.hpp"
#include "docs/generate.hpp"
#include "io/platform.hpp"
#include "read/detect.hpp"
#include "read/field_names.hpp"
#include "read/plain.hpp"
#include "record/evaluate.hpp"
#include "text/utf8.hpp"
#include "write/check.hpp"
#include "write/writer.hpp"

namespace mpn::app {

namespace {

// Exit statuses. A run that failed is told apart until the end, because --check has another number
// for it.
enum status : int { failed = -1, all_worked_out = 0, some_bad = 1 };

int exit_status(int done, bool check) {
  constexpr int failed_run = 2;
  return done != failed ? done : check ? static_cast<int>(check_state::unknown) : failed_run;
}

bool wants_color(const options& asked, const environment& around) {
  if (asked.color != colors::automatic) return asked.color == colors::always;
  return around.output_is_terminal && !around.no_color && !asked.output;
}

// The format that goes with what came in, when none was asked for.
output_format format_for(input_shape shape) {
  switch (shape) {
    case input_shape::csv:
      return output_format::csv;
    case input_shape::json_lines:
      return output_format::ndjson;
    case input_shape::json_object:
    case input_shape::json_array:
      return output_format::json;
    case input_shape::plain_lines:
      break;
  }
  return output_format::text;
}

// One run that calculates: where it reads, where it writes and what it says.
class calculation {
 public:
  calculation(const options& asked, const environment& around, source& in, output& out,
              diagnostics& err)
      : asked_{asked}, around_{around}, in_{in}, out_{out}, err_{err} {}

  // One offer, from the arguments.
  int one_offer() {
    const columns header = plain_columns(asked_.anniversary_given);
    const std::string_view date = *asked_.date;
    const std::string_view name = asked_.competency ? std::string_view{*asked_.competency} : "";
    const std::array<cell, 2> cells{{{date, date}, {name, name}}};
    record given;
    given.header = &header;
    given.line_end = "\n";
    given.cells = std::span{cells}.first(asked_.competency ? 2 : 1);
    given.date.set(header.names[0], date, field_kind::text);
    given.date_is_anniversary = asked_.anniversary_given;
    if (asked_.competency) given.name.set(header.names[1], name, field_kind::text);
    worker work{asked_};
    const outcome became = work.work_out(given);
    if (!became) {
      say_what_is_wrong_with_arguments(became.error());
      return failed;
    }
    if (asked_.check) {
      check_writer check{out_, asked_, ""};
      check.write(given, became);
      check.end();
      return static_cast<int>(check.state());
    }
    const auto to = asked_.format.value_or(output_format::text) == output_format::text
                        ? make_page_writer(out_, asked_, wants_color(asked_, around_))
                        : make_writer(*asked_.format, json_layout::single);
    to->begin(&header);
    to->write(given, became);
    to->end();
    return all_worked_out;
  }

  // Many offers, from a file or standard input.
  int many_offers() {
    if (!asked_.input || *asked_.input == "-") return many_offers(in_, "(stdin)");
    const auto file = platform::open_file(*asked_.input);
    if (file) return many_offers(**file, *asked_.input);
    err_.say(*asked_.input, file.error());
    return failed;
  }

 private:
  int many_offers(source& from, std::string_view name) {
    input text{from, [this] { out_.flush(); }};
    const field_names fields{asked_};
    const auto found = recognise(text, asked_, fields);
    if (text.error() &&
        (!found || text.ahead().empty())) {  // otherwise what came before it is worked out
      err_.say(name, text.error());
      return failed;
    }
    if (!found) return refuse(name, found.error());
    if (asked_.check) {
      check_writer check{out_, asked_, name};
      if (!pass_through(*found, text, name, check).whole) check.fail(err_.last());
      check.end();
      return static_cast<int>(check.state());
    }

    const output_format format = asked_.format.value_or(format_for(found->shape));
    if (format == output_format::csv && found->header == nullptr) return refuse_csv();
    const auto to =
        make_writer(format, found->shape == input_shape::json_object ? json_layout::single
                                                                     : json_layout::array);
    to->begin(found->header);
    const passage passed = pass_through(*found, text, name, *to);
    to->end();
    if (!passed.whole) return failed;
    const bool empty_calendar = format == output_format::ics && passed.good == 0;
    return passed.bad == 0 && !empty_calendar ? all_worked_out : some_bad;
  }

  // How the records of an input passed.
  struct passage {
    std::uint64_t good{};
    std::uint64_t bad{};
    bool whole{true};  // to the end of the input
  };

  passage pass_through(const recognised& found, const input& text, std::string_view name,
                       writer& to) {
    passage passed;
    bad_records bad{err_, name, asked_.quiet};
    worker work{asked_};
    record came;
    while (!out_.error() && found.records->read(came)) {
      const outcome became = work.work_out(came);
      if (became)
        ++passed.good;
      else
        bad.add(came.line, became.error().sentence, asked_.spoken);
      to.write(came, became);
    }
    bad.finish();
    passed.bad = bad.count();
    const bilingual* const broken = found.records->broken();
    passed.whole = !text.error() && broken == nullptr;
    if (text.error())
      err_.say(name, text.error());
    else if (broken != nullptr)
      refuse(name, *broken);
    return passed;
  }

  std::unique_ptr<writer> make_writer(output_format format, json_layout whole) {
    switch (format) {
      case output_format::json:
        return make_json_writer(out_, whole);
      case output_format::ndjson:
        return make_json_writer(out_, json_layout::lines);
      case output_format::csv:
        return make_csv_writer(out_, asked_);
      case output_format::ics:
        return make_ics_writer(out_, asked_);
      case output_format::text:
        break;
    }
    return make_table_writer(out_, asked_, wants_color(asked_, around_));
  }

  void say_what_is_wrong_with_arguments(const failure& why) {
    static constexpr phrase<std::string> file{
        "'{0}' is a file, not a date: use -i {0}",
        "'{0}'은(는) 날짜가 아니라 파일입니다. -i {0}을(를) 쓰십시오"};
    if (why.field != "competency" && platform::is_file(*asked_.date))
      err_.say(file.with(shown(*asked_.date)));
    else
      err_.say(why.sentence);
  }

  int refuse(std::string_view name, const bilingual& why) {
    err_.say(bilingual{fmt::format("{}: {}", shown(name), why.english),
                       fmt::format("{}: {}", shown(name), why.korean)});
    return failed;
  }

  int refuse_csv() {
    static constexpr plain_phrase no_columns{
        "JSON has no columns to make CSV of; use -f ndjson … | mlr --ijsonl --ocsv flatten then "
        "unsparsify",
        "JSON에는 CSV로 만들 열이 없습니다. -f ndjson … | mlr --ijsonl --ocsv flatten then "
        "unsparsify를 쓰십시오"};
    err_.say(no_columns.both());
    return failed;
  }

  const options& asked_;
  const environment& around_;
  source& in_;
  output& out_;
  diagnostics& err_;
};

int carry_out(const options& asked, const environment& around, source& in, output& out,
              diagnostics& err) {
  switch (asked.asked) {
    case task::help:
      put_help(out, asked.spoken);
      return all_worked_out;
    case task::version:
      put_version(out);
      return all_worked_out;
    case task::list:
      put_catalogue(out, asked.format);
      return all_worked_out;
    case task::schema:
      put_schema(out);
      return all_worked_out;
    case task::generate:
      put_generated(out, asked.generated);
      return all_worked_out;
    case task::calculate:
      break;
  }
  calculation job{asked, around, in, out, err};
  return asked.date ? job.one_offer() : job.many_offers();
}

// Carries it out with `to` behind the output, and says so when not all of it arrived. A reader that
// has gone away has seen enough: that is not worth a word.
int carry_out(const options& asked, const environment& around, source& in, sink& to,
              diagnostics& err) {
  output out{to};
  const int done = carry_out(asked, around, in, out, err);
  if (asked.check && done == failed) put_unknown(out, err.last());
  out.flush();
  std::error_code error = out.error();
  if (!error && done != failed) error = to.finish();
  if (!error) return done;
  if (error != std::errc::broken_pipe) err.say(asked.output.value_or("(stdout)"), error);
  return failed;
}

int carry_out(const options& asked, const environment& around, source& in, sink& out, sink& err) {
  diagnostics complain{err, asked.spoken};
  const bool nothing_to_do =
      asked.asked == task::calculate && !asked.date && !asked.input && around.input_is_terminal;
  if (nothing_to_do) {
    (void)err.write(synopsis(asked.spoken));
    return failed;
  }
  if (!asked.output) return carry_out(asked, around, in, out, complain);
  const auto file = platform::create_file(*asked.output);
  if (!file) {
    complain.say(*asked.output, file.error());
    return failed;
  }
  return carry_out(asked, around, in, **file, complain);
}

}  // namespace

int run(const options& asked, source& in, sink& out, sink& err, const environment& around) {
  return exit_status(carry_out(asked, around, in, out, err), asked.check);
}

int run(std::span<const std::string> arguments, source& in, sink& out, sink& err,
        const environment& around) {
  const auto asked = parse_options(arguments, around);
  if (asked) return run(*asked, in, out, err, around);
  diagnostics{err, language_of(around)}.say(asked.error().message);
  if (asked.error().check) {
    output status_line{out};
    put_unknown(status_line, asked.error().message);
    status_line.flush();
  }
  return exit_status(failed, asked.error().check);
}

}  // namespace mpn::app
