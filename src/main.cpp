#include <algorithm>
#include <exception>
#include <new>
#include <span>
#include <string_view>

#include "io/platform.hpp"
#include "run.hpp"
#include "write/check.hpp"

namespace {

using namespace mpn::app;

// Ends a run that cannot continue. It allocates nothing, as memory may be exhausted.
int give_up(std::span<char*> words, std::string_view why) {
  const auto put = [](sink& to, std::initializer_list<std::string_view> pieces) {
    for (const std::string_view piece : pieces) (void)to.write(piece);
  };
  const bool check =
      std::ranges::any_of(words, [](std::string_view word) { return word == "--check"; });
  if (check) put(platform::standard_output(), {"MPN-RENEWAL UNKNOWN - ", why, "\n"});
  put(platform::standard_error(), {"mpn-renewal: ", why, "\n"});
  return check ? static_cast<int>(check_state::unknown) : 2;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    platform::prepare();
    return run(platform::arguments(argc, argv), platform::standard_input(),
               platform::standard_output(), platform::standard_error(),
               platform::current_environment());
  } catch (const std::bad_alloc&) {
    return give_up({argv, argv + argc}, "out of memory");
  } catch (const std::exception& error) {
    return give_up({argv, argv + argc}, error.what());
  }
}
