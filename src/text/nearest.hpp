// Did-you-mean: how far apart two words are.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

#include "text/limits.hpp"

namespace mpn::app {

/// How many bytes have to be added, dropped, changed or swapped with their neighbour to turn one
/// word into the other (optimal string alignment). Each word has at most `limits::compared_word`
/// bytes. If the number is at least `enough`, any number from `enough` on may be returned: stopping
/// there halves the longest search for a competency.
[[nodiscard]] constexpr std::size_t edit_distance(
    std::string_view a, std::string_view b, std::size_t enough = std::string_view::npos) noexcept {
  std::size_t distances[3][limits::compared_word + 1]{};
  std::size_t* before_last = distances[0];
  std::size_t* last = distances[1];
  std::size_t* now = distances[2];
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    now[0] = i;
    std::size_t least = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t changed = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      std::size_t best = std::min(std::min(last[j], now[j - 1]) + 1, changed);
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        best = std::min(best, before_last[j - 2] + 1);
      now[j] = best;
      least = std::min(least, best);
    }
    if (least >= enough) return least;  // later rows have no smaller numbers
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
      : word_{word}, bound_{word.size() / 3 + 1} {
    if (word.size() <= limits::compared_word)
      for (const char c : word) ++counts_[static_cast<unsigned char>(c)];
  }

  constexpr void offer(std::string_view spelling, const Candidate& candidate) noexcept {
    if (std::max(word_.size(), spelling.size()) > limits::compared_word ||
        least_distance(spelling) >= bound_)
      return;
    const std::size_t distance = edit_distance(word_, spelling, bound_);
    if (distance >= bound_) return;
    best_ = &candidate;
    bound_ = distance;
  }

  /// The closest so far, the first of equals; nullptr: no candidate is near.
  [[nodiscard]] constexpr const Candidate* best() const noexcept { return best_; }

 private:
  // A lower bound: the bytes that only one of the two words has must be added, dropped or changed.
  // Without it, the search for a competency's name takes twice the time.
  [[nodiscard]] constexpr std::size_t least_distance(std::string_view spelling) const noexcept {
    auto left = counts_;
    std::size_t shared = 0;
    for (const char c : spelling) {
      std::uint8_t& count = left[static_cast<unsigned char>(c)];
      if (count == 0) continue;
      --count;
      ++shared;
    }
    return std::max(word_.size(), spelling.size()) - shared;
  }

  std::string_view word_;
  std::size_t bound_;  // the best distance so far, or one more than a candidate may have
  const Candidate* best_{};
  std::array<std::uint8_t, 256> counts_{};  // of each byte in the word
};

static_assert(edit_distance("buisness", "business") == 1);
static_assert(edit_distance("", "abc") == 3 && edit_distance("abc", "") == 3);
static_assert(edit_distance("kitten", "sitting") == 3);
static_assert(edit_distance("kitten", "xxxxxxx", 2) >= 2);

}  // namespace mpn::app
