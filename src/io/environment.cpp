#include "io/environment.hpp"

#include <cstdlib>
#include <string_view>

namespace mpn::app {

namespace {

std::string_view variable(const char* name) {
  const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): one thread
  return value == nullptr ? std::string_view{} : value;
}

}  // namespace

environment environment_from_variables() {
  environment found;
  found.no_color = !variable("NO_COLOR").empty() || variable("TERM") == "dumb";
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
    if (found.locale.empty()) found.locale = variable(name);
  return found;
}

}  // namespace mpn::app
