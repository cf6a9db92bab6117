#include <cstdio>
#include <exception>

#include "platform.hpp"
#include "run.hpp"

int main(int argc, char** argv) {
  namespace platform = mpn::cli::platform;
  try {
    return mpn::cli::run(platform::arguments(argc, argv), platform::standard_input(), platform::standard_output(),
                         platform::standard_error(), platform::surroundings());
  } catch (const std::exception& error) {  // out of memory, as far as we know
    std::fprintf(stderr, "mpn-renewal: %s\n", error.what());
    return 2;
  }
}
