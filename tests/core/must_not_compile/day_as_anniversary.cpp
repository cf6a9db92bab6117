// A plain day does not convert to an anniversary.
#include "mpn/rules.hpp"

using namespace mpn;
using namespace mpn::literals;

// error: non-scalar type|no viable conversion
anniversary_date anniversary = on(2021, 4, 20);
