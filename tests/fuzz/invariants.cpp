#include "invariants.hpp"

#include <rapidjson/document.h>

#include <algorithm>
#include <cctype>
#include <cstdio>
#include <cstdlib>
#include <iterator>
#include <map>
#include <optional>

#include "in_process.hpp"

namespace mpn::test {

namespace {

struct context {
  const words& options;
  std::string_view input;
};

void require(bool holds, const char* what, const context& in, const run_result& first,
             const run_result& second = {}) {
  if (holds) return;
  const auto print = [](const char* name, std::string_view text) {
    (void)std::fprintf(stderr, "--- %s\n%.*s\n", name, static_cast<int>(text.size()), text.data());
  };
  print("does not hold", what);
  for (const std::string& word : in.options) print("option", word);
  print("input", in.input);
  print("output", first.out);
  print("diagnostics", first.err);
  print("second output", second.out);
  print("second diagnostics", second.err);
  std::abort();
}

words with(words options, const words& more) {
  options.insert(options.end(), more.begin(), more.end());
  return options;
}

// Runs the program. Arguments are parsed once: parsing takes longer than a run on a short input.
run_result run_parsed(const words& arguments, std::string_view input, std::size_t step = SIZE_MAX) {
  static std::map<words, app::options> parsed;
  const app::environment environment = test_environment();
  auto options = parsed.find(arguments);
  if (options == parsed.end())
    options = parsed.emplace(arguments, *app::parse_options(arguments, environment)).first;
  text_source in{input, step};
  text_sink out;
  text_sink err;
  const int status = app::run(options->second, in, out, err, environment);
  return {status, out.text, err.text};
}

// Whether `err` has only notes about fields that no record can have.
bool only_notes(std::string_view err) {
  constexpr std::string_view notes[] = {"mpn-renewal: (stdin): no competency column among: ",
                                        "mpn-renewal: (stdin): no record has the member '",
                                        "mpn-renewal: (stdin): no record has a date"};
  while (!err.empty()) {
    if (std::none_of(std::begin(notes), std::end(notes),
                     [&](std::string_view note) { return err.starts_with(note); }))
      return false;
    err.remove_prefix(std::min(err.find('\n') + 1, err.size()));
  }
  return true;
}

bool is_renewal(const rapidjson::Value::Member& m) {
  return std::string_view{m.name.GetString(), m.name.GetStringLength()} == "renewal";
}

// One `renewal`, as the last member, with a schedule or an error; or only `renewal` members.
bool is_record(const rapidjson::Value& object) {
  if (!object.IsObject() || object.MemberCount() == 0) return false;
  const auto count =
      static_cast<std::size_t>(std::count_if(object.MemberBegin(), object.MemberEnd(), is_renewal));
  if (count == object.MemberCount()) return true;
  if (count != 1 || !is_renewal(*(object.MemberEnd() - 1))) return false;
  const auto& renewal = (object.MemberEnd() - 1)->value;
  return renewal.IsObject() && renewal.HasMember("schema_version") &&
         renewal.HasMember("term") != renewal.HasMember("error");
}

// `json` with 0 for every number: RapidJSON refuses some that are within a double's range.
std::string with_small_numbers(std::string_view json) {
  std::string small;
  bool in_string = false;
  for (std::size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (in_string || (c != '-' && std::isdigit(static_cast<unsigned char>(c)) == 0)) {
      small += c;
      if (c == '"') in_string = !in_string;
      if (c == '\\' && i + 1 < json.size()) small += json[++i];
      continue;
    }
    small += '0';
    i = std::min(json.find_first_not_of("0123456789+-.eE", i), json.size()) - 1;
  }
  return small;
}

// The number of records in `text`, if it is JSON.
std::optional<std::size_t> records_in_json(std::string_view text) {
  constexpr unsigned flags = rapidjson::kParseValidateEncodingFlag | rapidjson::kParseIterativeFlag;
  rapidjson::Document parsed;
  const std::string json = with_small_numbers(text);
  parsed.Parse<flags>(json.data(), json.size());
  if (parsed.HasParseError()) return std::nullopt;
  if (!parsed.IsArray()) return is_record(parsed) ? std::optional{std::size_t{1}} : std::nullopt;
  const bool all_are = std::all_of(parsed.Begin(), parsed.End(), is_record);
  return all_are ? std::optional<std::size_t>{parsed.Size()} : std::nullopt;
}

std::optional<std::size_t> records_in_lines(std::string_view text) {
  std::size_t count = 0;
  for (; !text.empty(); ++count) {
    const std::string_view line = text.substr(0, text.find('\n'));
    if (records_in_json(line) != 1) return std::nullopt;
    text.remove_prefix(std::min(line.size() + 1, text.size()));
  }
  return count;
}

// When the first column of a table is replaced, the next one may look like another format.
bool looks_like_no_table(std::string_view table, std::string_view input) {
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  if (table.find("renewal.covid_extension.status") == std::string_view::npos) return false;
  if (table.starts_with(mark)) {
    if (!input.starts_with(mark)) return true;
    table.remove_prefix(mark.size());
  }
  table.remove_prefix(std::min(table.find_first_not_of(" \t\r\n"), table.size()));
  const auto starts = [&](std::string_view other) { return table.starts_with(other); };
  return starts("\xFF\xFE") || starts("\xFE\xFF") || starts("#TYPE") || starts("{") || starts("[");
}

// The lines of `text` in the order of their bytes, without their ends.
std::vector<std::string_view> ordered_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t size = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, size - (text.substr(0, size).ends_with('\r') ? 1 : 0)));
    text.remove_prefix(std::min(size + 1, text.size()));
  }
  std::sort(lines.begin(), lines.end());
  return lines;
}

