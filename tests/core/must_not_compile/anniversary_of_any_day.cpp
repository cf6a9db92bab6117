// A plain day is not a purchase date unless that is said.
#include "mpn/rules.hpp"

using namespace mpn;
using namespace mpn::literals;

// error: could not convert|no matching function
anniversary_date next = anniversary_of(on(2021, 4, 20));
