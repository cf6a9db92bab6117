// A rule whose result is not used is a mistake. Needs -Werror=unused-result.
#include "mpn/rules.hpp"

using namespace mpn;
using namespace mpn::literals;

void forget() {
  // error: ignoring return
  window_of(ad(2021, 4, 20));
}
