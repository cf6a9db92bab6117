// Which sentences about the end of the rules the offers of one output need.
#pragma once

#include <array>
#include <string>

#include "write/wording.hpp"

namespace mpn::app {

/// Collects one sentence for each kind of offer whose window closes after its rules ended.
class rules_ended_sentences {
 public:
  explicit rules_ended_sentences(language lang) : lang_{lang} {}

  void add(const evaluation& done) {
    if (!done.plan.rules_ended()) return;
    std::string& sentence = by_kind_[static_cast<std::size_t>(done.plan.offer.kind())];
    if (sentence.empty()) sentence = rules_ended_sentence(done.plan.offer, lang_);
  }

  /// By kind of offer; empty where no offer needs it.
  [[nodiscard]] const std::array<std::string, 3>& by_kind() const { return by_kind_; }

 private:
  language lang_;
  std::array<std::string, 3> by_kind_;
};

}  // namespace mpn::app
