// The anniversary of a purchase is a calendar year later (R1); after an anniversary come 365 days
// (R5).
#include "mpn/rules.hpp"

using namespace mpn;
using namespace mpn::literals;

// error: could not convert|no matching function
anniversary_date next = anniversary_of(ad(2021, 4, 20));
