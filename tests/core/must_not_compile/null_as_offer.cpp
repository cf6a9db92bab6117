// A null pointer does not mean "not given".
#include "mpn/renewal.hpp"

using namespace mpn;
using namespace mpn::literals;

constexpr term first = nth_term(ad(2021, 4, 20), 1);

// error: could not convert|no matching function
auto s = schedule_of(first, nullptr);
