// A number without a unit is not added to an anniversary.
#include "mpn/rules.hpp"

using namespace mpn;
using namespace mpn::literals;

// error: no match for .operator|invalid operands to binary expression
auto closes = ad(2021, 4, 20) + 30;
