#include "write/wording.hpp"

#include <array>

#include "text/utf8.hpp"

namespace mpn::app {

namespace {

struct phase_look {
  plain_phrase word;
  std::string_view color;
};

constexpr std::array<phase_look, 5> looks{{
    {{"active", "유효"}, "32"},
    {{"reminded", "알림 발송"}, "36"},
    {{"open", "갱신 가능"}, "33"},
    {{"last call", "마감 임박"}, "1;31"},
    {{"lapsed", "만료"}, "31"},
}};

using day = date_text;

// What is not eligible, or not known to be.
std::string reason_words(const worked& done, waves counted, language spoken) {
  static constexpr phrase<day, day> out_of_range{"anniversary not from {} to {}",
                                                 "1주년이 {}부터 {}까지에 들지 않음"};
  static constexpr plain_phrase excluded{"Cloud Business Applications is left out",
                                         "클라우드 비즈니스 애플리케이션은 제외됨"};
  static constexpr plain_phrase not_covered{
      "it covers competencies and advanced specializations only", "역량과 고급 전문화에만 적용됨"};
  static constexpr plain_phrase not_given{"no competency given; name it to know",
                                          "역량이 주어지지 않음. 역량을 주면 알 수 있음"};
  static constexpr plain_phrase not_published{
      "nothing was published about advanced specializations in this round",
      "이 차수의 고급 전문화에 대해 발표된 것이 없음"};
  switch (done.plan.covid.reason) {
    case extension_reason::excluded_competency:
      return std::string{excluded.in(spoken)};
    case extension_reason::not_covered:
      return std::string{not_covered.in(spoken)};
    case extension_reason::competency_not_given:
      return std::string{not_given.in(spoken)};
    case extension_reason::not_published:
      return std::string{not_published.in(spoken)};
    case extension_reason::in_range:
    case extension_reason::out_of_range:
      break;
  }
  const extension_wave* first = nullptr;
  const extension_wave* last = nullptr;
  for (const extension_wave& wave : extension_waves)
    if (counted == waves::all || wave.in_article) {
      if (first == nullptr) first = &wave;
      last = &wave;
    }
  return out_of_range.in(spoken, day{first->from.day}, day{last->to.day});
}

// The round that covers the anniversary although it does not count here, if there is one.
std::string other_round(const worked& done, language spoken) {
  static constexpr phrase<std::string_view> covered{" The {} round covered it: --waves all.",
                                                    " {} 차수에는 해당했습니다: --waves all."};
  static constexpr phrase<std::string_view> perhaps{
      " The {} round may have covered it: --waves all.",
      " {} 차수에는 해당했을 수 있습니다: --waves all."};
  if (done.plan.covid.reason != extension_reason::out_of_range) return {};
  const extension_wave* const wave = wave_of(done.plan.anniversary, waves::all);
  if (wave == nullptr) return {};
  switch (extension_of(done.plan.anniversary, done.offer, waves::all).status()) {
    case extension_status::eligible:
      return covered.in(spoken, wave->name);
    case extension_status::unknown:
      return perhaps.in(spoken, wave->name);
    case extension_status::not_eligible:
      break;
  }
  return {};
}

}  // namespace

std::string phase_word(phase p, language spoken, bool colored) {
  const phase_look& look = looks[static_cast<std::size_t>(p)];
  const std::string_view word = look.word.in(spoken);
  return colored ? fmt::format("\x1b[{}m{}\x1b[0m", look.color, word) : std::string{word};
}

std::string days_left_words(days left, language spoken) {
  static constexpr phrase<int> many{"{} days left", "{}일 남음"};
  static constexpr plain_phrase one{"1 day left", "1일 남음"};
  static constexpr plain_phrase none{"last day", "마지막 날"};
  static constexpr phrase<int> past{"{} days past", "{}일 지남"};
  static constexpr plain_phrase yesterday{"1 day past", "1일 지남"};
  const int count = left.count();
  if (count == 0) return std::string{none.in(spoken)};
  if (count == 1) return std::string{one.in(spoken)};
  if (count == -1) return std::string{yesterday.in(spoken)};
  return count > 0 ? many.in(spoken, count) : past.in(spoken, -count);
}

std::string_view way_out_of_lapse(language spoken) {
  static constexpr plain_phrase text{
      "if it was renewed, give the new anniversary with -a, or -t current",
      "갱신했다면 새 1주년을 -a로 주거나 -t current를 쓰십시오"};
  return text.in(spoken);
}

std::string_view display_name(const competency& offer, language spoken) {
  const bool has_korean = offer.korean.begin() != offer.korean.end();
  return spoken == language::korean && has_korean ? *offer.korean.begin() : offer.name;
}

std::string extension_sentences(const worked& done, waves counted, language spoken) {
  static constexpr phrase<day, day, day> eligible{
      "COVID-19 extension: eligible, to {} (anniversary from {} to {}). The requirements are "
      "waived; renew and pay the fee from ",
      "COVID-19 역량 연장: 대상, {}까지(1주년이 {}부터 {}까지). 요구 사항은 면제됩니다. 갱신 및 "
      "수수료 납부 기간: "};
  static constexpr phrase<std::string> not_eligible{
      "COVID-19 extension: not eligible ({}). Meet the requirements, renew and pay the fee from ",
      "COVID-19 역량 연장: 대상 아님({}). 요구 사항을 충족해야 합니다. 갱신 및 수수료 납부 기간: "};
  static constexpr phrase<std::string> unknown{
      "COVID-19 extension: unknown ({}). Renew and pay the fee from ",
      "COVID-19 역량 연장: 알 수 없음({}). 갱신 및 수수료 납부 기간: "};
  static constexpr phrase<day, day> period{"{} to {}.", "{}부터 {}까지."};
  static constexpr plain_phrase membership{" The membership must be in Partner Center.",
                                           " 멤버십이 파트너 센터로 이전되어 있어야 합니다."};
  static constexpr plain_phrase gold{
      " Keep the gold competency that the advanced specialization is aligned to.",
      " 고급 전문화에 연계된 골드 역량을 유지해야 합니다."};
  static constexpr plain_phrase points{
      " It was granted the 15 points for the Functional Consultant Growth metric; the other "
      "requirements stay.",
      " Functional Consultant Growth 지표의 15점이 부여되었고, 나머지 요구 사항은 그대로입니다."};
  const schedule& plan = done.plan;
  std::string text;
  if (plan.covid.status() == extension_status::eligible)
    text = eligible.in(spoken, day{plan.next().day}, day{plan.covid.wave->from.day},
                       day{plan.covid.wave->to.day});
  else
    text = (plan.covid.status() == extension_status::unknown ? unknown : not_eligible)
               .in(spoken, reason_words(done, counted, spoken));
  text += period.in(spoken, day{plan.window().opens}, day{plan.window().closes});
  if (plan.covid.status() == extension_status::eligible) {
    text += membership.in(spoken);
    if (done.offer->kind == competency_kind::advanced_specialization) text += gold.in(spoken);
  }
  if (has_growth_points(plan.anniversary, done.offer)) text += points.in(spoken);
  return text + other_round(done, spoken);
}

}  // namespace mpn::app
