// The result of a search does not convert to bool.
#include "mpn/renewal.hpp"

using namespace mpn;
using namespace mpn::literals;

// error: cannot convert|no viable conversion
bool is_known = find_competency("Security");
