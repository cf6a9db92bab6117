// A schedule needs a term, not only an anniversary.
#include "mpn/renewal.hpp"

using namespace mpn;
using namespace mpn::literals;

// error: invalid initialization of reference|no matching function
auto s = schedule_of(ad(2021, 4, 20), not_given);
