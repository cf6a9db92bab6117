// A plain day does not convert to a purchase date.
#include "mpn/rules.hpp"

using namespace mpn;
using namespace mpn::literals;

// error: non-scalar type|no viable conversion
purchase_date purchase = on(2021, 4, 20);
