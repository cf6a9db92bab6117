#include "cli/usage_error.hpp"

#include <algorithm>

#include "cli/option_table.hpp"

namespace mpn::app {

namespace {

// Of a locale such as ko_KR.UTF-8 or ko-KR only the language counts.
language language_of_locale(std::string_view locale) {
  return locale.substr(0, locale.find_first_of("_-.@")) == "ko" ? language::korean
                                                                : language::english;
}

// Whether `argument` is -o, alone or in a group such as -qo; `rest` is what follows the letter.
bool ends_with_output(std::string_view argument, std::string_view& rest) {
  if (!argument.starts_with('-') || argument.starts_with("--")) return false;
  const auto ends_group = [](char letter) {
    return std::any_of(option_table.begin(), option_table.end(), [&](const option_row& row) {
      return row.letter == letter && row.takes_value();
    });
  };
  const auto last = std::find_if(argument.begin() + 1, argument.end(), ends_group);
  if (last == argument.end() || *last != 'o') return false;
  rest = argument.substr(static_cast<std::size_t>(last - argument.begin()) + 1);
  return true;
}

}  // namespace

usage_error make_usage_error(std::string message, std::span<const std::string> arguments) {
  usage_error error{std::move(message), false, std::nullopt};
  constexpr std::string_view joined = "--output=";
  for (std::size_t i = 0; i < arguments.size() && arguments[i] != "--"; ++i) {
    const std::string& argument = arguments[i];
    error.check |= argument == "--check" || argument.starts_with("--check=");
    if (argument.starts_with(joined) && argument.size() > joined.size())
      error.output = argument.substr(joined.size());
    std::string_view rest;
    const bool is_output = argument == "--output" || ends_with_output(argument, rest);
    if (is_output && !rest.empty()) error.output = rest;
    if (is_output && rest.empty() && i + 1 < arguments.size()) error.output = arguments[i + 1];
  }
  return error;
}

language default_language(const environment& environment) {
  return language_of_locale(environment.locale);
}

language requested_language(std::span<const std::string> arguments,
                            const environment& environment) {
  for (std::size_t i = 0; i < arguments.size() && arguments[i] != "--"; ++i) {
    const std::string& argument = arguments[i];
    const bool is_apart = argument == "--lang" && i + 1 < arguments.size();
    if (argument == "--lang=ko" || (is_apart && arguments[i + 1] == "ko")) return language::korean;
    if (argument == "--lang=en" || (is_apart && arguments[i + 1] == "en")) return language::english;
  }
  return default_language(environment);
}

}  // namespace mpn::app