// The checks of one input with one set of options; each takes a few runs of the program.
class checker {
 public:
  checker(const words& options, std::string_view input) : in_{options, input} {}

  // In CSV out a line with an unclosed quote stands in a cell: only a second pass reports it
  // differently.
  [[nodiscard]] run_result with_closed_quotes(const words& options, run_result first) const {
    const bool has_unclosed =
        first.out.find("malformed_record: quoted field not closed") != std::string::npos;
    return has_unclosed ? run_as(options, first.out) : first;
  }

  void default_format() const {
    const run_result plain = run_as({}, in_.input);
    const run_result slow = run_as({}, in_.input, 1 + in_.input.size() % 7);
    require(slow.out == plain.out && slow.err == plain.err && slow.status == plain.status,
            "the output does not depend on how the input arrives", in_, plain, slow);
    if (plain.out.empty() || looks_like_no_table(plain.out, in_.input) ||
        plain.out == run_as({"-f", "text"}, in_.input).out)
      return;
    const run_result first = with_closed_quotes({}, plain);
    const run_result again = run_as({}, first.out);
    require(again.out == first.out,
            "the output in the format of the input, used as input, is unchanged", in_, first,
            again);
    require(first.status == 2 || again.status == first.status, "its status is the same", in_, first,
            again);
  }

  void json_lines() const {
    const run_result lines = run_as({"-f", "ndjson"}, in_.input);
    const run_result again = run_as({"-f", "ndjson"}, lines.out);
    if (names_fields()) return;
    require(again.out == lines.out, "JSON Lines, used as input, are unchanged", in_, lines, again);
    require(lines.status == 2 || again.status == lines.status, "their status is the same", in_,
            lines, again);
  }

  void json() const {
    const run_result json = run_as({"-f", "json"}, in_.input);
    const auto lines = record_count();
    require(json.status == lines.status, "the status does not depend on the format", in_, json);
    // A refused input and a single object that breaks off have no output.
    require(json.out.empty() ? json.status == 2 : records_in_json(json.out) == lines.count,
            "JSON has the same records", in_, json);
    // A single object is detected from its first line, which a malformed one loses.
    if (!json.out.starts_with('[') && !json.out.starts_with("{\n") &&
        !json.out.starts_with("{\r\n"))
      return;
    const run_result again = run_as({"-f", "json"}, json.out);
    if (names_fields()) return;
    require(again.out == json.out, "JSON, used as input, is unchanged", in_, json, again);
    require(json.status == 2 || again.status == json.status, "its status is the same", in_, json,
            again);
  }

  void csv() const {
    const words options{"-f", "csv"};
    const run_result csv = with_closed_quotes(options, run_as(options, in_.input));
    if (csv.out.empty() || looks_like_no_table(csv.out, in_.input)) return;
    const run_result again = run_as(options, csv.out);
    if (names_fields()) return;
    require(again.out == csv.out, "CSV, used as input, is unchanged", in_, csv, again);
    require(csv.status == 2 || again.status == csv.status, "its status is the same", in_, csv,
            again);
    const run_result lines = run_as({"-f", "ndjson"}, csv.out);
    require(records_in_lines(lines.out) == record_count().count, "CSV has the same records", in_,
            csv, lines);
  }

