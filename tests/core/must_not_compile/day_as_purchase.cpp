// A plain day is not a purchase date unless that is said.
#include "mpn/rules.hpp"

using namespace mpn;
using namespace mpn::literals;

// error: non-scalar type|no viable conversion
purchase_date purchase = on(2021, 4, 20);
