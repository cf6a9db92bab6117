// An offer that was not given has to be written as such.
#include "mpn/renewal.hpp"

using namespace mpn;
using namespace mpn::literals;

// error: no matching (function|constructor)
offer held{};
