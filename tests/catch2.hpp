// Catch2 2 (Debian 12) or 3, whichever there is.
#pragma once

#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>  // IWYU pragma: export
#else
#include <catch2/catch.hpp>  // IWYU pragma: export
#endif

// Checked by the compiler, and once more at run time, where coverage and sanitizers see it.
#define BOTH_CHECK(...)         \
  do {                          \
    static_assert(__VA_ARGS__); \
    CHECK((__VA_ARGS__));       \
  } while (false)
