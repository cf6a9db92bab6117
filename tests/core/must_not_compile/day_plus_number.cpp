// A number without a unit is not added to a day.
#include "mpn/rules.hpp"

using namespace mpn;
using namespace mpn::literals;

// error: no match for .operator|invalid operands to binary expression
sys_days closes = ad(2021, 4, 20).day + 30;
