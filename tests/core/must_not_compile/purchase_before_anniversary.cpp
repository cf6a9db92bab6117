// A purchase and an anniversary have no order either.
#include "mpn/rules.hpp"

using namespace mpn;
using namespace mpn::literals;

// error: no match for .operator|invalid operands to binary expression
bool before = bought(2020, 4, 20) < ad(2020, 4, 20);
