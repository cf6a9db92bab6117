// Whoever does not look at the result does not know whether there is a date; this needs
// -Werror=unused-result.
#include "mpn/rules.hpp"

using namespace mpn;
using namespace mpn::literals;

result<sys_days, date_error> read();
void forget() {
  // error: ignoring return
  read();
}
