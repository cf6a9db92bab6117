// The first byte selects the options and the check; the rest is the input.
#include <array>
#include <cstdint>

#include "invariants.hpp"

// NOLINTNEXTLINE(readability-identifier-naming): the name that libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::array<mpn::test::words, 10> options{
      {{},
       {"--as-of", "2021-05-08"},
       {"-a"},
       {"--date-order", "dmy"},
       {"--waves", "all", "-t", "3"},
       {"-a", "--as-of", "2021-05-08", "-t", "current"},
       {"--date-field", "note"},
       {"--competency-field", "note"},
       {"--label-field", "note"},
       {"--as-of", "2021-05-08", "--sort"}}};
  if (size == 0) return 0;
  mpn::test::check_invariants(options[data[0] % options.size()], data[0] / options.size(),
                              {reinterpret_cast<const char*>(data) + 1, size - 1});
  return 0;
}
