#include "write/calendar_wording.hpp"

#include "text/utf8.hpp"
#include "write/wording.hpp"

namespace mpn::app {

calendar_texts calendar_texts_for(const record& record, const evaluation& done,
                                  const calendar_days& days, language lang) {
  static constexpr words any_offer{"Partner Network offer", "파트너 네트워크 제안"};
  static constexpr message<std::string, std::string> opens{"{}: renewal opens on {}",
                                                           "{}: {}부터 갱신 가능"};
  static constexpr message<std::string> renewal{"{}: renewal window", "{}: 갱신 기간"};
  static constexpr message<std::string, std::string> closes{"{}: last reminder, renew by {}",
                                                            "{}: 마지막 알림, {}까지 갱신"};
  static constexpr message<std::string_view, std::string> loss{
      "Unless renewed, {} are lost on {}.", "갱신하지 않으면 {1}에 {0} 사라집니다."};
  static constexpr message<std::string> extended{" COVID-19 extension to {}.",
                                                 " COVID-19 연장: {}까지."};
  const schedule& plan = done.plan;
  std::string name{plan.offer != not_given ? display_name(plan.offer, lang) : any_offer.in(lang)};
  if (!is_blank(record.label.value))
    name += fmt::format(" ({})", escaped(trimmed(record.label.value)));
  std::string description = loss.in(lang, loss_words(plan.offer, lang), days.lapse);
  if (plan.rules_ended())
    description = fmt::format("{} {}", rules_ended_sentence(plan.offer, lang), description);
  if (plan.covid().status() == extension_status::eligible)
    description += extended.in(lang, days.extended_to);
  return {opens.in(lang, name, days.opens), renewal.in(lang, name),
          closes.in(lang, name, days.closes), std::move(description)};
}

std::string_view calendar_name(language lang) {
  static constexpr words name{"Partner Network renewals", "파트너 네트워크 갱신"};
  return name.in(lang);
}

}  // namespace mpn::app
