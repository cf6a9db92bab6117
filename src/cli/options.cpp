#include "cli/options.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "cli/arguments.hpp"
#include "cli/usage_messages.hpp"
#include "text/limits.hpp"
#include "text/nearest.hpp"
#include "text/utf8.hpp"
#include "write/keywords.hpp"
#include "write/wording.hpp"

namespace mpn::app {

namespace {

std::string describe(const argument_error& error, language lang) {
  const std::string option = spelling(*error.row);
  switch (error.problem) {
    case argument_error::kind::missing_value:
      return usage::missing_value.in(lang, option, std::string{error.row->argument});
    case argument_error::kind::unexpected_value:
      return usage::unexpected_value.in(lang, option);
    case argument_error::kind::given_twice:
      break;
  }
  return usage::given_twice.in(lang, option);
}

std::string describe_unknown_option(std::string_view given, language lang) {
  const std::string_view name = given.substr(0, given.find('='));
  const std::string safe = printable(name);
  if (!name.starts_with("--")) return usage::unknown_option.in(lang, safe);
  nearest_match<option_row> nearest{name.substr(2)};
  for (const option_row& row : option_table) nearest.offer(row.name, row);
  if (nearest.best() == nullptr) return usage::unknown_option.in(lang, safe);
  return usage::nearest_option.in(lang, safe, fmt::format("--{}", nearest.best()->name));
}

constexpr std::array all_phases{phase::active, phase::reminded, phase::open, phase::last_call,
                                phase::lapsed};

// The phases that --only takes, with the words that the output uses for them.
std::string phase_choices(language lang) {
  static constexpr message<std::string_view, std::string_view> choice{"{}", "{}({})"};
  std::string list;
  for (const phase each : all_phases) {
    if (!list.empty()) list += ", ";
    list += choice.in(lang, to_string(each), phase_words(each, lang));
  }
  return list;
}

// Reads the arguments in steps. Each step returns the first problem it finds.
class option_reader {
 public:
  using problem = std::optional<std::string>;

  option_reader(const given_arguments& given, const environment& environment, language lang)
      : given_{given}, environment_{environment} {
    draft_.lang = lang;
  }

  /// Sets the options of which each is valid by itself; then what depends on several.
  problem read() {
    for (const given_option& option : given_.options) {
      const auto& choices = option.row->choices;
      if (!choices.empty() &&
          std::find(choices.begin(), choices.end(), option.value) == choices.end())
        return usage::invalid_choice.in(draft_.lang, printable(option.value), spelling(*option.row),
                                        fmt::format("{}", fmt::join(choices, ", ")));
      option.row->set(draft_, option.value);
    }
    if (given_.has("help") || given_.has("version")) {
      draft_.wanted = given_.has("help") ? task::help : task::version;
      draft_.output.reset();  // always to standard output
      return std::nullopt;
    }
    if (given_.unknown) return describe_unknown_option(*given_.unknown, draft_.lang);
    if (auto found = find_contradiction()) return found;
    if (auto found = find_unusable_name()) return found;
    if (draft_.output == "-") draft_.output.reset();
    if (draft_.format == nullptr && draft_.output && !draft_.check)
      draft_.format = format_for_file(*draft_.output);
    if (!given_.words.empty()) draft_.offer = fmt::format("{}", fmt::join(given_.words, " "));
    if (auto found = set_as_of()) return found;
    if (auto found = set_only()) return found;
    return set_term();
  }

  [[nodiscard]] const option_draft& draft() const { return draft_; }

