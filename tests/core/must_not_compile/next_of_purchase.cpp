// R5 counts from an anniversary, not from a purchase.
#include "mpn/rules.hpp"

using namespace mpn;
using namespace mpn::literals;

// error: could not convert|no matching function
anniversary_date next = next_anniversary(bought(2020, 4, 20));
