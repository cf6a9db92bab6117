#include "write/wording.hpp"

#include <array>

#include "mpn/catalogue.hpp"
#include "text/utf8.hpp"

namespace mpn::app {

namespace {

struct phase_look {
  words name;
  std::string_view color;  // an SGR parameter that is readable on light and on dark backgrounds
};

constexpr std::array<phase_look, 5> phase_looks{{
    {{"active", "유효"}, "39"},
    {{"reminded", "알림 발송됨"}, "35"},
    {{"open", "갱신 가능"}, "1;35"},
    {{"last call", "마감 임박"}, "1;31"},
    {{"lapsed", "만료됨"}, "31"},
}};

// That the anniversary is outside the applied waves, from the first to the last.
std::string outside_waves(waves applied, language lang) {
  static constexpr message<date_text, date_text> text{"anniversary not from {} to {}",
                                                      "갱신일이 {}~{} 범위를 벗어남"};
  const extension_wave* first = nullptr;
  const extension_wave* last = nullptr;
  for (const extension_wave& wave : extension_waves) {
    if (applied != waves::all && !wave.in_article) continue;
    if (first == nullptr) first = &wave;
    last = &wave;
  }
  return text.in(lang, date_text{first->from.day}, date_text{last->to.day});
}

// Why the offer is not eligible, or not known to be.
std::string extension_reason_words(const schedule& plan, language lang) {
  static constexpr words excluded{"Cloud Business Applications is excluded",
                                  "클라우드 비즈니스 애플리케이션은 제외됨"};
  static constexpr words not_covered{"it covers only competencies and advanced specializations",
                                     "역량과 고급 전문화에만 적용됨"};
  static constexpr words not_given{"depends on the competency, which was not given",
                                   "역량을 지정하지 않음"};
  static constexpr words not_published{
      "nothing was published about advanced specializations in this wave",
      "이 차수의 고급 전문화에 대해 발표된 내용이 없음"};
  switch (plan.covid().reason) {
    case extension_reason::excluded_competency:
      return std::string{excluded.in(lang)};
    case extension_reason::not_covered:
      return std::string{not_covered.in(lang)};
    case extension_reason::competency_not_given:
      return std::string{not_given.in(lang)};
    case extension_reason::not_published:
      return std::string{not_published.in(lang)};
    case extension_reason::in_range:
    case extension_reason::out_of_range:
      break;
  }
  return outside_waves(plan.applied_waves, lang);
}

// A hint at a wave that covers the anniversary but is not applied, if there is one.
std::string other_wave(const schedule& plan, language lang) {
  static constexpr message<std::string_view> covered{
      " The {} wave covered it: --waves all.",
      " {} 차수에서는 대상이었습니다(--waves all로 확인)."};
  static constexpr message<std::string_view> perhaps{
      " The {} wave may have covered it: --waves all.",
      " {} 차수에서는 대상이었을 수 있습니다(--waves all로 확인)."};
  if (plan.covid().reason != extension_reason::out_of_range) return {};
  const extension_wave* const wave = wave_of(plan.anniversary, waves::all);
  if (wave == nullptr) return {};
  switch (extension_of(plan.anniversary, plan.offer, waves::all).status()) {
    case extension_status::eligible:
      return covered.in(lang, wave->name);
    case extension_status::unknown:
      return perhaps.in(lang, wave->name);
    case extension_status::not_eligible:
      break;
  }
  return {};
}

}  // namespace

std::string_view phase_words(phase p, language lang) {
  return phase_looks[static_cast<std::size_t>(p)].name.in(lang);
}

std::string colored_phase(phase p, language lang) {
  return fmt::format("\x1b[{}m{}\x1b[0m", phase_looks[static_cast<std::size_t>(p)].color,
                     phase_words(p, lang));
}

std::string days_words(const term_status& status, const schedule& plan, language lang) {
  static constexpr message<int> until{"in {} days", "{}일 뒤 시작"};
  static constexpr words tomorrow{"in 1 day", "1일 뒤 시작"};
  static constexpr message<int> left{"{} days left", "{}일 남음"};
  static constexpr words one_left{"1 day left", "1일 남음"};
  static constexpr words last{"last day", "마지막 날"};
  static constexpr message<int> ago{"{} days ago", "{}일 경과"};
  static constexpr words yesterday{"1 day ago", "1일 경과"};
  const auto counted = [&](int count, const words& one, const message<int>& many) {
    return count == 1 ? std::string{one.in(lang)} : many.in(lang, count);
  };
  if (status.now == phase::active || status.now == phase::reminded)
    return counted((plan.window().opens - status.as_of).count(), tomorrow, until);
  if (status.left.count() == 0) return std::string{last.in(lang)};
  if (status.now == phase::lapsed) return counted(-status.left.count(), yesterday, ago);
  return counted(status.left.count(), one_left, left);
}

std::string with_days(std::string_view text, const term_status& status, const schedule& plan,
                      language lang) {
  static constexpr message<std::string_view, std::string> joined{"{}, {}", "{}({})"};
  return joined.in(lang, text, days_words(status, plan, lang));
}

std::string_view weekday_words(sys_days day, language lang) {
  static constexpr std::array<words, 7> names{{{"Sun", "일"},
                                               {"Mon", "월"},
                                               {"Tue", "화"},
                                               {"Wed", "수"},
                                               {"Thu", "목"},
                                               {"Fri", "금"},
                                               {"Sat", "토"}}};
  return names[date::weekday{day}.c_encoding()].in(lang);
}

std::string_view extension_word(extension_status status, language lang) {
  static constexpr std::array<words, 3> texts{
      {{"eligible", "대상"}, {"no", "대상 아님"}, {"unknown", "미확인"}}};
  return texts[static_cast<std::size_t>(status)].in(lang);
}

std::string_view loss_words(offer offer, language lang) {
  static constexpr std::array<words, 3> by_kind{
      {{"benefits and competency", "혜택과 역량이"},
       {"benefits and advanced specialization", "혜택과 고급 전문화가"},
       {"the benefits", "혜택이"}}};
  return by_kind[static_cast<std::size_t>(offer.kind())].in(lang);
}

std::string rules_ended_sentence(offer offer, language lang) {
  static constexpr message<date_text> competency_rules{
      "These rules ended on {}; nobody can renew a competency after that day.",
      "이 규칙은 {}에 종료되었습니다. 이날이 지나면 역량을 갱신할 수 없습니다."};
  static constexpr message<date_text> other_rules{
      "These rules ended on {}; Microsoft's later rules differ, see Partner Center.",
      "이 규칙은 {}에 종료되었습니다. 그 뒤의 Microsoft 규칙은 다르므로 파트너 센터를 "
      "참조하십시오."};
  return (offer.kind() == competency_kind::competency ? competency_rules : other_rules)
      .in(lang, date_text{last_day_of_rules(offer)});
}

std::string_view renewed_hint(bool check, language lang) {
  static constexpr words page{
      "Already renewed? Give the new anniversary with -a, or add -t current.",
      "이미 갱신했다면 새 갱신일을 -a로 지정하거나 -t current를 추가하십시오."};
  static constexpr words status_line{"Already renewed? Give the new anniversary with -a.",
                                     "이미 갱신했다면 새 갱신일을 -a로 지정하십시오."};
  return (check ? status_line : page).in(lang);
}

std::string extension_sentences(const schedule& plan, language lang) {
  static constexpr message<date_text, date_text, date_text> eligible{
      "COVID-19 extension: eligible, to {} (anniversary from {} to {}).",
      "COVID-19 연장: 대상, {}까지(갱신일이 {}~{} 범위에 있음)."};
  static constexpr message<std::string> not_eligible{
      "COVID-19 extension: not eligible ({}). The requirements must be met.",
      "COVID-19 연장: 대상 아님({}). 요구 사항을 충족해야 합니다."};
  static constexpr message<std::string> unknown{"COVID-19 extension: unknown ({}).",
                                                "COVID-19 연장: 알 수 없음({})."};
  static constexpr words waived{" The requirements are waived, the fee is not.",
                                " 요구 사항은 면제되지만 요금은 지불해야 합니다."};
  static constexpr words waived_with_gold{
      " The requirements are waived if the aligned gold competency is kept.",
      " 연계된 골드 역량을 유지하면 요구 사항이 면제됩니다."};
  static constexpr words membership{" The membership must be in Partner Center.",
                                    " 멤버십이 파트너 센터로 이전되어 있어야 합니다."};
  static constexpr words points{
      " It was granted the 15 points for the Functional Consultant Growth metric; the other "
      "requirements stay.",
      " Functional Consultant Growth 지표의 15점이 부여되었습니다. 나머지 요구 사항은 그대로 "
      "적용됩니다."};
  const extension covid = plan.covid();
  std::string text;
  switch (covid.status()) {
    case extension_status::eligible:
      text = eligible.in(lang, date_text{plan.next().day}, date_text{covid.wave->from.day},
                         date_text{covid.wave->to.day});
      text += (plan.offer.kind() == competency_kind::advanced_specialization ? waived_with_gold
                                                                             : waived)
                  .in(lang);
      text += membership.in(lang);
      break;
    case extension_status::not_eligible:
      text = not_eligible.in(lang, extension_reason_words(plan, lang));
      break;
    case extension_status::unknown:
      text = unknown.in(lang, extension_reason_words(plan, lang));
      break;
  }
  if (has_growth_points(plan.anniversary, plan.offer)) text += points.in(lang);
  return text + other_wave(plan, lang);
}

std::string short_label(const record& record) {
  return printable_label(trimmed(record.label.value));
}

}  // namespace mpn::app
