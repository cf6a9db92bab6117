// A result has to be checked before its value is used.
#include "mpn/rules.hpp"

using namespace mpn;
using namespace mpn::literals;

// error: non-scalar type|no viable conversion
sys_days day = parse_date("2021-02-28");
