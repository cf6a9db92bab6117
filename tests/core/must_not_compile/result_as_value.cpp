// Whether a text is a date has to be asked before its day is used.
#include "mpn/rules.hpp"

using namespace mpn;
using namespace mpn::literals;

// error: non-scalar type|no viable conversion
sys_days day = parse_date("2021-02-28");
