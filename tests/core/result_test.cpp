#include "mpn/result.hpp"

#include <memory>
#include <string>
#include <type_traits>

#include "catch2.hpp"

namespace {

using mpn::result;
using mpn::unexpected;

struct point {
  int x;
  int y;
};

// Value and error have the same type, so that only `unexpected` distinguishes them.
constexpr result<int, int> halved(int number) {
  if (number % 2 != 0) return unexpected{number};
  return number / 2;
}

}  // namespace

TEST_CASE("a result holds a value or an error, even if both have the same type") {
  BOTH_CHECK(halved(8).has_value() && *halved(8) == 4);
  BOTH_CHECK(static_cast<bool>(halved(8)));
  BOTH_CHECK(!halved(7).has_value() && halved(7).error() == 7);
  BOTH_CHECK(!static_cast<bool>(halved(7)));
  BOTH_CHECK(halved(0).has_value() && *halved(0) == 0);
  BOTH_CHECK(!result<int, int>{unexpected{0}} && result<int, int>{0});
  constexpr int four = 4;  // an lvalue is copied, not moved
  BOTH_CHECK(result<int, int>{four}.has_value() && *result<int, int>{four} == 4);
}

TEST_CASE("the arrow gives access to the members of the value") {
  BOTH_CHECK(result<point, int> {
    point { 3, 4 }
  } -> y == 4);
}

TEST_CASE("a result converts neither to its value nor to bool") {
  BOTH_CHECK(!std::is_convertible_v<result<int, int>, int> &&
             !std::is_convertible_v<result<int, int>, bool>);
  BOTH_CHECK(!std::is_convertible_v<std::string, result<int, std::string>>);
  BOTH_CHECK(std::is_convertible_v<unexpected<std::string>, result<int, std::string>>);
  BOTH_CHECK(!std::is_default_constructible_v<result<int, int>>);
}

TEST_CASE("the accessors of a result do not throw") {
  using r = const result<int, int>&;
  BOTH_CHECK(noexcept(*std::declval<r>())&& noexcept(std::declval<r>().error())&& noexcept(
      std::declval<r>().has_value()));
}

TEST_CASE("a result can hold values and errors that can only be moved") {
  const result<std::string, int> first{std::string(100, 'x')};
  const auto second = first;
  CHECK(*second == *first);
  CHECK(first->size() == 100);
  const result<std::unique_ptr<int>, std::string> moved{std::make_unique<int>(5)};
  CHECK(**moved == 5);
  const result<int, std::unique_ptr<int>> refused{unexpected{std::make_unique<int>(6)}};
  CHECK(*refused.error() == 6);
}
