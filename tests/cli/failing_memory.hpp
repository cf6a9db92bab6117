// Allocation functions that fail on demand.
#pragma once

namespace mpn::test::memory {

constexpr long never = -1;

extern long until_failure;   ///< number of allocations that still succeed, or `never`
extern bool only_one_fails;  ///< whether allocations succeed again after the one that failed
extern long held;            ///< number of allocations that were not freed

}  // namespace mpn::test::memory
