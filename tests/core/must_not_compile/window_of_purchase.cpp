// R2 counts from an anniversary, not from a purchase.
#include "mpn/rules.hpp"

using namespace mpn;
using namespace mpn::literals;

// error: could not convert|no matching function
renewal_window window = window_of(bought(2020, 4, 20));
