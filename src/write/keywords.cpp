#include "write/keywords.hpp"

namespace mpn::app {

std::string_view to_string(phase p) {
  switch (p) {
    case phase::active:
      return "active";
    case phase::reminded:
      return "reminded";
    case phase::open:
      return "open";
    case phase::last_call:
      return "last_call";
    case phase::lapsed:
      break;
  }
  return "lapsed";
}

std::string_view to_string(extension_status status) {
  switch (status) {
    case extension_status::eligible:
      return "eligible";
    case extension_status::not_eligible:
      return "not_eligible";
    case extension_status::unknown:
      break;
  }
  return "unknown";
}

std::string_view to_string(extension_reason reason) {
  switch (reason) {
    case extension_reason::in_range:
      return "in_range";
    case extension_reason::not_covered:
      return "not_covered";
    case extension_reason::out_of_range:
      return "out_of_range";
    case extension_reason::competency_not_given:
      return "competency_not_given";
    case extension_reason::excluded_competency:
      return "excluded_competency";
    case extension_reason::not_published:
      break;
  }
  return "not_published";
}

}  // namespace mpn::app
