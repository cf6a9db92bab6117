// A result with a value has no error.
#include "mpn/rules.hpp"

using namespace mpn;
using namespace mpn::literals;

// error: non-constant condition|not an integral constant expression
static_assert(parse_date("2021-02-28").error() == date_error{});
