// The 365 days of R5 are counted from an anniversary, not from the purchase.
#include "mpn/rules.hpp"

using namespace mpn;
using namespace mpn::literals;

// error: could not convert|no matching function
anniversary_date next = next_anniversary(bought(2020, 4, 20));
