#include <array>
#include <string>

#include "text/utf8.hpp"
#include "write/wording.hpp"
#include "write/writer.hpp"

namespace mpn::app {

namespace {

// All about one offer: its days with what each is and why, a picture of the term, and the
// extension.
class page_writer final : public writer {
 public:
  page_writer(output& to, const options& asked, bool colored)
      : to_{to},
        spoken_{asked.spoken},
        counted_{asked.counted},
        anniversary_given_{asked.anniversary_given},
        colored_{colored} {}

  void begin(const columns*) override {}

  void write(const record& came, const outcome& became) override {
    if (!became) return;  // what is wrong with the arguments is said, not written
    put_title(came, *became);
    put_days(became->plan, *became);
    put_picture(*became);
    put_wrapped(extension_sentences(*became, counted_, spoken_));
  }

  void end() override {}

 private:
  void put_title(const record& came, const worked& done) {
    static constexpr phrase<std::string_view> purchased{"purchased {}", "구매일 {}"};
    static constexpr phrase<std::string_view> attained{"anniversary {}", "1주년 {}"};
    static constexpr phrase<int> term_number{", term {}", ", {}번째 기간"};
    std::string date =
        (anniversary_given_ ? attained : purchased).in(spoken_, trimmed(came.date.value));
    if (done.offer != nullptr)
      date = fmt::format("{}, {}", display_name(*done.offer, spoken_), date);
    else if (spoken_ == language::english)
      date[0] = static_cast<char>(date[0] - 'a' + 'A');
    to_.put(date);
    if (done.plan.term != 1) to_.put(term_number.in(spoken_, done.plan.term));
    to_.put("\n\n");
  }

  void put_days(const schedule& plan, const worked& done) {
    static constexpr plain_phrase lapse_competency{
        "benefits and competency are lost, unless renewed", "갱신하지 않으면 혜택과 역량을 잃음"};
    static constexpr plain_phrase lapse_specialization{
        "benefits and advanced specialization are lost, unless renewed",
        "갱신하지 않으면 혜택과 고급 전문화를 잃음"};
    static constexpr plain_phrase lapse_pack{"benefits are lost, unless renewed",
                                             "갱신하지 않으면 혜택을 잃음"};
    const competency_kind kind =
        done.offer == nullptr ? competency_kind::competency : done.offer->kind;
    const plain_phrase& loss = kind == competency_kind::competency ? lapse_competency
                               : kind == competency_kind::advanced_specialization
                                   ? lapse_specialization
                                   : lapse_pack;
    put_day(plan.reminders().first, {"first reminder", "첫 번째 미리 알림"},
            {"15 days before the anniversary", "1주년 15일 전"});
    put_day(plan.anniversary.day, {"anniversary", "1주년"}, {"", ""});
    put_day(plan.window().opens, {"window opens", "갱신 기간 시작"},
            {"first day you can renew", "갱신할 수 있는 첫날"});
    put_day(plan.reminders().second, {"second reminder", "두 번째 미리 알림"},
            {"7 days before the window closes", "갱신 기간 마감 7일 전"});
    put_day(plan.window().closes, {"window closes", "갱신 기간 마감"},
            {"last day you can renew; benefits continue until then",
             "갱신할 수 있는 마지막 날. 혜택은 이 날까지 유지됨"});
    put_day(plan.lapse(), {"lapse", "만료"}, loss);
    put_day(plan.next().day, {"next anniversary", "다음 1주년"},
            {"365 days on, if renewed in the window", "갱신 기간에 갱신하면 365일 뒤"});
  }

  void put_day(sys_days day, const plain_phrase& what, const plain_phrase& why) {
    static constexpr auto weekdays = std::to_array<plain_phrase>({{"Sun", "일"},
                                                                  {"Mon", "월"},
                                                                  {"Tue", "화"},
                                                                  {"Wed", "수"},
                                                                  {"Thu", "목"},
                                                                  {"Fri", "금"},
                                                                  {"Sat", "토"}});
    const int label_width = spoken_ == language::korean ? 17 : 16;
    std::string line = fmt::format("  {}  {}  {:<{}}  {}", date_text{day},
                                   weekdays[date::weekday{day}.c_encoding()].in(spoken_),
                                   what.in(spoken_), label_width, why.in(spoken_));
    line.erase(line.find_last_not_of(' ') + 1);
    to_.put(line);
    to_.put('\n');
  }

  // One character a day, from the first reminder to the window's last day.
  void put_picture(const worked& done) {
    const schedule& plan = done.plan;
    const auto column = [&](sys_days day) {
      return static_cast<std::size_t>((day - plan.reminders().first).count());
    };
    const std::size_t last = column(plan.window().closes);
    std::string labels;
    for (const sys_days day : {plan.reminders().first, plan.anniversary.day,
                               plan.reminders().second, plan.window().closes}) {
      labels.resize(column(day), ' ');
      labels += date_text{day}.view().substr(5);  // the month and the day
    }
    std::string picture(column(plan.window().opens), '.');
    picture.resize(last + 1, '=');
    picture[column(plan.reminders().first)] = picture[column(plan.reminders().second)] = 'r';
    picture[column(plan.anniversary.day)] = 'A';
    picture[column(plan.window().opens)] = '[';
    picture[last] = ']';
    to_.put(fmt::format("\n  {}\n  {}\n", labels, picture));
    if (done.status) {
      const bool inside = plan.reminders().first <= done.status->as_of &&
                          done.status->as_of <= plan.window().closes;
      if (inside) to_.put(fmt::format("  {:{}}^ ", "", column(done.status->as_of)));
      to_.put(fmt::format("{}{}: {}, {}\n", inside ? "" : "  ", date_text{done.status->as_of},
                          phase_word(done.status->now, spoken_, colored_),
                          days_left_words(done.status->left, spoken_)));
      if (done.status->now == phase::lapsed)
        to_.put(fmt::format("  {}\n", way_out_of_lapse(spoken_)));
    }
    to_.put('\n');
  }

  // Wide enough that the usual sentence takes two lines.
  void put_wrapped(std::string_view text) {
    constexpr std::size_t line_width = 130;
    std::size_t column = 0;
    while (!text.empty()) {
      const std::string_view word = text.substr(0, text.find(' '));
      text.remove_prefix(std::min(word.size() + 1, text.size()));
      if (column + 1 + word.size() > line_width) {
        to_.put('\n');
        column = 0;
      }
      to_.put(column == 0 ? "  " : " ");
      to_.put(word);
      column += (column == 0 ? 2 : 1) + word.size();
    }
    to_.put('\n');
  }

  output& to_;
  language spoken_;
  waves counted_;
  bool anniversary_given_;
  bool colored_;
};

}  // namespace

std::unique_ptr<writer> make_page_writer(output& to, const options& asked, bool colored) {
  return std::make_unique<page_writer>(to, asked, colored);
}

}  // namespace mpn::app
