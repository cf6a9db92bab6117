// An entry is recognized by its address: a copy of the excluded competency would be eligible (R6).
#include "mpn/renewal.hpp"

using namespace mpn;
using namespace mpn::literals;

// error: use of deleted function|call to deleted constructor
competency copy = *find_competency("Cloud Business Applications");
