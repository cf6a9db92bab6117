// A purchase date and an anniversary have no order.
#include "mpn/rules.hpp"

using namespace mpn;
using namespace mpn::literals;

// error: no match for .operator|invalid operands to binary expression
bool before = bought(2020, 4, 20) < ad(2020, 4, 20);
