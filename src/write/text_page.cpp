// The page: everything about one offer, the answer first.
#include <string>

#include "text/utf8.hpp"
#include "text/wrap.hpp"
#include "write/wording.hpp"
#include "write/writers.hpp"

namespace mpn::app {

namespace {

constexpr std::size_t page_indent = 2;

std::string with_weekday(sys_days day, language lang) {
  static constexpr message<std::string_view, date_text> text{"{0} {1}", "{1}({0})"};
  return text.in(lang, weekday_words(day, lang), date_text{day});
}

class page_writer final : public writer {
 public:
  page_writer(output_buffer& to, const write_settings& settings)
      : to_{to}, settings_{settings}, lang_{settings.lang} {}

  void begin(const table_header*) override {}

  void write(const record& record, const evaluation_result& result) override {
    if (!result) return;  // an error in the arguments goes to standard error
    put_title(record, *result);
    put_answer(*result);
    put_days(*result);
    put_picture(*result);
    put_paragraph(extension_sentences(result->plan, lang_));
  }

  void end() override {}

 private:
  void put_title(const record& record, const evaluation& done) {
    static constexpr message<std::string_view> purchased{"purchased {}", "구매일 {}"};
    static constexpr message<std::string_view> anniversary{"anniversary {}", "갱신일 {}"};
    static constexpr message<int, int> later_term{", term {} (assumes {} renewals)",
                                                  ", {}번째 기간({}회 갱신한 것으로 가정)"};
    static constexpr words second_term{", term 2 (assumes 1 renewal)",
                                       ", 2번째 기간(1회 갱신한 것으로 가정)"};
    const date_text given{done.given};
    std::string date =
        (record.date_is_anniversary ? anniversary : purchased).in(lang_, given.view());
    if (done.plan.term == 2) date += second_term.in(lang_);
    if (done.plan.term > 2) date += later_term.in(lang_, done.plan.term, done.plan.term - 1);
    if (done.plan.offer == not_given) {
      date[0] = lang_ == language::english ? static_cast<char>(date[0] - 'a' + 'A') : date[0];
      return to_.put(date + "\n\n");
    }
    const std::string_view name = display_name(done.plan.offer, lang_);
    const bool fits = display_width(name) + 2 + display_width(date) <= page_width;
    to_.put(fmt::format("{},{}{}\n\n", name, fits ? " " : "\n", date));
  }

  void put_answer(const evaluation& done) {
    static constexpr message<std::string, std::string> renew{"Renew from {} to {}.",
                                                             "{}부터 {}까지 갱신하십시오."};
    static constexpr message<std::string, std::string, std::string> is{"Renew from {} to {}: {}.",
                                                                       "갱신 기간 {}~{}: {}."};
    static constexpr message<std::string, std::string, std::string> was{
        "The renewal window was from {} to {}: {}.", "갱신 기간 {}~{}: {}."};
    static constexpr message<std::string_view, std::string> otherwise{
        "Otherwise {} are lost on {}.", "갱신하지 않으면 {1}에 {0} 사라집니다."};
    static constexpr message<std::string_view, std::string> lost{
        "Unless it was renewed, {} were lost on {}.", "갱신하지 않았다면 {1}에 {0} 사라졌습니다."};
    const schedule& plan = done.plan;
    const bool lapsed = done.status && done.status->now == phase::lapsed;
    if (plan.rules_ended()) {
      put_paragraph(rules_ended_sentence(plan.offer, lang_));
      to_.put('\n');
    }
    const std::string loss_day = with_weekday(plan.lapse(), lang_);
    const std::string opens = with_weekday(plan.window().opens, lang_);
    const std::string closes = with_weekday(plan.window().closes, lang_);
    if (done.status) {
      const std::string name = settings_.colored
                                   ? colored_phase(done.status->now, lang_)
                                   : std::string{phase_words(done.status->now, lang_)};
      put_paragraph(
          (lapsed ? was : is).in(lang_, opens, closes, with_days(name, *done.status, plan, lang_)));
    } else {
      put_paragraph(renew.in(lang_, opens, closes));
    }
    put_paragraph((lapsed ? lost : otherwise).in(lang_, loss_words(plan.offer, lang_), loss_day));
    if (lapsed) put_paragraph(renewed_hint(false, lang_));
    to_.put('\n');
  }

