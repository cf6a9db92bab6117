#include "mpn/folded_name.hpp"

#include <string>

#include "catch2.hpp"

namespace {

constexpr bool folds_to(std::string_view name, std::string_view folded) {
  return mpn::folded_name{name}.view() == folded;
}

// Only the 26 ASCII letters have case; blanks, hyphens and underscores are dropped; all other bytes
// are unchanged.
constexpr bool folds_every_byte() {
  for (int byte = 1; byte < 256; ++byte) {
    const char c = static_cast<char>(byte);
    const bool dropped = c == ' ' || c == '\t' || c == '-' || c == '_';
    const char folded = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    if (!folds_to({&c, 1}, dropped ? std::string_view{} : std::string_view{&folded, 1}))
      return false;
  }
  return true;
}

}  // namespace

TEST_CASE("folding drops case, blanks, hyphens and underscores") {
  BOTH_CHECK(folds_to("", ""));
  BOTH_CHECK(folds_to("Cloud Platform", "cloudplatform"));
  BOTH_CHECK(folds_to(" -_\tcloud_-PLATFORM\t", "cloudplatform"));
  BOTH_CHECK(folds_to("AZ az 09", "azaz09"));
  BOTH_CHECK(folds_to("데이터 센터", "데이터센터"));
  BOTH_CHECK(folds_to("\u00c9T\u00c9", "\u00c9t\u00c9"));  // only ASCII letters have case
  BOTH_CHECK(folds_every_byte());
  BOTH_CHECK(folds_to({"a\0", 2}, "a\xff") && folds_to({"\0", 1}, "\xff"));  // a NUL is not dropped
}

TEST_CASE("a no-break space is a blank, one byte of it is not") {
  BOTH_CHECK(folds_to("\u00a0Cloud\u00a0Platform\u00a0", "cloudplatform"));
  BOTH_CHECK(folds_to("\u00a0\u00a0", ""));
  BOTH_CHECK(folds_to("a\xc2", "a\xc2"));
  BOTH_CHECK(folds_to("\xa0z", "\xa0z"));
  BOTH_CHECK(folds_to("\u00a9", "\u00a9"));
}

TEST_CASE("a name that does not fit is empty when folded") {
  CHECK(folds_to(std::string(128, 'X'), std::string(128, 'x')));
  CHECK(folds_to(std::string(10'000, ' ') + std::string(128, 'X'), std::string(128, 'x')));
  CHECK(folds_to(std::string(129, 'X'), ""));
  CHECK(folds_to(std::string(10'000, 'X'), ""));
}