  void text() const {
    const run_result text = run_as({"-f", "text"}, in_.input);
    const auto lines = record_count();
    require(text.status == lines.status, "the status does not depend on the format", in_, text);
    if (has("--as-of")) return;  // it ends with a count
    const auto text_lines =
        static_cast<std::size_t>(std::count(text.out.begin(), text.out.end(), '\n'));
    // A heading, and at the end a line for each kind of offer whose rules have ended.
    const std::size_t heading = lines.count == 0 ? 0 : 1;
    constexpr std::size_t kinds = 3;
    require(lines.count + heading <= text_lines && text_lines <= lines.count + heading + kinds,
            "text has one line for every record", in_, text);
  }

  void selection() const {
    const words lines{"--as-of", "2021-05-08", "-f", "ndjson"};
    const run_result all = run_as(lines, in_.input);
    const run_result sorted = run_as(with(lines, {"--sort"}), in_.input);
    require(sorted.status == all.status && ordered_lines(sorted.out) == ordered_lines(all.out),
            "--sort writes the same records", in_, all, sorted);
    const run_result every =
        run_as(with(lines, {"--only", "active,reminded,open,last_call,lapsed"}), in_.input);
    require(every.out == all.out, "--only with every phase writes every record", in_, all, every);
    const run_result some = run_as(with(lines, {"--only", "open,lapsed"}), in_.input);
    const auto some_lines = ordered_lines(some.out);
    const auto all_lines = ordered_lines(all.out);
    require(some.status == all.status && std::includes(all_lines.begin(), all_lines.end(),
                                                       some_lines.begin(), some_lines.end()),
            "--only writes some of the records", in_, all, some);
  }

  void parts() const {
    if (has("--sort")) return;
    const std::size_t size = in_.input.find('\n', in_.input.size() / 2) + 1;
    const std::string_view second = in_.input.substr(size);
    // Only an input as a whole has a byte order mark.
    for (const std::string_view mark : {"\xEF\xBB\xBF", "\xFE\xFF", "\xFF\xFE"})
      if (in_.input.starts_with(mark) || second.starts_with(mark)) return;
    for (const char* const format : {"lines", "ndjson"}) {
      const words options{"-f", "ndjson", "--from", format};
      const run_result all = run_as(options, in_.input);
      if (all.status == 2) continue;  // -a contradicts a field
      run_result joined = run_as(options, in_.input.substr(0, size));
      joined.out += run_as(options, second).out;
      require(joined.out == all.out, "the parts give the output of the whole", in_, all, joined);
    }
  }

  void others() const {
    const bool excludes_check = has("current") || has("--sort");
    for (const words& more : {words{"-f", "ics"}, words{"--check"}, words{"--lang", "ko"},
                              words{"--check", "--lang", "ko"}}) {
      if (excludes_check && more.front() == "--check") continue;  // a contradiction
      const run_result done = run_parsed(with(in_.options, more), in_.input);
      require(0 <= done.status && done.status <= (more.front() == "--check" ? 3 : 2),
              "the status is in its range", in_, done);
    }
  }

 private:
  [[nodiscard]] bool has(std::string_view word) const {
    return std::find(in_.options.begin(), in_.options.end(), word) != in_.options.end();
  }

  // With --date-field and --competency-field, JSON that is made from plain lines lacks these
  // fields.
  bool names_fields() const {
    return std::any_of(in_.options.begin(), in_.options.end(),
                       [](const std::string& word) { return word.ends_with("-field"); });
  }

  struct counted {
    std::size_t count;
    int status;
  };

  [[nodiscard]] counted record_count() const {
    const run_result lines = run_as({"-f", "ndjson"}, in_.input);
    const auto count = records_in_lines(lines.out);
    require(count.has_value(), "every line is a record", in_, lines);
    return {*count, lines.status};
  }

  [[nodiscard]] run_result run_as(const words& more, std::string_view text,
                                  std::size_t step = SIZE_MAX) const {
    run_result done = run_parsed(with(in_.options, more), text, step);
    require(0 <= done.status && done.status <= 2, "the status is 0, 1 or 2", in_, done);
    require((done.status == 0) == only_notes(done.err),
            "there are messages if and only if the status is not 0", in_, done);
    return done;
  }

  context in_;
};

}  // namespace

void check_invariants(const words& options, std::size_t which, std::string_view input) {
  using check = void (checker::*)() const;
  static constexpr check checks[] = {
      &checker::default_format, &checker::json_lines, &checker::json,  &checker::csv,
      &checker::text,           &checker::selection,  &checker::parts, &checker::others};
  (checker{options, input}.*checks[which % std::size(checks)])();
}

}  // namespace mpn::test
