// Memory that runs out when a test says so.
#pragma once

namespace mpn::test::memory {

constexpr long never = -1;

extern long until_failure;   ///< how many allocations still succeed, or never
extern bool only_one_fails;  ///< after that, as when one large piece was asked for; otherwise all
                             ///< fail from there on
extern long held;            ///< allocations that were not given back

}  // namespace mpn::test::memory
