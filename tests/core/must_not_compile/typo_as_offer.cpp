// A name that was not found is not an offer that was not given.
#include "mpn/renewal.hpp"

using namespace mpn;
using namespace mpn::literals;

constexpr term first = nth_term(ad(2021, 4, 20), 1);

// error: could not convert|no matching function
auto s = schedule_of(first, find_competency("Securty"));
