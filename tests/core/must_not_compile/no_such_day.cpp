// February 2021 has 28 days.
#include "mpn/rules.hpp"

using namespace mpn;
using namespace mpn::literals;

// error: call to (non-.constexpr.|consteval) function
purchase_date purchase = bought(2021, 2, 29);
