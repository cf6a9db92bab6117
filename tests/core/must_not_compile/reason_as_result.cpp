// A reason is made a result by saying that there is no value.
#include "mpn/rules.hpp"

using namespace mpn;
using namespace mpn::literals;

// error: non-scalar type|no viable conversion
result<sys_days, date_error> none = date_error{};