  void put_days(const evaluation& done) {
    const schedule& plan = done.plan;
    put_day(plan.reminders().first, {"first reminder", "첫 번째 알림"},
            {"15 days before the anniversary", "갱신일 15일 전"});
    put_day(plan.anniversary.day, {"anniversary", "갱신일"},
            {"the paid year ends", "이미 결제한 1년이 끝나는 날"});
    put_day(plan.window().opens, {"window opens", "갱신 기간 시작"},
            {"first day to renew", "갱신할 수 있는 첫날"});
    put_day(plan.reminders().second, {"second reminder", "두 번째 알림"},
            {"7 days before the window closes", "갱신 기간 종료 7일 전"});
    put_day(
        plan.window().closes, {"window closes", "갱신 기간 종료"},
        {"last day to renew; benefits until then", "갱신할 수 있는 마지막 날, 혜택은 이날까지"});
    put_day(plan.lapse(), {"lapse", "만료"}, lapse_meaning(plan.offer));
    put_day(plan.next().day, {"next anniversary", "다음 갱신일"},
            {"365 days later, if renewed in the window", "갱신 기간에 갱신하면 365일 후"});
    to_.put('\n');
  }

  static words lapse_meaning(offer offer) {
    switch (offer.kind()) {
      case competency_kind::competency:
        return {"lost unless renewed: benefits, competency",
                "갱신하지 않으면 혜택과 역량이 사라짐"};
      case competency_kind::advanced_specialization:
        return {"lost unless renewed: the specialization",
                "갱신하지 않으면 혜택과 고급 전문화가 사라짐"};
      case competency_kind::action_pack:
        break;
    }
    return {"lost unless renewed: benefits", "갱신하지 않으면 혜택이 사라짐"};
  }

  void put_day(sys_days day, const words& what, const words& meaning) {
    constexpr int label_width = 16;
    to_.put(fmt::format("  {}  {}  {:<{}}  {}\n", date_text{day}, weekday_words(day, lang_),
                        what.in(lang_), label_width, meaning.in(lang_)));
  }

  // One character a day, from the first reminder to the window's last day.
  void put_picture(const evaluation& done) {
    const schedule& plan = done.plan;
    const auto column = [&](sys_days day) {
      return static_cast<std::size_t>((day - plan.reminders().first).count());
    };
    const std::size_t last = column(plan.window().closes);
    std::string labels;
    for (const sys_days day : {plan.reminders().first, plan.anniversary.day,
                               plan.reminders().second, plan.window().closes}) {
      labels.resize(column(day), ' ');
      labels += date_text{day}.view().substr(5);  // month and day
    }
    std::string picture(column(plan.window().opens), '.');
    picture.resize(last + 1, '=');
    picture[column(plan.reminders().first)] = picture[column(plan.reminders().second)] = 'r';
    picture[column(plan.anniversary.day)] = 'A';
    picture[column(plan.window().opens)] = '[';
    picture[last] = ']';
    to_.put(fmt::format("  {}\n  {}\n", labels, picture));
    const bool inside = done.status && plan.reminders().first <= done.status->as_of &&
                        done.status->as_of <= plan.window().closes;
    if (inside)
      to_.put(fmt::format("  {:{}}^ {}\n", "", column(done.status->as_of),
                          date_text{done.status->as_of}));
    to_.put('\n');
  }

  void put_paragraph(std::string_view text) {
    to_.put(fmt::format("{:{}}{}\n", "", page_indent, wrapped(text, page_indent, page_indent)));
  }

  output_buffer& to_;
  write_settings settings_;
  language lang_;
};

}  // namespace

std::unique_ptr<writer> make_page_writer(output_buffer& to, const write_settings& settings) {
  return std::make_unique<page_writer>(to, settings);
}

}  // namespace mpn::app
