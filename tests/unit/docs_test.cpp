// The man page and the completions against the option table and the catalogue.
#include <fmt/format.h>

#include <string>
#include <string_view>

#include "cli/option_table.hpp"
#include "docs_pages.hpp"
#include "mpn/catalogue.hpp"

namespace mpn::test {

namespace {

using app::option_row;

strings catalogue_names() {
  strings names;
  for (const competency& entry : catalogue) names.emplace_back(entry.name);
  return names;
}

bool takes_value(const option_row& row) { return !row.argument.empty(); }
bool takes_file(const option_row& row) { return row.argument == "FILE" && row.choices.empty(); }

// The argument as help and man page write it: text|json, N|current.
std::string argument_of(const option_row& row) {
  return row.choices.empty() ? std::string{row.argument}
                             : fmt::format("{}", fmt::join(row.choices, "|"));
}

// The values that can be completed: those not in capitals, which stand for something.
std::string values_of(const option_row& row) {
  strings values;
  for (const std::string& value : split(argument_of(row), "|"))
    if (!value.empty() && (value[0] < 'A' || 'Z' < value[0])) values.push_back(value);
  return join(values, " ");
}

std::string names_of(const option_row& row, std::string_view separator) {
  return row.letter == '\0' ? fmt::format("--{}", row.name)
                            : fmt::format("-{}{}--{}", row.letter, separator, row.name);
}

// One line for each option that `accept` takes, as `line` writes it.
template <class Line, class Accept>
strings option_lines(Line line, Accept accept) {
  strings lines;
  for (const option_row& row : app::option_table)
    if (accept(row)) lines.push_back(line(row));
  return lines;
}
template <class Line>
strings option_lines(Line line) {
  return option_lines(line, [](const option_row&) { return true; });
}

const auto with_blank = [](const option_row& row) { return names_of(row, " "); };

// The regular expression for a bundle of letters, of which only the last may take a value.
std::string bundle() {
  std::string flags;
  std::string with_value;
  for (const option_row& row : app::option_table)
    if (row.letter != '\0') (takes_value(row) ? with_value : flags) += row.letter;
  return fmt::format("'^-[{}]+[{}]$'", flags, with_value);
}

}  // namespace

TEST_CASE("the man page has every option with its letter, name and argument") {
  CHECK(terms(".SH OPTIONS", ".SH INPUT") == option_lines([](const option_row& row) {
          return names_of(row, ", ") + (takes_value(row) ? " " + argument_of(row) : "");
        }));
}

TEST_CASE("the bash completions have every option with its letter, name and choices") {
  const std::string script = page({"--generate", "complete-bash"});
  CHECK(lines_with(script, "  local options=") ==
        strings{fmt::format("  local options='{}'", join(option_lines(with_blank), " "))});
  CHECK(lines_with(script, "  local value_options=") ==
        strings{fmt::format("  local value_options='{}'",
                            join(option_lines(with_blank, takes_value), " "))});
  CHECK(lines_with(script, "  local bundle=") == strings{"  local bundle=" + bundle()});
  CHECK(lines_between(script, "  case $option in", "  esac") ==
        option_lines(
            [](const option_row& row) {
              return fmt::format("    {}) {} ;;", names_of(row, " | "),
                                 takes_file(row) ? "compopt -o default"
                                                 : fmt::format("values='{}'", values_of(row)));
            },
            [](const option_row& row) { return takes_file(row) || !values_of(row).empty(); }));
}

TEST_CASE("the zsh completions have every option with its letter, name and choices") {
  strings lines = lines_with(page({"--generate", "complete-zsh"}), "    '(");
  for (std::string& line : lines) {
    const std::size_t open = line.find('[');
    const std::size_t close = line.find(']', open);
    REQUIRE(open + 1 < close);
    line.erase(open + 1, close - open - 1);
  }
  CHECK(lines == option_lines([](const option_row& row) {
          const bool value = takes_value(row);
          const std::string names = row.letter == '\0'
                                        ? fmt::format("--{}{}", row.name, value ? "=" : "")
                                        : fmt::format("{{-{}{},--{}{}}}", row.letter,
                                                      value ? "+" : "", row.name, value ? "=" : "");
          const std::string values = values_of(row);
          const std::string action = takes_file(row)  ? "_files"
                                     : values.empty() ? " "
                                                      : fmt::format("({})", values);
          return fmt::format("    '({})'{}'[]{}' \\", names_of(row, " "), names,
                             value ? fmt::format(":{}:{}", row.argument, action) : "");
        }));
}

TEST_CASE("the fish completions have every option with its letter, name and choices") {
  const std::string script = page({"--generate", "complete-fish"});
  strings lines;
  for (const std::string& line : lines_with(script, "complete -c mpn-renewal -"))
    if (const std::size_t description = line.find(" -d '"); description != std::string::npos)
      lines.push_back(line.substr(0, description));
  CHECK(lines == option_lines([](const option_row& row) {
          return fmt::format("complete -c mpn-renewal{} -l {}{}",
                             row.letter == '\0' ? std::string{} : fmt::format(" -s {}", row.letter),
                             row.name,
                             takes_file(row)    ? " -r -F"
                             : takes_value(row) ? fmt::format(" -x -a '{}'", values_of(row))
                                                : "");
        }));
  CHECK(lines_with(script, "    set -l value_options ") ==
        strings{"    set -l value_options " + join(option_lines(with_blank, takes_value), " ")});
  CHECK(lines_with(script, "    set -l bundle ") == strings{"    set -l bundle " + bundle()});
}

TEST_CASE("every completion has the names of the catalogue") {
  CHECK(lines_between(page({"--generate", "complete-bash"}), "  done <<'END'", "END") ==
        catalogue_names());
  CHECK(join(lines_between(page({"--generate", "complete-zsh"}), "  local -a names=(", "  )"),
             "\n") == "    '" + join(catalogue_names(), "'\n    '") + "'");
  CHECK(join(lines_between(page({"--generate", "complete-fish"}), "    set -l names \\", ""),
             "\n") == "        '" + join(catalogue_names(), "' \\\n        '") + "'");
}

}  // namespace mpn::test
