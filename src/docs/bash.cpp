// The completion for bash, which needs nothing but bash.
#include <fmt/format.h>

#include <string>
#include <string_view>

#include "docs/completion.hpp"
#include "docs/generate.hpp"
#include "mpn/catalogue.hpp"

namespace mpn::app {

namespace {

constexpr std::string_view bash_beginning = R"(# bash completion for mpn-renewal

# What is left of the names that begin with $1, in any case, behind those words of them that are there.
# They are not quoted, because the program takes all words after the date.
_mpn_renewal_competencies() {
  local given=$1 name
  while IFS= read -r name; do
    [[ ${name,,} == "${given,,}${cur,,}"* ]] && COMPREPLY+=("${name:${#given}}")
  done <<'END'
)";

constexpr std::string_view bash_function = R"(END
}

_mpn_renewal() {
)";

// The words before this one tell which option waits for its value and what there is of a name.
constexpr std::string_view bash_walk =
    R"(  local cur=${COMP_WORDS[COMP_CWORD]} waiting='' date='' given='' only_words='' prefix='' word i
  COMPREPLY=()
  for ((i = 1; i < COMP_CWORD; i++)); do
    word=${COMP_WORDS[i]//[\"\'\\]/}
    if [[ $word == '=' && -n $waiting ]]; then
      :
    elif [[ -n $waiting ]]; then
      waiting=''
    elif [[ -z $only_words && $word == -- ]]; then
      only_words=yes
    elif [[ -z $only_words && " $value_options " == *" $word "* ]]; then
      waiting=$word
    elif [[ -z $only_words && $word =~ $bundle ]]; then
      waiting=-${word: -1}
    elif [[ -z $only_words && $word == -?* ]]; then
      :
    elif [[ -z $date ]]; then
      date=$word
    elif [[ -n $word ]]; then
      given+="$word "
    fi
  done
  if [[ -n $waiting && $cur == '=' ]]; then
    cur=''
  elif [[ -z $waiting && -z $only_words && $cur == --*=* ]]; then
    waiting=${cur%%=*} prefix=${cur%%=*}= cur=${cur#*=}
  fi
)";

constexpr std::string_view bash_end = R"(  esac
  cur=${cur#[\"\']}
  cur=${cur//\\/}
  if [[ -z $only_words && $cur == -* ]]; then
    COMPREPLY=($(compgen -W "$options" -- "$cur"))
    return
  fi
  [[ -n $date ]] && _mpn_renewal_competencies "$given"
  [[ -z $cur && ${#COMPREPLY[@]} -eq 0 ]] && COMPREPLY=($(compgen -W "$options"))
}

complete -F _mpn_renewal mpn-renewal
)";

}  // namespace

void put_bash_completion(output& to) {
  to.put(bash_beginning);
  for (const competency& entry : catalogue) to.put(fmt::format("{}\n", entry.name));
  to.put(bash_function);
  to.put(fmt::format("  local options={}\n",
                     shell_quoted(names_of_options(false) + ' ' + names_of_options(true))));
  to.put(fmt::format("  local value_options={}\n", shell_quoted(names_of_options(true))));
  to.put(fmt::format("  local bundle='^-[{}]+[{}]$'\n", letters_of_options(false),
                     letters_of_options(true)));
  to.put(bash_walk);
  to.put("  case $waiting in\n");
  for (const option_row& row : option_table()) {
    if (!takes_value(row)) continue;
    to.put(fmt::format("    {})\n", names_of(row, " | ")));
    if (takes_file(row))
      to.put("      compopt -o default\n");
    else if (const std::string words = words_of(row); !words.empty())
      to.put(fmt::format("      COMPREPLY=($(compgen -P \"$prefix\" -W {} -- \"$cur\"))\n",
                         shell_quoted(words)));
    to.put("      return\n      ;;\n");
  }
  to.put(bash_end);
}

}  // namespace mpn::app
