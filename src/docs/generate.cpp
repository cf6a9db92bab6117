#include "docs/generate.hpp"

#include <string_view>

namespace mpn::app {

namespace {

// The files of this folder, as CMakeLists.txt writes them for this include.
constexpr char man_page[] = {
#include "mpn-renewal.1.inc"
};
constexpr char bash_completions[] = {
#include "mpn-renewal.bash.inc"
};
constexpr char zsh_completions[] = {
#include "_mpn-renewal.inc"
};
constexpr char fish_completions[] = {
#include "mpn-renewal.fish.inc"
};
constexpr char json_schema[] = {
#include "schema.json.inc"
};

std::string_view embedded(generated_file file) {
  switch (file) {
    case generated_file::man:
      return {man_page, sizeof man_page};
    case generated_file::complete_bash:
      return {bash_completions, sizeof bash_completions};
    case generated_file::complete_zsh:
      return {zsh_completions, sizeof zsh_completions};
    case generated_file::complete_fish:
      break;
  }
  return {fish_completions, sizeof fish_completions};
}

}  // namespace

void put_generated(output& to, generated_file file) { to.put(embedded(file)); }

void put_schema(output& to) { to.put({json_schema, sizeof json_schema}); }

}  // namespace mpn::app
