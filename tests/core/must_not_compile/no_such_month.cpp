// There is no month 13.
#include "mpn/rules.hpp"

using namespace mpn;
using namespace mpn::literals;

// error: call to (non-.constexpr.|consteval) function
anniversary_date anniversary = ad(2021, 13, 1);
