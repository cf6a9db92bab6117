#include "write/error_text.hpp"

#include "catch2.hpp"

using namespace mpn::app;

namespace {

int made = 0;

std::string counted(const record_error& error, language lang) {
  ++made;
  return sentence(error, lang);
}

}  // namespace

TEST_CASE("the text of an error is made again only for another error") {
  error_text texts{counted, language::english};
  const auto check = [&](const record_error& error, bool is_new) {
    const int before = made;
    CHECK(texts.of(error) == sentence(error, language::english));
    CHECK(made == before + (is_new ? 1 : 0));
  };
  check({.reason = error_reason::not_a_date, .value = "x"}, true);
  std::string copy{"x"};
  check({.reason = error_reason::not_a_date, .value = copy, .field = "other"}, false);
  copy = "y";
  check({.reason = error_reason::not_a_date, .value = copy}, true);
  check({.reason = error_reason::full_width_digits, .value = "y"}, true);
  check({.reason = error_reason::future_purchase, .value = "y", .number = 1}, true);
  check({.reason = error_reason::future_purchase, .value = "y"}, true);
  check({.reason = error_reason::too_many_fields, .value = "y", .other_number = 2}, true);
  check({.reason = error_reason::too_many_fields, .value = "y", .other_number = 3}, true);
  check({.reason = error_reason::too_many_fields, .value = "y", .other_number = 3}, false);
}
