// A pointer to an entry may be null; an offer is made from the entry itself.
#include "mpn/renewal.hpp"

using namespace mpn;
using namespace mpn::literals;

// error: non-scalar type|no viable conversion
offer held = &catalogue[0];
