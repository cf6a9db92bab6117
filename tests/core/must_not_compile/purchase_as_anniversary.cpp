// A purchase date is not an anniversary, not even explicitly: R1 lies between them.
#include "mpn/rules.hpp"

using namespace mpn;
using namespace mpn::literals;

// error: no matching (function|constructor)
anniversary_date anniversary{bought(2020, 4, 20)};
