// A purchase and an anniversary are never the same thing, even on one day.
#include "mpn/rules.hpp"

using namespace mpn;
using namespace mpn::literals;

// error: no match for .operator|invalid operands to binary expression
bool same = bought(2020, 4, 20) == ad(2020, 4, 20);
