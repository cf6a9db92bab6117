#include "cli/options.hpp"

#include <CLI/CLI.hpp>
#include <array>
#include <charconv>
#include <memory>
#include <vector>

#include "mpn/nearest.hpp"
#include "text/utf8.hpp"

namespace mpn::app {

namespace {

consteval std::size_t index_of(std::string_view name) {
  for (std::size_t i = 0; i < option_rows.size(); ++i)
    if (option_rows[i].name == name) return i;
  throw "no such option";
}

// The place in the table of the option with this name; a name that is not there does not compile.
struct option_name {
  std::size_t index;
  consteval option_name(const char* name) : index{index_of(name)} {}
};

// How an option is named in a message: -i where it has a letter, --as-of where it has none.
std::string spelling(const option_row& row) {
  return row.letter != '\0' ? fmt::format("-{}", row.letter) : fmt::format("--{}", row.name);
}

namespace say {
constexpr phrase<std::string> unknown_option{"unknown option '{}'; --help lists them",
                                             "알 수 없는 옵션 '{}'. --help로 볼 수 있습니다"};
constexpr phrase<std::string, std::string> nearest_option{
    "unknown option '{}'; did you mean '{}'?", "알 수 없는 옵션 '{}'. '{}'을(를) 말씀하셨습니까?"};
constexpr phrase<std::string, std::string> needs_value{"{0} needs a value: {0} {1}",
                                                       "{0}에는 값이 필요합니다: {0} {1}"};
constexpr phrase<std::string> takes_no_value{"{} takes no value", "{}에는 값을 쓸 수 없습니다"};
constexpr phrase<std::string, std::string, std::string> no_choice{
    "{} does not know '{}'; it takes {}", "{}에 '{}'은(는) 쓸 수 없습니다. 쓸 수 있는 값: {}"};
constexpr phrase<std::string, std::string> contradiction{
    "{} and {} contradict each other; leave one out",
    "{}와(과) {}은(는) 함께 쓸 수 없습니다. 하나를 빼십시오"};
constexpr phrase<std::string> no_term{
    "-t does not know '{}'; it takes a number from 1 to 9999, or current",
    "-t에 '{}'은(는) 쓸 수 없습니다. 1부터 9999까지의 수 또는 current를 쓰십시오"};
constexpr plain_phrase current_needs_day{
    "-t current needs a day to look from: add --as-of DATE, --as-of today or --check",
    "-t current에는 기준일이 필요합니다. --as-of DATE, --as-of today 또는 --check를 추가하십시오"};
constexpr phrase<std::string> empty_value{"{} needs a name that is not empty",
                                          "{}에는 빈 이름을 쓸 수 없습니다"};
}  // namespace say

// The arguments taken apart, not yet understood.
struct raw_options {
  std::array<std::optional<std::string>, option_rows.size()> values;
  std::array<bool, option_rows.size()> present{};
  std::vector<std::string> words;
  std::vector<std::string> unknown;

