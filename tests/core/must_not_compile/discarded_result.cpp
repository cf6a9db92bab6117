// A result that is not checked is a mistake. Needs -Werror=unused-result.
#include "mpn/rules.hpp"

using namespace mpn;
using namespace mpn::literals;

result<sys_days, date_error> read();
void forget() {
  // error: ignoring return
  read();
}
