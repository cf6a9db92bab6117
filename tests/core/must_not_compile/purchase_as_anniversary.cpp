// A purchase date does not become an anniversary, not even when that is said: R1 is in between.
#include "mpn/rules.hpp"

using namespace mpn;
using namespace mpn::literals;

// error: no matching (function|constructor)
anniversary_date anniversary{bought(2020, 4, 20)};