 private:
  [[nodiscard]] problem find_contradiction() const {
    const auto both = [&](const std::string& one, const std::string& other) {
      return usage::contradiction.in(draft_.lang, one, other);
    };
    const std::string* const format = given_.find("format");
    if (given_.has("input") && !given_.words.empty())
      return usage::input_with_date.in(draft_.lang, printable(given_.words.front()));
    if (given_.has("json") && format != nullptr && *format != "json")
      return both("--json", fmt::format("-f {}", *format));
    if (given_.has("check") && format != nullptr)
      return both("--check", fmt::format("-f {}", *format));
    if (given_.has("check") && given_.has("json")) return both("--check", "--json");
    if (given_.has("check") && given_.has("only")) return both("--check", "--only");
    if (given_.has("check") && given_.has("sort")) return both("--check", "--sort");
    if (given_.has("list") && given_.has("schema")) return both("--list", "--schema");
    if (given_.has("list") && given_.has("generate")) return both("--list", "--generate");
    if (given_.has("schema") && given_.has("generate")) return both("--schema", "--generate");
    return std::nullopt;
  }

  // A name that cannot be that of a field.
  [[nodiscard]] problem find_unusable_name() const {
    for (const std::string_view name : {"date-field", "competency-field", "label-field"}) {
      const std::string* const value = given_.find(name);
      if (value == nullptr) continue;
      const std::string option = fmt::format("--{}", name);
      const std::string folded = fold_field_name(*value);
      if (folded.empty()) return usage::blank_name.in(draft_.lang, option);
      if (is_renewal_column(folded))
        return usage::renewal_field.in(draft_.lang, option, printable(*value));
    }
    return std::nullopt;
  }

  problem set_as_of() {
    evaluation_settings& evaluation = draft_.evaluation;
    if (draft_.as_of ? *draft_.as_of == "today" : draft_.check) {
      evaluation.as_of = environment_.today();
    } else if (draft_.as_of) {
      const auto day = read_date(*draft_.as_of, evaluation.order);
      if (!day) return fmt::format("--as-of {}", sentence(day.error(), draft_.lang));
      evaluation.as_of = *day;
    }
    return std::nullopt;
  }

  problem set_only() {
    if (!draft_.only) return std::nullopt;
    if (!draft_.evaluation.as_of) return std::string{usage::only_needs_day.in(draft_.lang)};
    phase_set& kept = draft_.select.only.emplace();
    std::string_view rest = *draft_.only;
    for (bool more = true; more;) {
      const std::string_view name = rest.substr(0, rest.find(','));
      more = name.size() < rest.size();
      rest.remove_prefix(name.size() + (more ? 1 : 0));
      const auto known = std::find_if(all_phases.begin(), all_phases.end(),
                                      [&](phase each) { return to_string(each) == name; });
      if (known == all_phases.end())
        return usage::invalid_choice.in(draft_.lang, printable(name), "--only",
                                        phase_choices(draft_.lang));
      kept.insert(*known);
    }
    return std::nullopt;
  }

  problem set_term() {
    if (!draft_.term) return std::nullopt;
    term_choice& term = draft_.evaluation.term;
    if (*draft_.term == "current") {
      term.current = true;
      if (draft_.check) return std::string{usage::check_with_current.in(draft_.lang)};
      if (!draft_.evaluation.as_of) return std::string{usage::current_needs_day.in(draft_.lang)};
      return std::nullopt;
    }
    const char* const end = draft_.term->data() + draft_.term->size();
    const auto [rest, error] = std::from_chars(draft_.term->data(), end, term.number);
    if (error != std::errc{} || rest != end || term.number < 1 || term.number > limits::term)
      return usage::invalid_term.in(draft_.lang, printable(*draft_.term));
    return std::nullopt;
  }

  const given_arguments& given_;
  const environment& environment_;
  option_draft draft_;
};

}  // namespace

result<options, usage_error> parse_options(std::span<const std::string> arguments,
                                           const environment& environment) {
  const language lang = requested_language(arguments, environment);
  const auto given = separate_arguments(arguments);
  if (!given) return unexpected{make_usage_error(describe(given.error(), lang), arguments)};
  option_reader reader{*given, environment, lang};
  if (const auto problem = reader.read()) return unexpected{make_usage_error(*problem, arguments)};
  return static_cast<const options&>(reader.draft());
}

}  // namespace mpn::app
