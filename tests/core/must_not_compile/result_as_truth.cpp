// A result does not convert to bool, which could be taken for its value.
#include "mpn/rules.hpp"

using namespace mpn;
using namespace mpn::literals;

// error: cannot convert|no viable conversion
bool is_date = parse_date("2021-02-28");
