// A purchase date and an anniversary are never equal, not even on the same day.
#include "mpn/rules.hpp"

using namespace mpn;
using namespace mpn::literals;

// error: no match for .operator|invalid operands to binary expression
bool same = bought(2020, 4, 20) == ad(2020, 4, 20);
