// Only the entries of the catalogue are offers.
#include "mpn/renewal.hpp"

using namespace mpn;
using namespace mpn::literals;

// error: use of deleted function|conversion function|call to deleted
offer held = competency("x", competency_kind::competency, "X", "", {}, {});
