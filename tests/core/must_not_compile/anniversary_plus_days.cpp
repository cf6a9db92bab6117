// Only R5 leads from one anniversary to the next.
#include "mpn/rules.hpp"

using namespace mpn;
using namespace mpn::literals;

// error: no match for .operator|invalid operands to binary expression
anniversary_date next = ad(2021, 4, 20) + days{365};
