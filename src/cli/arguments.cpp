#include "cli/arguments.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>

namespace mpn::app {

namespace {

const option_row* row_for_long_name(std::string_view name) {
  const auto found = std::find_if(option_table.begin(), option_table.end(),
                                  [&](const option_row& row) { return row.name == name; });
  return found == option_table.end() ? nullptr : &*found;
}

// The row of the last option in an argument -x, -qx or --name.
const option_row& row_for_argument(std::string_view argument) {
  return *std::find_if(option_table.begin(), option_table.end(), [&](const option_row& row) {
    return argument.starts_with("--") ? argument.substr(2) == row.name
                                      : argument.back() == row.letter;
  });
}

// Checks --name=value, where CLI11 would take an empty value from the next argument.
std::optional<argument_error> check_joined_values(std::span<const std::string> arguments) {
  using enum argument_error::kind;
  for (const std::string& argument : arguments) {
    if (argument == "--") break;
    const std::size_t equals = argument.find('=');
    if (!argument.starts_with("--") || equals == std::string::npos) continue;
    const option_row* const row =
        row_for_long_name(std::string_view{argument}.substr(2, equals - 2));
    if (row == nullptr) continue;
    if (!row->takes_value()) return argument_error{unexpected_value, row};
    if (equals + 1 == argument.size()) return argument_error{missing_value, row};
  }
  return std::nullopt;
}

}  // namespace

const std::string* given_arguments::find(std::string_view name) const {
  const auto found = std::find_if(options.begin(), options.end(),
                                  [&](const given_option& o) { return o.row->name == name; });
  return found == options.end() ? nullptr : &found->value;
}

result<given_arguments, argument_error> separate_arguments(std::span<const std::string> arguments) {
  using enum argument_error::kind;
  if (auto error = check_joined_values(arguments)) return unexpected{*error};
  CLI::App app;
  app.set_help_flag();
  app.allow_windows_style_options(false);
  app.allow_extras();
  std::vector<CLI::Option*> known;
  for (const option_row& row : option_table) {
    const std::string names = row.letter != '\0' ? fmt::format("-{},--{}", row.letter, row.name)
                                                 : fmt::format("--{}", row.name);
    CLI::Option* const option = row.takes_value() ? app.add_option(names)->expected(1)
                                                  : app.add_flag(names)->disable_flag_override();
    option->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
    option->allow_extra_args(false);
    known.push_back(option);
  }
  try {
    app.parse(std::vector<std::string>{arguments.rbegin(), arguments.rend()});
  } catch (const CLI::ParseError&) {
    // Joined values have been checked, so that only the last argument can lack its value.
    return unexpected{argument_error{missing_value, &row_for_argument(arguments.back())}};
  }

  given_arguments given;
  bool only_words = false;
  for (const std::string& word : app.remaining()) {
    if (word == "--" && !only_words)
      only_words = true;
    else if (!only_words && word.starts_with('-') && word != "-")
      given.unknown = given.unknown.value_or(word);
    else
      given.words.push_back(word);
  }
  for (std::size_t i = 0; i < option_table.size(); ++i) {
    const option_row& row = option_table[i];
    if (known[i]->count() == 0) continue;
    if (row.once && known[i]->count() > 1) return unexpected{argument_error{given_twice, &row}};
    given.options.push_back(
        {&row, row.takes_value() ? known[i]->as<std::string>() : std::string{}});
    if (row.takes_value() && given.options.back().value.empty())
      return unexpected{argument_error{missing_value, &row}};
  }
  return given;
}

}  // namespace mpn::app
