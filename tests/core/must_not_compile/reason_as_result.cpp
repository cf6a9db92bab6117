// An error converts to a result only through `unexpected`.
#include "mpn/rules.hpp"

using namespace mpn;
using namespace mpn::literals;

// error: non-scalar type|no viable conversion
result<sys_days, date_error> no_date = date_error{};
