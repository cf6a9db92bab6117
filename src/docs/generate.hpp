// The files that go with the program when it is installed, all from the table of options and the
// catalogue.
#pragma once

#include "cli/options.hpp"
#include "io/streams.hpp"

namespace mpn::app {

/// The man page, in man(7).
void put_man_page(output& to);

void put_bash_completion(output& to);
void put_zsh_completion(output& to);
void put_fish_completion(output& to);

inline void put_generated(output& to, generated_file file) {
  switch (file) {
    case generated_file::man:
      return put_man_page(to);
    case generated_file::complete_bash:
      return put_bash_completion(to);
    case generated_file::complete_zsh:
      return put_zsh_completion(to);
    case generated_file::complete_fish:
      return put_fish_completion(to);
  }
}

}  // namespace mpn::app
