// An anniversary does not convert to a plain day.
#include "mpn/rules.hpp"

using namespace mpn;
using namespace mpn::literals;

// error: non-scalar type|no viable conversion
sys_days day = ad(2021, 4, 20);
