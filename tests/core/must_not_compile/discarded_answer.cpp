// A rule worked out and not looked at is a mistake; this needs -Werror=unused-result.
#include "mpn/rules.hpp"

using namespace mpn;
using namespace mpn::literals;

void forget() {
  // error: ignoring return
  window_of(ad(2021, 4, 20));
}
