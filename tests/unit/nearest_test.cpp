#include "text/nearest.hpp"

#include <string>
#include <vector>

#include "catch2.hpp"

namespace {

using mpn::app::edit_distance;
using mpn::app::nearest_match;

// The recursive definition of the optimal string alignment distance; slow.
std::size_t distance_by_definition(std::string_view a, std::string_view b) {
  if (a.empty() || b.empty()) return a.size() + b.size();
  const std::string_view shorter_a = a.substr(0, a.size() - 1);
  const std::string_view shorter_b = b.substr(0, b.size() - 1);
  std::size_t best =
      std::min(distance_by_definition(shorter_a, b), distance_by_definition(a, shorter_b)) + 1;
  best =
      std::min(best, distance_by_definition(shorter_a, shorter_b) + (a.back() == b.back() ? 0 : 1));
  if (a.size() > 1 && b.size() > 1 && a.back() == shorter_b.back() && b.back() == shorter_a.back())
    best = std::min(
        best, distance_by_definition(a.substr(0, a.size() - 2), b.substr(0, b.size() - 2)) + 1);
  return best;
}

constexpr std::string_view nearest_of(std::string_view word,
                                      std::initializer_list<std::string_view> candidates) {
  nearest_match<std::string_view> nearest{word};
  for (const std::string_view& candidate : candidates) nearest.offer(candidate, candidate);
  return nearest.best() == nullptr ? "none" : *nearest.best();
}

}  // namespace

TEST_CASE(
    "the edit distance counts bytes added, dropped, changed or swapped with their neighbour") {
  BOTH_CHECK(edit_distance("", "") == 0);
  BOTH_CHECK(edit_distance("", "abc") == 3 && edit_distance("abc", "") == 3);
  BOTH_CHECK(edit_distance("security", "security") == 0);
  BOTH_CHECK(edit_distance("securty", "security") == 1);
  BOTH_CHECK(edit_distance("secuurity", "security") == 1);
  BOTH_CHECK(edit_distance("sekurity", "security") == 1);
  BOTH_CHECK(edit_distance("buisness", "business") == 1);
  BOTH_CHECK(edit_distance("ab", "ba") == 1);
  BOTH_CHECK(edit_distance("abcd", "badc") == 2);
  BOTH_CHECK(edit_distance("kitten", "sitting") == 3);
  BOTH_CHECK(edit_distance("ca", "abc") == 3);  // a swapped pair is not edited again
  BOTH_CHECK(edit_distance("abc", "xyz") == 3);
}

TEST_CASE("the edit distance equals its definition for every pair of short words") {
  std::vector<std::string> words{""};
  for (std::size_t i = 0; i < words.size(); ++i)
    if (words[i].size() < 4)
      for (const char letter : {'a', 'b', 'c'}) words.push_back(words[i] + letter);
  REQUIRE(words.size() == 1 + 3 + 9 + 27 + 81);
  std::size_t wrong = 0;
  for (const std::string& a : words)
    for (const std::string& b : words)
      wrong += edit_distance(a, b) == distance_by_definition(a, b) ? 0 : 1;
  CHECK(wrong == 0);
}

TEST_CASE("with a number that is enough, the edit distance is exact below it") {
  std::vector<std::string> words{""};
  for (std::size_t i = 0; i < words.size(); ++i)
    if (words[i].size() < 4)
      for (const char letter : {'a', 'b', 'c'}) words.push_back(words[i] + letter);
  std::size_t wrong = 0;
  for (const std::string& a : words)
    for (const std::string& b : words)
      for (std::size_t enough = 0; enough <= 5; ++enough) {
        const std::size_t exact = edit_distance(a, b);
        const std::size_t counted = edit_distance(a, b, enough);
        wrong += exact < enough ? counted != exact : counted < enough || counted > exact;
      }
  CHECK(wrong == 0);
}

TEST_CASE("a candidate of other letters is not near, one of the same letters may be") {
  BOTH_CHECK(nearest_of("abcdef", {"abcdez"}) == "abcdez");
  BOTH_CHECK(nearest_of("aabbcc", {"ccbbaa"}) == "none");
  BOTH_CHECK(nearest_of("aabbcc", {"ababcc"}) == "ababcc");
  BOTH_CHECK(nearest_of("aaaaaa", {"aaaa"}) == "aaaa" && nearest_of("aaaa", {"aaaaaa"}) == "none");
  CHECK(nearest_of(std::string(128, 'a'), {std::string(86, 'a')}) == std::string(86, 'a'));
  CHECK(nearest_of(std::string(256, 'a') + "b", {"b"}) == "none");
}

TEST_CASE("words of the longest length are compared to the last byte") {
  const std::string longest(mpn::app::limits::compared_word, 'a');
  CHECK(edit_distance(longest, longest) == 0);
  CHECK(edit_distance(longest, std::string(mpn::app::limits::compared_word - 1, 'a') + 'b') == 1);
  CHECK(edit_distance(longest, std::string(mpn::app::limits::compared_word, 'b')) ==
        mpn::app::limits::compared_word);
  CHECK(edit_distance(longest, "") == mpn::app::limits::compared_word);
  CHECK(edit_distance("", longest) == mpn::app::limits::compared_word);
}

TEST_CASE("the closest candidate is chosen, of equals the first") {
  BOTH_CHECK(nearest_of("--tern", {"--to", "--term", "--team"}) == "--term");
  BOTH_CHECK(nearest_of("abcdef", {"abcdxy", "abcdex", "abcdey"}) == "abcdex");
  BOTH_CHECK(nearest_of("abcdef", {"abcdef", "abcdex"}) == "abcdef");
  BOTH_CHECK(nearest_of("abcdef", {"abcdex", "abcdef"}) == "abcdef");
  BOTH_CHECK(nearest_of("abcdef", {}) == "none");
}

TEST_CASE("a candidate is near if at most a third of the word is wrong") {
  BOTH_CHECK(nearest_of("abcdef", {"abcdxy"}) == "abcdxy");
  BOTH_CHECK(nearest_of("abcdef", {"abcxyz"}) == "none");
  BOTH_CHECK(nearest_of("abcde", {"abcdx"}) == "abcdx");
  BOTH_CHECK(nearest_of("abcde", {"abcxy"}) == "none");
  BOTH_CHECK(nearest_of("abc", {"abx"}) == "abx");
  BOTH_CHECK(nearest_of("ab", {"ax"}) == "none");
  BOTH_CHECK(nearest_of("ab", {"ab"}) == "ab");
  BOTH_CHECK(nearest_of("", {"a"}) == "none");
  BOTH_CHECK(nearest_of("abc", {"abcd"}) == "abcd" && nearest_of("abc", {"abcde"}) == "none");
  BOTH_CHECK(nearest_of("abcd", {"abc"}) == "abc" && nearest_of("abcd", {"ab"}) == "none");
}

TEST_CASE("words too long to be compared are not near to any word") {
  const std::string longest(128, 'a');
  const std::string too_long(129, 'a');
  const std::string huge(10'000, 'a');
  CHECK(nearest_of(longest, {longest}) == longest);
  CHECK(nearest_of(too_long, {longest}) == "none");
  CHECK(nearest_of(longest, {too_long}) == "none");
  CHECK(nearest_of(too_long, {too_long}) == "none");
  CHECK(nearest_of(huge, {huge}) == "none");
}
