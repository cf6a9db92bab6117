// A plain day does not convert to a purchase date.
#include "mpn/rules.hpp"

using namespace mpn;
using namespace mpn::literals;

// error: could not convert|no matching function
anniversary_date next = anniversary_of(on(2021, 4, 20));