  [[nodiscard]] bool has(option_name name) const { return present[name.index]; }
  [[nodiscard]] const std::optional<std::string>& value(option_name name) const {
    return values[name.index];
  }
};

// Of a locale, ko_KR.UTF-8 or ko-KR, only the language counts.
language language_named(std::string_view locale) {
  return locale.substr(0, locale.find_first_of("_-.@")) == "ko" ? language::korean
                                                                : language::english;
}

// The first value of --lang, looked for before anything is parsed, so that even a parse error is
// said in that language.
language requested_language(std::span<const std::string> arguments, const environment& around) {
  constexpr std::string_view joined = "--lang=";
  for (std::size_t i = 0; i < arguments.size() && arguments[i] != "--"; ++i) {
    if (arguments[i].starts_with(joined))
      return language_named(std::string_view{arguments[i]}.substr(joined.size()));
    if (arguments[i] == "--lang" && i + 1 < arguments.size())
      return language_named(arguments[i + 1]);
  }
  return language_of(around);
}

result<raw_options, usage_error> take_apart(std::span<const std::string> arguments,
                                            language spoken) {
  raw_options raw;
  CLI::App app;
  app.set_help_flag();
  app.allow_windows_style_options(false);
  app.allow_extras();
  std::array<CLI::Option*, option_rows.size()> known{};
  for (std::size_t i = 0; i < option_rows.size(); ++i) {
    const option_row& row = option_rows[i];
    const std::string names = row.letter != '\0' ? fmt::format("-{},--{}", row.letter, row.name)
                                                 : fmt::format("--{}", row.name);
    known[i] = row.argument.empty() ? app.add_flag(names)->disable_flag_override()
                                    : app.add_option(names)->expected(1);
    known[i]->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
    known[i]->allow_extra_args(false);
  }
  const auto row_of = [&](const CLI::Error& error) -> const option_row* {
    const std::string_view text = error.what();
    for (const option_row& row : option_rows)
      if (text.starts_with(row.name) || text.starts_with(fmt::format("--{}:", row.name)))
        return &row;
    return nullptr;
  };
  try {
    app.parse(std::vector<std::string>{arguments.rbegin(), arguments.rend()});
  } catch (const CLI::ArgumentMismatch& error) {
    const option_row* row = row_of(error);
    if (row == nullptr) return unexpected{usage_error{shown(error.what()), false}};
    const std::string option = spelling(*row);
    return unexpected{usage_error{
        row->argument.empty() ? say::takes_no_value.in(spoken, option)
                              : say::needs_value.in(spoken, option, std::string{row->argument}),
        false}};
  } catch (const CLI::ParseError& error) {
    return unexpected{usage_error{shown(error.what()), false}};
  }
  for (std::size_t i = 0; i < option_rows.size(); ++i) {
    raw.present[i] = known[i]->count() > 0;
    if (raw.present[i] && !option_rows[i].argument.empty())
      raw.values[i] = known[i]->as<std::string>();
  }
  bool only_words = false;
  for (const std::string& word : app.remaining()) {
    if (word == "--" && !only_words)
      only_words = true;
    else
      (!only_words && word.starts_with('-') && word != "-" ? raw.unknown : raw.words)
          .push_back(word);
  }
  return raw;
}

usage_error unknown_option(const std::string& given, language spoken) {
  const std::string name = given.substr(0, given.find('='));
  nearest_match<option_row> nearest{
      std::string_view{name}.substr(std::min(name.find_first_not_of('-'), name.size()))};
  for (const option_row& row : option_rows) nearest.offer(row.name, row);
  const std::string safe = shown(name);
  if (!name.starts_with("--") || nearest.best() == nullptr)
    return {say::unknown_option.in(spoken, safe)};
  return {say::nearest_option.in(spoken, safe, fmt::format("--{}", nearest.best()->name))};
}

// Reads the arguments in steps; the first step that finds something wrong says so, and the others
// change nothing.
class interpreter {
 public:
  interpreter(const raw_options& raw, language spoken, const environment& around)
      : raw_{raw}, around_{around} {
    read_.spoken = spoken;
  }

  result<options, usage_error> interpret() {
    choose("lang", {language::english, language::korean}, read_.spoken);
    if (raw_.has("help") || raw_.has("version")) {
      read_.asked = raw_.has("help") ? task::help : task::version;
    } else {
      read_all();
    }
    if (problem_) return unexpected{*problem_};
    return read_;
  }

 private:
  void read_all() {
    if (!raw_.unknown.empty())
      return fail(unknown_option(raw_.unknown.front(), read_.spoken).message);
    contradictions();
    if (raw_.has("list")) read_.asked = task::list;
    if (raw_.has("schema")) read_.asked = task::schema;
    if (raw_.has("generate")) read_.asked = task::generate;
    choose("generate",
           {generated_file::man, generated_file::complete_bash, generated_file::complete_zsh,
            generated_file::complete_fish},
           read_.generated);
    if (raw_.has("format")) {
      read_.format.emplace();
      choose("format",
             {output_format::text, output_format::json, output_format::ndjson, output_format::csv,
              output_format::ics},
             *read_.format);
    }
    if (raw_.has("json")) read_.format = output_format::json;
    choose("waves", {waves::article, waves::all}, read_.counted);
    choose("date-order", {date_order::dmy, date_order::mdy}, read_.order);
    choose("color", {colors::automatic, colors::always, colors::never}, read_.color);
    read_.input = raw_.value("input");
    if (raw_.value("output") && *raw_.value("output") != "-") read_.output = raw_.value("output");
    read_.anniversary_given = raw_.has("anniversary");
    read_.check = raw_.has("check");
    read_.excel = raw_.has("excel");
    read_.quiet = raw_.has("quiet");
    read_.date_field = name("date-field");
    read_.competency_field = name("competency-field");
    read_words();
    read_day();
    read_term();
  }

