// The completion for fish.
#include <fmt/format.h>

#include <string>
#include <string_view>

#include "docs/completion.hpp"
#include "docs/generate.hpp"
#include "mpn/catalogue.hpp"

namespace mpn::app {

namespace {

// `text` in single quotes, in which fish knows escapes.
std::string fish_quoted(std::string_view text) {
  std::string in_quotes = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') in_quotes += '\\';
    in_quotes += c;
  }
  return in_quotes + "'";
}

constexpr std::string_view fish_walk = R"(    set -l waiting
    set -l only_words
    set -l words
    for word in (commandline -opc)[2..]
        if set -q waiting[1]
            set waiting
        else if set -q only_words[1]
            set -a words $word
        else if test "$word" = --
            set only_words yes
        else if contains -- "$word" $value_options; or string match -qr -- $bundle "$word"
            set waiting yes
        else if not string match -q -- '-?*' "$word"
            set -a words $word
        end
    end
    set -q words[1]; or return
    set -l given (string join ' ' $words[2..] '')
    for name in $names
        if test (string lower -- (string sub -l (string length -- "$given") -- $name)) = (string lower -- "$given")
            string sub -s (math 1 + (string length -- "$given")) -- $name
        end
    end
end

)";

}  // namespace

void put_fish_completion(output& to) {
  to.put(
      "# fish completion for mpn-renewal\n\nfunction __mpn_renewal_competencies\n    set -l names "
      "\\\n");
  for (const competency& entry : catalogue)
    to.put(fmt::format("    {} \\\n", fish_quoted(entry.name)));
  to.put(fmt::format("\n    set -l value_options {}\n", names_of_options(true)));
  to.put(fmt::format("    set -l bundle '^-[{}]+[{}]$'\n", letters_of_options(false),
                     letters_of_options(true)));
  to.put(fish_walk);
  to.put("complete -c mpn-renewal -f\ncomplete -c mpn-renewal -a '(__mpn_renewal_competencies)'\n");
  for (const option_row& row : option_table()) {
    std::string line = "complete -c mpn-renewal";
    if (row.letter != '\0') line += fmt::format(" -s {}", row.letter);
    line += fmt::format(" -l {}", row.name);
    if (takes_file(row))
      line += " -r -F";
    else if (takes_value(row))
      line += fmt::format(" -x -a {}", fish_quoted(words_of(row)));
    to.put(fmt::format("{} -d {}\n", line, fish_quoted(brief(row))));
  }
}

}  // namespace mpn::app
