#include "mpn/extension.hpp"

#include "catch2.hpp"

namespace {

using namespace mpn::literals;
using enum mpn::extension_status;
using enum mpn::extension_reason;
using mpn::anniversary_date;
using mpn::extension;
using mpn::extension_of;
using mpn::extension_reason;
using mpn::find_competency;
using mpn::has_growth_points;
using mpn::not_given;
using mpn::waves;

constexpr mpn::offer security = *find_competency("Security");
constexpr mpn::offer excluded = *find_competency("Cloud Business Applications");
constexpr mpn::offer specialization = *find_competency("Threat Protection");
constexpr mpn::offer action_pack = *find_competency("Microsoft Action Pack");

// Whether a decision has this reason, its status and, if eligible, the wave with this index.
constexpr bool is(const extension& decision, extension_reason reason, std::size_t wave) {
  const auto status = reason == in_range                                          ? eligible
                      : reason == competency_not_given || reason == not_published ? unknown
                                                                                  : not_eligible;
  return decision.reason == reason && decision.status() == status &&
         decision.wave == (status == eligible ? &mpn::extension_waves[wave] : nullptr);
}

// The reasons in one wave; for the Action Pack it is always `not_covered`.
struct expected_reasons {
  extension_reason no_offer;
  extension_reason any_competency;
  extension_reason cloud_business_applications;
  extension_reason advanced_specialization;
};

constexpr bool decides(anniversary_date anniversary, waves applied, expected_reasons expected,
                       std::size_t wave) {
  return is(extension_of(anniversary, not_given, applied), expected.no_offer, wave) &&
         is(extension_of(anniversary, security, applied), expected.any_competency, wave) &&
         is(extension_of(anniversary, excluded, applied), expected.cloud_business_applications,
            wave) &&
         is(extension_of(anniversary, specialization, applied), expected.advanced_specialization,
            wave) &&
         is(extension_of(anniversary, action_pack, applied), not_covered, wave);
}

constexpr expected_reasons outside{out_of_range, out_of_range, out_of_range, out_of_range};
constexpr expected_reasons in_2020{competency_not_given, in_range, in_range, not_published};
constexpr expected_reasons in_2021_h1{competency_not_given, in_range, excluded_competency,
                                      in_range};
constexpr expected_reasons in_2021_h2{competency_not_given, in_range, excluded_competency,
                                      not_published};

}  // namespace

TEST_CASE("R6: the article's wave covers 2021-01-01 to 2021-06-30 and is the default") {
  BOTH_CHECK(decides(ad(2020, 12, 31), waves::article, outside, 0));
  BOTH_CHECK(decides(ad(2021, 1, 1), waves::article, in_2021_h1, 2));
  BOTH_CHECK(decides(ad(2021, 1, 2), waves::article, in_2021_h1, 2));
  BOTH_CHECK(decides(ad(2021, 4, 20), waves::article, in_2021_h1, 2));
  BOTH_CHECK(decides(ad(2021, 6, 29), waves::article, in_2021_h1, 2));
  BOTH_CHECK(decides(ad(2021, 6, 30), waves::article, in_2021_h1, 2));
  BOTH_CHECK(decides(ad(2021, 7, 1), waves::article, outside, 0));
  BOTH_CHECK(extension_of(ad(2021, 6, 30), security) ==
             extension_of(ad(2021, 6, 30), security, waves::article));
  BOTH_CHECK(extension_of(ad(2021, 7, 1), security) ==
             extension_of(ad(2021, 7, 1), security, waves::article));
}

TEST_CASE("R6: by default the other waves do not apply, not even on their first and last days") {
  BOTH_CHECK(decides(ad(2020, 1, 1), waves::article, outside, 0));
  BOTH_CHECK(decides(ad(2020, 6, 30), waves::article, outside, 0));
  BOTH_CHECK(decides(ad(2020, 7, 1), waves::article, outside, 0));
  BOTH_CHECK(decides(ad(2021, 12, 31), waves::article, outside, 0));
  BOTH_CHECK(decides(ad(2022, 4, 20), waves::article, outside, 0));
}

TEST_CASE("R6: with waves::all every wave applies from its first day to its last") {
  BOTH_CHECK(decides(ad(2019, 12, 31), waves::all, outside, 0));
  BOTH_CHECK(decides(ad(2020, 1, 1), waves::all, in_2020, 0));
  BOTH_CHECK(decides(ad(2020, 1, 2), waves::all, in_2020, 0));
  BOTH_CHECK(decides(ad(2020, 6, 29), waves::all, in_2020, 0));
  BOTH_CHECK(decides(ad(2020, 6, 30), waves::all, in_2020, 0));
  BOTH_CHECK(decides(ad(2020, 7, 1), waves::all, in_2020, 1));
  BOTH_CHECK(decides(ad(2020, 7, 2), waves::all, in_2020, 1));
  BOTH_CHECK(decides(ad(2020, 12, 30), waves::all, in_2020, 1));
  BOTH_CHECK(decides(ad(2020, 12, 31), waves::all, in_2020, 1));
  BOTH_CHECK(decides(ad(2021, 1, 1), waves::all, in_2021_h1, 2));
  BOTH_CHECK(decides(ad(2021, 6, 30), waves::all, in_2021_h1, 2));
  BOTH_CHECK(decides(ad(2021, 7, 1), waves::all, in_2021_h2, 3));
  BOTH_CHECK(decides(ad(2021, 7, 2), waves::all, in_2021_h2, 3));
  BOTH_CHECK(decides(ad(2021, 12, 30), waves::all, in_2021_h2, 3));
  BOTH_CHECK(decides(ad(2021, 12, 31), waves::all, in_2021_h2, 3));
  BOTH_CHECK(decides(ad(2022, 1, 1), waves::all, outside, 0));
}