  void contradictions() {
    const auto both = [&](const std::string& one, const std::string& other) {
      fail(say::contradiction.in(read_.spoken, one, other));
    };
    if (raw_.has("input") && !raw_.words.empty())
      both("-i", fmt::format("DATE '{}'", shown(raw_.words.front())));
    if (raw_.has("json") && raw_.has("format") && raw_.value("format") != "json")
      both("--json", fmt::format("-f {}", shown(*raw_.value("format"))));
    if (raw_.has("check") && raw_.has("format"))
      both("--check", fmt::format("-f {}", shown(*raw_.value("format"))));
    if (raw_.has("check") && raw_.has("json")) both("--check", "--json");
    if (raw_.has("list") && raw_.has("schema")) both("--list", "--schema");
    if (raw_.has("list") && raw_.has("generate")) both("--list", "--generate");
    if (raw_.has("schema") && raw_.has("generate")) both("--schema", "--generate");
  }

  // All words after DATE are the competency, so that nobody has to quote; empty ones say nothing.
  void read_words() {
    if (raw_.words.empty()) return;
    read_.date = raw_.words.front();
    std::string joined;
    for (std::size_t i = 1; i < raw_.words.size(); ++i) {
      if (i > 1) joined += ' ';
      joined += raw_.words[i];
    }
    if (!is_blank(joined)) read_.competency = joined;
  }

  void read_day() {
    const auto& given = raw_.value("as-of");
    if (given ? *given == "today" : read_.check) {
      read_.as_of = around_.today();
      return;
    }
    if (!given) return;
    const auto day = read_date(*given, read_.order);
    if (!day) return fail(fmt::format("--as-of {}", day.error().sentence.in(read_.spoken)));
    read_.as_of = *day;
  }

  void read_term() {
    const auto& given = raw_.value("term");
    if (!given) return;
    if (*given == "current") {
      read_.term.current = true;
      if (!read_.as_of) fail(std::string{say::current_needs_day.in(read_.spoken)});
      return;
    }
    constexpr int most = 9999;
    const char* const end = given->data() + given->size();
    const auto [behind, error] = std::from_chars(given->data(), end, read_.term.number);
    if (error != std::errc{} || behind != end || read_.term.number < 1 || read_.term.number > most)
      fail(say::no_term.in(read_.spoken, shown(*given)));
  }

  std::optional<std::string> name(option_name option) {
    const auto& given = raw_.value(option);
    if (given && is_blank(*given))
      fail(say::empty_value.in(read_.spoken, spelling(option_rows[option.index])));
    return given;
  }

  // Finds the value of `option` among its choices; `values` are theirs, in the same order.
  template <class Value>
  void choose(option_name option, std::initializer_list<Value> values, Value& chosen) {
    const auto& given = raw_.value(option);
    if (!given) return;
    std::string_view choices = option_rows[option.index].choices;
    for (const Value& value : values) {
      const std::string_view choice = choices.substr(0, choices.find('|'));
      if (*given == choice) {
        chosen = value;
        return;
      }
      choices.remove_prefix(std::min(choice.size() + 1, choices.size()));
    }
    std::string listed{option_rows[option.index].choices};
    for (std::size_t at = listed.find('|'); at != std::string::npos; at = listed.find('|', at))
      listed.replace(at, 1, ", ");
    fail(say::no_choice.in(read_.spoken, spelling(option_rows[option.index]), shown(*given),
                           listed));
  }

  void fail(std::string message) {
    if (!problem_) problem_ = usage_error{std::move(message)};
  }

  const raw_options& raw_;
  const environment& around_;
  options read_;
  std::optional<usage_error> problem_;
};

}  // namespace

language language_of(const environment& around) { return language_named(around.locale); }

result<options, usage_error> parse_options(std::span<const std::string> arguments,
                                           const environment& around) {
  const language spoken = requested_language(arguments, around);
  const auto raw = take_apart(arguments, spoken);
  auto asked = raw ? interpreter{*raw, spoken, around}.interpret() : unexpected{raw.error()};
  if (asked) return asked;
  const bool check = std::find(arguments.begin(), arguments.end(), "--check") != arguments.end();
  return unexpected{usage_error{asked.error().message, check}};
}

}  // namespace mpn::app
