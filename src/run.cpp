#include "run.hpp"

#include "calculate.hpp"
#include "cli/diagnostics.hpp"
#include "cli/help.hpp"
#include "cli/usage_messages.hpp"
#include "docs/generate.hpp"
#include "io/platform.hpp"
#include "write/check.hpp"

namespace mpn::app {

namespace {

int exit_status(int status, bool check) {
  constexpr int failed_run = 2;
  if (status != failed) return status;
  return check ? static_cast<int>(check_state::unknown) : failed_run;
}

int run_task(const options& options, const environment& environment, source& in, output_buffer& out,
             diagnostics& messages) {
  switch (options.wanted) {
    case task::help:
      put_help(out, options.lang);
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
  return calculate(options, environment, in, out, messages);
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
int run_and_finish(const options& options, const environment& environment, source& in, sink& to,
                   diagnostics& messages) {
  output_buffer out{to};
  const int status = run_task(options, environment, in, out, messages);
  if (options.check && status == failed) put_unknown(out, messages.last());
  out.flush();
  std::error_code error = out.error();
  // Without finish() the old file stays: a calendar without events is not valid.
  const bool is_valid =
      options.format == nullptr || !options.format->needs_offers || out.has_output();
  if (!error && (status != failed || options.check) && is_valid) error = to.finish();
  if (!error) return status;
  if (error != std::errc::broken_pipe) messages.report(options.output.value_or("(stdout)"), error);
  return failed;
}

int run_to_output(const options& options, source& in, sink& out, sink& err,
                  const environment& environment) {
  diagnostics messages{err, options.lang};
  if (options.wanted == task::calculate && !options.offer && !options.input &&
      environment.input_is_terminal) {
    (void)err.write(short_usage(options.lang));
    if (options.check)
      put_unknown({std::string{usage::nothing_given.in(options.lang)}, true, options.output}, out);
    return failed;
  }
  if (!options.output) return run_and_finish(options, environment, in, out, messages);
  const auto file = platform::create_file(*options.output);
  if (file) return run_and_finish(options, environment, in, **file, messages);
  messages.report(*options.output, file.error());
  return failed;
}

}  // namespace

int run(const options& options, source& in, sink& out, sink& err, const environment& environment) {
  return exit_status(run_to_output(options, in, out, err, environment), options.check);
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
