// A misspelt name has no entry.
#include "mpn/renewal.hpp"

using namespace mpn;
using namespace mpn::literals;

constexpr term first = nth_term(ad(2021, 4, 20), 1);

// error: non-constant condition|not an integral constant expression
static_assert(schedule_of(first, *find_competency("Securty")).has_value());
