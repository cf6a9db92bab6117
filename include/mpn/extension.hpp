// R6, the COVID-19 extension: for some anniversaries, the requirements are waived until the next
// one. The renewal, its fee and its window stay.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "mpn/find_competency.hpp"
#include "mpn/offer.hpp"
#include "mpn/rules.hpp"

namespace mpn {

/// One wave of the extension: the anniversaries that it covers, both ends included, and its
/// conditions.
struct extension_wave {
  std::string_view name;
  anniversary_date from;
  anniversary_date to;
  bool excludes_cloud_business_applications;
  bool states_advanced_specializations;  ///< false: nothing was published about them
  bool in_article;  ///< the wave that the article names; the others are history

  [[nodiscard]] constexpr bool covers(anniversary_date anniversary) const noexcept {
    return from <= anniversary && anniversary <= to;
  }
};

/// All waves, in order. Sources: 2020-H1 partner blog of 2020-04-02; 2020-H2 article of 2020-08-07;
/// 2021-H1 partner blog of 2021-01-27, article of 2021-02-04; 2021-H2 partner blog of July 2021.
inline constexpr std::array<extension_wave, 4> extension_waves{{
    {"2020-H1", literals::ad(2020, 1, 1), literals::ad(2020, 6, 30), false, false, false},
    {"2020-H2", literals::ad(2020, 7, 1), literals::ad(2020, 12, 31), false, false, false},
    {"2021-H1", literals::ad(2021, 1, 1), literals::ad(2021, 6, 30), true, true, true},
    {"2021-H2", literals::ad(2021, 7, 1), literals::ad(2021, 12, 31), true, false, false},
}};

/// Which waves to apply.
enum class waves : std::uint8_t { article, all };

/// Whether the extension applies. Two conditions of R6 are not checked, because no record shows
/// them: the membership has moved from Partner Membership Center to Partner Center, and the gold
/// competency that an advanced specialization is aligned to is kept.
enum class extension_status : std::uint8_t { eligible, not_eligible, unknown };

/// The reason for the decision: `in_range`, or the first of the others that applies, in this order.
enum class extension_reason : std::uint8_t {
  in_range,              ///< eligible
  not_covered,           ///< Action Pack: R6 names only competencies and advanced specializations
  out_of_range,          ///< the anniversary is outside every wave
  competency_not_given,  ///< in a wave, but it depends on the competency: unknown
  excluded_competency,   ///< Cloud Business Applications in a wave of 2021
  not_published,         ///< an advanced specialization in a wave that does not state them: unknown
};

/// The decision on the extension. An eligible offer is extended to its next anniversary (R5).
struct extension {
  extension_reason reason;
  const extension_wave* wave;  ///< nullptr unless eligible

  [[nodiscard]] constexpr extension_status status() const noexcept {
    switch (reason) {
      case extension_reason::in_range:
        return extension_status::eligible;
      case extension_reason::competency_not_given:
      case extension_reason::not_published:
        return extension_status::unknown;
      case extension_reason::not_covered:
      case extension_reason::out_of_range:
      case extension_reason::excluded_competency:
        break;
    }
    return extension_status::not_eligible;
  }

  friend constexpr bool operator==(const extension&, const extension&) = default;
};

/// The one competency that the waves of 2021 exclude.
inline constexpr const competency& cloud_business_applications =
    *find_competency("cloud-business-applications");

/// The wave that covers `anniversary`, or nullptr.
[[nodiscard]] constexpr const extension_wave* wave_of(anniversary_date anniversary,
                                                      waves applied) noexcept {
  for (const extension_wave& wave : extension_waves)
    if (wave.covers(anniversary) && (wave.in_article || applied == waves::all)) return &wave;
  return nullptr;
}

/// R6: whether an offer with this anniversary is extended to its next one. "extensions for
/// competencies (except for the Cloud Business Applications competency) and advanced
/// specializations for partners with anniversary dates (AD) between January 1, 2021 and June 30,
/// 2021"; "an exemption from meeting the requirements until your next renewal date".
[[nodiscard]] constexpr extension extension_of(anniversary_date anniversary, offer held,
                                               waves applied = waves::article) noexcept {
  using enum extension_reason;
  if (held.kind() == competency_kind::action_pack) return {not_covered, nullptr};
  const extension_wave* const wave = wave_of(anniversary, applied);
  if (wave == nullptr) return {out_of_range, nullptr};
  if (held == not_given) return {competency_not_given, nullptr};
  if (wave->excludes_cloud_business_applications && held == cloud_business_applications)
    return {excluded_competency, nullptr};
  if (held.kind() == competency_kind::advanced_specialization &&
      !wave->states_advanced_specializations)
    return {not_published, nullptr};
  return {in_range, wave};
}

/// Whether the offer is Cloud Business Applications with an anniversary from 2021-04-01 to
/// 2021-12-31, which was "granted the 15 points for the Functional Consultant Growth metric"; its
/// other requirements stayed.
[[nodiscard]] constexpr bool has_growth_points(anniversary_date anniversary, offer held) noexcept {
  return held == cloud_business_applications && literals::ad(2021, 4, 1) <= anniversary &&
         anniversary <= literals::ad(2021, 12, 31);
}

namespace examples::r6 {
using namespace literals;
using enum extension_reason;
inline constexpr offer security = *find_competency("Security");
inline constexpr offer applications = *find_competency("Cloud Business Applications");
inline constexpr offer protection = *find_competency("Threat Protection");
static_assert(extension_of(ad(2021, 1, 1), security) == extension{in_range, &extension_waves[2]});
static_assert(extension_of(ad(2021, 6, 30), security).status() == extension_status::eligible);
static_assert(extension_of(ad(2020, 12, 31), security) == extension{out_of_range, nullptr});
static_assert(extension_of(ad(2021, 7, 1), security).reason == out_of_range);
static_assert(extension_of(ad(2021, 6, 30), applications).reason == excluded_competency);
static_assert(extension_of(ad(2021, 4, 20), not_given).reason == competency_not_given);
static_assert(extension_of(ad(2021, 5, 15), protection).status() == extension_status::eligible);
static_assert(extension_of(ad(2021, 5, 15), *find_competency("MAPS")).reason == not_covered);
static_assert(extension_of(ad(2020, 12, 31), applications, waves::all).wave == &extension_waves[1]);
static_assert(extension_of(ad(2021, 7, 1), protection, waves::all).reason == not_published);
}  // namespace examples::r6

}  // namespace mpn
