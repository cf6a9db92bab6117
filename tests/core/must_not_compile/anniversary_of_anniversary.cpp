// R1 applies to a purchase; the anniversary after an anniversary is R5.
#include "mpn/rules.hpp"

using namespace mpn;
using namespace mpn::literals;

// error: could not convert|no matching function
anniversary_date next = anniversary_of(ad(2021, 4, 20));
