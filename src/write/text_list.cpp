#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "write/pen.hpp"
#include "write/wording.hpp"
#include "write/writer.hpp"

namespace mpn::app {

namespace {

// The pieces of a line, in one language.
struct table_words {
  std::string_view before_opens, before_closes, before_reminders, before_next;
};
constexpr table_words english_words{"  renew ", " to ", "  reminders ", "  next "};
constexpr table_words korean_words{"  갱신 ", " ~ ", "  미리 알림 ", "  다음 "};

// One aligned line an offer, days first and the name last. There is no heading, so that the outputs
// for the parts of an input are, joined, the output for the whole. {fmt} pads by the columns that a
// terminal shows; the words are padded once.
class table_writer final : public writer {
 public:
  table_writer(output& to, const options& asked, bool colored)
      : to_{to},
        spoken_{asked.spoken},
        words_{asked.spoken == language::korean ? korean_words : english_words},
        counts_phases_{asked.as_of.has_value()} {
    static constexpr std::array<plain_phrase, 3> eligible{
        {{"extension: eligible", "연장: 대상"},
         {"extension: no", "연장: 대상 아님"},
         {"extension: unknown", "연장: 알 수 없음"}}};
    for (std::size_t i = 0; i < eligible.size(); ++i)
      extensions_[i] = fmt::format("  {:<19}", eligible[i].in(spoken_));
    for (std::size_t i = 0; i < phases_.size(); ++i) {
      const std::string word = phase_word(static_cast<phase>(i), spoken_, false);
      const std::string padding = fmt::format("{:<9}", word).substr(word.size());
      phases_[i] =
          fmt::format("  {}{}  ", phase_word(static_cast<phase>(i), spoken_, colored), padding);
    }
  }

  void begin(const columns*) override {}

  void write(const record&, const outcome& became) override {
    if (became)
      put_plan(*became);
    else
      put_failure(became.error());
  }

  void end() override {
    static constexpr phrase<int, int, int, int, int, int> counts{
        "lapsed {}, last call {}, open {}, reminded {}, active {}, errors {}\n",
        "만료 {}, 마감 임박 {}, 갱신 가능 {}, 알림 발송 {}, 유효 {}, 오류 {}\n"};
    if (!counts_phases_) return;
    to_.put(counts.in(spoken_, in(phase::lapsed), in(phase::last_call), in(phase::open),
                      in(phase::reminded), in(phase::active), errors_));
    if (in(phase::lapsed) != 0) to_.put(fmt::format("{}\n", way_out_of_lapse(spoken_)));
  }

 private:
  void put_plan(const worked& done) {
    constexpr std::size_t longest_line = 512;
    const schedule& plan = done.plan;
    pen out{to_, longest_line, days_};
    out << plan.anniversary.day << words_.before_opens << plan.window().opens
        << words_.before_closes << plan.window().closes;
    if (done.status) {
      ++counts_[static_cast<std::size_t>(done.status->now)];
      out << phases_[static_cast<std::size_t>(done.status->now)] << days_left(done.status->left);
    } else {
      out << words_.before_reminders << plan.reminders().first << " " << plan.reminders().second
          << words_.before_next << plan.next().day;
    }
    const std::string_view extension = extensions_[static_cast<std::size_t>(plan.covid.status())];
    if (done.offer != nullptr)
      out << extension << "  " << display_name(*done.offer, spoken_);
    else
      out << extension.substr(0, extension.find_last_not_of(' ') + 1);
    out << "\n";
    out.finish();
  }

  void put_failure(const failure& why) {
    static constexpr phrase<std::string> error{"error       {}\n", "오류        {}\n"};
    ++errors_;
    to_.put(error.in(spoken_, why.sentence.in(spoken_)));
  }

  // The words are worked out once for each number of days within about two terms, which is nearly
  // all of them.
  const std::string& days_left(days left) {
    constexpr std::ptrdiff_t kept = 400;
    const std::ptrdiff_t count = left.count();
    if (days_words_.empty()) days_words_.resize(2 * kept + 1);
    std::string& words = -kept <= count && count <= kept
                             ? days_words_[static_cast<std::size_t>(count + kept)]
                             : far_words_;
    if (words.empty() || &words == &far_words_)
      words = fmt::format("{:>14}", days_left_words(left, spoken_));
    return words;
  }

  [[nodiscard]] int in(phase p) const { return counts_[static_cast<std::size_t>(p)]; }

  output& to_;
  language spoken_;
  const table_words& words_;
  bool counts_phases_;
  std::array<std::string, 5> phases_;
  std::array<std::string, 3> extensions_;
  std::vector<std::string> days_words_;
  std::string far_words_;
  std::array<int, 5> counts_{};
  int errors_{};
  day_writer days_;
};

}  // namespace

std::unique_ptr<writer> make_table_writer(output& to, const options& asked, bool colored) {
  return std::make_unique<table_writer>(to, asked, colored);
}

}  // namespace mpn::app
