// A result with an error has no value.
#include "mpn/rules.hpp"

using namespace mpn;
using namespace mpn::literals;

// error: non-constant condition|not an integral constant expression
static_assert(*parse_date("2021-02-29") == on(2021, 2, 28));