TEST_CASE("R6: far from every wave no offer is eligible") {
  BOTH_CHECK(decides(ad(1, 1, 16), waves::all, outside, 0));
  BOTH_CHECK(decides(ad(1921, 4, 20), waves::all, outside, 0));
  BOTH_CHECK(decides(ad(2121, 4, 20), waves::all, outside, 0));
  BOTH_CHECK(decides(ad(9998, 12, 31), waves::all, outside, 0));
}

TEST_CASE("R6: of several reasons the first is reported") {
  BOTH_CHECK(extension_of(ad(2000, 1, 1), action_pack).reason == not_covered);  // and out of range
  BOTH_CHECK(extension_of(ad(2000, 1, 1), not_given).reason == out_of_range);   // and not given
  BOTH_CHECK(extension_of(ad(2000, 1, 1), excluded).reason ==
             out_of_range);  // and the excluded one
  BOTH_CHECK(extension_of(ad(2000, 1, 1), specialization).reason ==
             out_of_range);  // and not published
  BOTH_CHECK(extension_of(ad(2021, 7, 1), excluded, waves::all).reason == excluded_competency);
}

TEST_CASE("R6: the waves have names and follow one another without gap or overlap") {
  BOTH_CHECK(mpn::extension_waves[0].name == "2020-H1");
  BOTH_CHECK(mpn::extension_waves[1].name == "2020-H2");
  BOTH_CHECK(mpn::extension_waves[2].name == "2021-H1");
  BOTH_CHECK(mpn::extension_waves[3].name == "2021-H2");
  constexpr auto joined = [] {
    for (std::size_t i = 1; i < mpn::extension_waves.size(); ++i)
      if (mpn::extension_waves[i].from.day != mpn::extension_waves[i - 1].to.day + mpn::days{1})
        return false;
    return true;
  };
  BOTH_CHECK(joined());
}

TEST_CASE("R6: only the waves that apply are searched for an anniversary") {
  BOTH_CHECK(mpn::wave_of(ad(2021, 3, 1), waves::article) == &mpn::extension_waves[2]);
  BOTH_CHECK(mpn::wave_of(ad(2021, 3, 1), waves::all) == &mpn::extension_waves[2]);
  BOTH_CHECK(mpn::wave_of(ad(2020, 3, 1), waves::article) == nullptr);
  BOTH_CHECK(mpn::wave_of(ad(2020, 3, 1), waves::all) == &mpn::extension_waves[0]);
  BOTH_CHECK(mpn::wave_of(ad(2019, 3, 1), waves::all) == nullptr);
}

TEST_CASE("only one offer is Cloud Business Applications") {
  constexpr auto count = [] {
    int found = 0;
    for (const mpn::competency& entry : mpn::catalogue)
      found += mpn::offer{entry} == mpn::cloud_business_applications ? 1 : 0;
    return found;
  };
  BOTH_CHECK(count() == 1);
  BOTH_CHECK(excluded == mpn::cloud_business_applications &&
             mpn::offer{not_given} != mpn::cloud_business_applications);
}

TEST_CASE("only Cloud Business Applications has growth points, from 2021-04-01 to 2021-12-31") {
  BOTH_CHECK(!has_growth_points(ad(2021, 3, 31), excluded));
  BOTH_CHECK(has_growth_points(ad(2021, 4, 1), excluded));
  BOTH_CHECK(has_growth_points(ad(2021, 12, 31), excluded));
  BOTH_CHECK(!has_growth_points(ad(2022, 1, 1), excluded));
  BOTH_CHECK(!has_growth_points(ad(2021, 6, 1), security));
  BOTH_CHECK(!has_growth_points(ad(2021, 6, 1), action_pack));
  BOTH_CHECK(!has_growth_points(ad(2021, 6, 1), not_given));
}

TEST_CASE("two decisions are equal if their reasons and waves are equal") {
  BOTH_CHECK(extension{in_range, &mpn::extension_waves[0]} ==
             extension{in_range, &mpn::extension_waves[0]});
  BOTH_CHECK(extension{in_range, &mpn::extension_waves[0]} !=
             extension{in_range, &mpn::extension_waves[1]});
  BOTH_CHECK(extension{out_of_range, nullptr} != extension{not_covered, nullptr});
}
