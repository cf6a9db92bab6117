#include "docs/completion.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace mpn::app {

std::string words_of(const option_row& row) {
  std::string_view rest = row.choices.empty() ? row.argument : row.choices;
  std::string words;
  while (!rest.empty()) {
    const std::string_view word = rest.substr(0, rest.find('|'));
    rest.remove_prefix(std::min(word.size() + 1, rest.size()));
    if (word.front() < 'a' || word.front() > 'z') continue;
    if (!words.empty()) words += ' ';
    words += word;
  }
  return words;
}

std::string_view brief(const option_row& row) {
  const std::string_view help = row.help.english;
  return help.substr(0, std::min(help.find("; "), help.find(" (")));
}

std::string names_of(const option_row& row, std::string_view separator) {
  return row.letter != '\0' ? fmt::format("-{}{}--{}", row.letter, separator, row.name)
                            : fmt::format("--{}", row.name);
}

std::string names_of_options(bool with_value) {
  std::string names;
  for (const option_row& row : option_table()) {
    if (takes_value(row) != with_value) continue;
    if (!names.empty()) names += ' ';
    names += names_of(row, " ");
  }
  return names;
}

std::string letters_of_options(bool with_value) {
  std::string letters;
  for (const option_row& row : option_table())
    if (row.letter != '\0' && takes_value(row) == with_value) letters += row.letter;
  return letters;
}

std::string shell_quoted(std::string_view text) {
  std::string in_quotes = "'";
  for (const char c : text) in_quotes += c == '\'' ? std::string{"'\\''"} : std::string{c};
  return in_quotes + "'";
}

}  // namespace mpn::app
