#include "docs/generate.hpp"

#include <array>
#include <string_view>

namespace mpn::app {

namespace {

// The files of this folder, as CMakeLists.txt writes them for this include.
constexpr char man_page[] = {
#include "docs/mpn-renewal.1.inc"
};
constexpr char korean_man_page[] = {
#include "docs/mpn-renewal.ko.1.inc"
};
constexpr char bash_completions[] = {
#include "docs/mpn-renewal.bash.inc"
};
constexpr char zsh_completions[] = {
#include "docs/_mpn-renewal.inc"
};
constexpr char fish_completions[] = {
#include "docs/mpn-renewal.fish.inc"
};
constexpr char json_schema[] = {
#include "docs/schema.json.inc"
};

struct embedded_file {
  std::string_view name;
  std::string_view bytes;
};
constexpr std::array<embedded_file, 4> embedded_files{
    {{"man", {man_page, sizeof man_page}},
     {"complete-bash", {bash_completions, sizeof bash_completions}},
     {"complete-zsh", {zsh_completions, sizeof zsh_completions}},
     {"complete-fish", {fish_completions, sizeof fish_completions}}}};

}  // namespace

void put_generated(output_buffer& to, std::string_view name, language lang) {
  if (name == "man" && lang == language::korean)
    return to.put({korean_man_page, sizeof korean_man_page});
  for (const embedded_file& file : embedded_files)
    if (file.name == name) to.put(file.bytes);
}

void put_schema(output_buffer& to) { to.put({json_schema, sizeof json_schema}); }

}  // namespace mpn::app
