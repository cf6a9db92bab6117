// The completion for zsh, to be autoloaded from fpath or sourced.
#include <fmt/format.h>

#include <string>
#include <string_view>

#include "docs/completion.hpp"
#include "docs/generate.hpp"
#include "mpn/catalogue.hpp"

namespace mpn::app {

namespace {

constexpr std::string_view zsh_functions = R"(  )
  local given=''
  (( $#line > 2 )) && given="${(j: :)${(Q)line[2,-2]}} "
  local name
  local -a left
  for name in $names; do
    [[ ${(L)name} == ${(bL)given}* ]] && left+=("${name:$#given}")
  done
  _wanted competencies expl competency compadd -M 'm:{[:lower:][:upper:]}={[:upper:][:lower:]}' -a left
}

_mpn-renewal() {
  local curcontext=$curcontext state
  local -a line
  _arguments -s -S -C \
)";

// The guard is there because a message without it would keep options from being inserted.
constexpr std::string_view zsh_end =
    R"(    '1:purchase date, YYYY-MM-DD:_guard "[0-9]#" "purchase date, YYYY-MM-DD"' \
    '*:competency:->competency' && return
  [[ $state == competency ]] && _mpn_renewal_competencies
}

if [[ $funcstack[1] == _mpn-renewal ]]; then
  _mpn-renewal "$@"
else
  compdef _mpn-renewal mpn-renewal
fi
)";

// In _arguments a colon ends a description, and so does a bracket.
std::string zsh_description(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (c == ':' || c == '[' || c == ']' || c == '\\') escaped += '\\';
    escaped += c;
  }
  return escaped;
}

std::string zsh_specification(const option_row& row) {
  std::string names = fmt::format("--{}{}", row.name, takes_value(row) ? "=" : "");
  if (row.letter != '\0')
    names = fmt::format("{{-{}{},{}}}", row.letter, takes_value(row) ? "+" : "", names);
  std::string what = fmt::format("[{}]", zsh_description(brief(row)));
  if (takes_value(row)) {
    what += fmt::format(":{}:", row.argument);
    // A space is the action that only shows what is asked for.
    const std::string words = words_of(row);
    what += takes_file(row) ? "_files" : words.empty() ? " " : fmt::format("({})", words);
  }
  return fmt::format("{}{}{}", shell_quoted(fmt::format("({})", names_of(row, " "))), names,
                     shell_quoted(what));
}

}  // namespace

void put_zsh_completion(output& to) {
  to.put("#compdef mpn-renewal\n\n_mpn_renewal_competencies() {\n  local -a names=(\n");
  for (const competency& entry : catalogue)
    to.put(fmt::format("    {}\n", shell_quoted(entry.name)));
  to.put(zsh_functions);
  for (const option_row& row : option_table())
    to.put(fmt::format("    {} \\\n", zsh_specification(row)));
  to.put(zsh_end);
}

}  // namespace mpn::app
