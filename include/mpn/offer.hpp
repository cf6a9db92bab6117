// What a schedule is for. "Not given" and "not found" are different types: a name that was not
// found must never be taken for an offer that was not given, or a typo becomes an answer.
#pragma once

#include "mpn/catalogue.hpp"

namespace mpn {

/// The type of `not_given`.
struct not_given_t {
  explicit not_given_t() = default;
};
/// No offer was given.
inline constexpr not_given_t not_given{};

/// An entry of the catalogue, or not given.
class offer {
 public:
  constexpr offer(const competency& entry) noexcept : entry_{&entry} {}
  constexpr offer(not_given_t) noexcept {}
  offer(const competency&&) = delete;  // only the catalogue's entries are offers

  /// The kind; an offer that was not given counts as a competency.
  [[nodiscard]] constexpr competency_kind kind() const noexcept {
    return entry_ != nullptr ? entry_->kind : competency_kind::competency;
  }

  /// The entry; nullptr if the offer was not given.
  [[nodiscard]] constexpr const competency* entry() const noexcept { return entry_; }

  friend constexpr bool operator==(offer, offer) noexcept = default;

 private:
  const competency* entry_{};
};

static_assert(offer{catalogue[2]}.entry()->name == "Cloud Platform");
static_assert(offer{not_given}.entry() == nullptr && offer{not_given} != offer{catalogue[2]});
static_assert(offer{catalogue[18]}.kind() == competency_kind::advanced_specialization);
static_assert(offer{catalogue.back()}.kind() == competency_kind::action_pack);
static_assert(offer{not_given}.kind() == competency_kind::competency);

}  // namespace mpn
