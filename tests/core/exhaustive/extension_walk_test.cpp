// R6 written a second time, on texts only, compared with the core's decision for every offer.
#include <array>
#include <string>
#include <string_view>

#include "catch2.hpp"
#include "mpn/renewal.hpp"
#include "naive_calendar.hpp"

namespace {

using namespace naive;

// One wave of the extension. Dates are compared as texts.
struct naive_wave {
  std::string_view name;
  std::string_view first_anniversary;
  std::string_view last_anniversary;
  bool in_article;
  std::string_view not_extended;
  bool states_specializations;
};

constexpr std::array<naive_wave, 4> naive_waves{{
    {"2020-H1", "2020-01-01", "2020-06-30", false, "-", false},
    {"2020-H2", "2020-07-01", "2020-12-31", false, "-", false},
    {"2021-H1", "2021-01-01", "2021-06-30", true, "Cloud Business Applications", true},
    {"2021-H2", "2021-07-01", "2021-12-31", false, "Cloud Business Applications", false},
}};

constexpr std::array<std::string_view, 18> competencies{
    "Application Development",
    "App Integration",
    "Cloud Platform",
    "DevOps",
    "Datacenter",
    "Cloud Business Applications",
    "Enterprise Resource Planning",
    "Project and Portfolio",
    "Data Analytics",
    "Data Platform",
    "Collaboration and Content",
    "Communications",
    "Cloud Productivity",
    "Enterprise Mobility Management",
    "Messaging",
    "Security",
    "Small and Midmarket Cloud Solutions",
    "Windows and Devices",
};

constexpr std::array<std::string_view, 16> specializations{
    "Analytics on Microsoft Azure",
    "Data Warehouse Migration to Microsoft Azure",
    "Kubernetes on Microsoft Azure",
    "Linux and Open Source Databases Migration to Microsoft Azure",
    "Microsoft Windows Virtual Desktop",
    "Modernization of Web Applications to Microsoft Azure",
    "SAP on Microsoft Azure",
    "Windows Server and SQL Server Migration to Microsoft Azure",
    "Low Code Application Development",
    "Small and Midsize Business Management",
    "Adoption and Change Management",
    "Calling for Microsoft Teams",
    "Meetings and Meeting Rooms for Microsoft Teams",
    "Teamwork Deployment",
    "Identity and Access Management",
    "Threat Protection",
};

enum class naive_offer { not_given, competency, specialization, action_pack };

// Status, reason and wave as one text.
std::string naive_extension(std::string_view anniversary, naive_offer offer, std::string_view name,
                            bool all_waves) {
  if (offer == naive_offer::action_pack) return "not_eligible not_covered";
  for (const naive_wave& wave : naive_waves) {
    if (anniversary < wave.first_anniversary || anniversary > wave.last_anniversary) continue;
    if (!all_waves && !wave.in_article) continue;
    if (offer == naive_offer::not_given) return "unknown competency_not_given";
    if (name == wave.not_extended) return "not_eligible excluded_competency";
    if (offer == naive_offer::specialization && !wave.states_specializations)
      return "unknown not_published";
    return "eligible in_range " + std::string{wave.name};
  }
  return "not_eligible out_of_range";
}

std::string text_of(const mpn::extension& covid) {
  constexpr std::array statuses{"eligible", "not_eligible", "unknown"};
  constexpr std::array reasons{
      "in_range",     "not_covered", "out_of_range", "competency_not_given", "excluded_competency",
      "not_published"};
  std::string text = statuses.at(static_cast<std::size_t>(covid.status()));
  text += ' ';
  text += reasons.at(static_cast<std::size_t>(covid.reason));
  if (covid.wave != nullptr) text.append(1, ' ').append(covid.wave->name);
  return text;
}

}  // namespace

TEST_CASE("R6 holds for every offer and every anniversary around the waves", "[walk]") {
  const year_calendar& all = calendar();
  int decisions = 0;
  std::string first_wrong;
  const auto decide = [&](int ad, naive_offer kind, std::string_view name) {
    const auto found = mpn::find_competency(name);
    REQUIRE(static_cast<bool>(found) == (kind != naive_offer::not_given));
    const mpn::offer held = found ? mpn::offer{*found} : mpn::not_given;
    const std::string day = text_at(ad);
    const mpn::anniversary_date anniversary{core_day(ad)};
    for (const bool all_waves : {false, true}) {
      const auto applied = all_waves ? mpn::waves::all : mpn::waves::article;
      const std::string expected = naive_extension(day, kind, name, all_waves);
      const std::string direct = text_of(mpn::extension_of(anniversary, held, applied));
      const auto s = mpn::schedule_of(mpn::nth_term(anniversary, 1), held, applied);
      const bool as_expected = direct == expected && s && text_of(s->covid()) == expected &&
                               place_of(s->next().day) == ad + 365;
      if (!as_expected && first_wrong.empty())
        first_wrong = day + ' ' + std::string{name} + ": " + direct + ", not " + expected;
      ++decisions;
    }
    const bool points =
        name == "Cloud Business Applications" && day >= "2021-04-01" && day <= "2021-12-31";
    if (mpn::has_growth_points(anniversary, held) != points && first_wrong.empty())
      first_wrong = day + ": growth points";
  };
  for (int ad = all.place_of(2019, 12, 1); ad <= all.place_of(2022, 1, 31); ++ad) {
    decide(ad, naive_offer::not_given, "");
    for (const std::string_view name : competencies) decide(ad, naive_offer::competency, name);
    for (const std::string_view name : specializations)
      decide(ad, naive_offer::specialization, name);
    decide(ad, naive_offer::action_pack, "Microsoft Action Pack");
  }
  CHECK(first_wrong == "");
  CHECK(decisions == (31 + 366 + 365 + 31) * 36 * 2);
}

TEST_CASE("R6: for every other anniversary no offer is eligible", "[walk]") {
  const year_calendar& all = calendar();
  const mpn::offer action_pack = *mpn::find_competency("Microsoft Action Pack");
  const mpn::offer security = *mpn::find_competency("Security");
  const mpn::offer protection = *mpn::find_competency("Threat Protection");
  tally t;
  for (int ad = 0; ad < all.size(); ++ad) {
    const int year = all[ad].year;
    if (year == 2020 || year == 2021) continue;
    const mpn::anniversary_date anniversary{core_day(ad)};
    const auto is = [&](mpn::offer held, mpn::extension_reason reason) {
      const mpn::extension covid = mpn::extension_of(anniversary, held, mpn::waves::all);
      return covid.status() == mpn::extension_status::not_eligible && covid.reason == reason &&
             covid.wave == nullptr;
    };
    t.expect(is(mpn::not_given, mpn::extension_reason::out_of_range), "not given", ad);
    t.expect(is(security, mpn::extension_reason::out_of_range), "a competency", ad);
    t.expect(is(protection, mpn::extension_reason::out_of_range), "an advanced specialization", ad);
    t.expect(is(action_pack, mpn::extension_reason::not_covered), "the Action Pack", ad);
  }
  CHECK(t.first_wrong() == "");
}
