// Did-you-mean: how far apart two words are.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

namespace mpn::app {

/// The longest word that is compared; longer ones are not near to anything.
inline constexpr std::size_t longest_compared = 128;

/// How many bytes have to be added, dropped, changed or swapped with their neighbour to turn one
/// word into the other (optimal string alignment), each word at most `longest_compared` bytes long.
[[nodiscard]] constexpr std::size_t edit_distance(std::string_view a, std::string_view b) noexcept {
  std::size_t rows[3][longest_compared + 1]{};
  std::size_t* before_last = rows[0];
  std::size_t* last = rows[1];
  std::size_t* now = rows[2];
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    now[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t changed = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      std::size_t best = std::min(std::min(last[j], now[j - 1]) + 1, changed);
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        best = std::min(best, before_last[j - 2] + 1);
      now[j] = best;
    }
    std::swap(before_last, last);
    std::swap(last, now);
  }
  return last[b.size()];
}

/// The closest candidate that is at most a third of the word away; feed it the candidates one by
/// one.
template <class Candidate>
class nearest_match {
 public:
  constexpr explicit nearest_match(std::string_view word) noexcept
      : word_{word}, limit_{word.size() / 3} {}

  constexpr void offer(std::string_view spelling, const Candidate& candidate) noexcept {
    const std::size_t shorter = std::min(word_.size(), spelling.size());
    const std::size_t longer = std::max(word_.size(), spelling.size());
    if (longer > longest_compared || longer - shorter > limit_)
      return;  // the distance is at least the difference in length
    const std::size_t distance = edit_distance(word_, spelling);
    if (distance > limit_ || (best_ != nullptr && distance >= distance_)) return;
    best_ = &candidate;
    distance_ = distance;
  }

  /// The closest so far, the first of equals; nullptr when none is near.
  [[nodiscard]] constexpr const Candidate* best() const noexcept { return best_; }

 private:
  std::string_view word_;
  std::size_t limit_;
  const Candidate* best_{};
  std::size_t distance_{};
};

static_assert(edit_distance("buisness", "business") == 1);
static_assert(edit_distance("", "abc") == 3 && edit_distance("abc", "") == 3);
static_assert(edit_distance("kitten", "sitting") == 3);

}  // namespace mpn::app
