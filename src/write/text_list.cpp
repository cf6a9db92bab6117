// The list: a heading, then a line for each offer.
#include <array>
#include <string>
#include <vector>

#include "text/limits.hpp"
#include "write/error_text.hpp"
#include "write/pen.hpp"
#include "write/rules_ended_sentences.hpp"
#include "write/wording.hpp"
#include "write/writers.hpp"

namespace mpn::app {

namespace {

// Widths of the columns, in display columns.
constexpr int day_width = 11;
int phase_width(language lang) { return lang == language::english ? 9 : 11; }
constexpr int days_width = 13;
constexpr int extension_width = 9;

// The columns that do not depend on the input come first; the name comes last, unpadded.
class list_writer final : public writer {
 public:
  list_writer(output_buffer& to, const write_settings& settings)
      : to_{to}, lang_{settings.lang}, has_status_{settings.has_status}, rules_ended_{lang_} {
    for (std::size_t i = 0; i < extensions_.size(); ++i)
      extensions_[i] = fmt::format(
          "{:<{}}", extension_word(static_cast<extension_status>(i), lang_), extension_width);
    for (std::size_t i = 0; i < phases_.size(); ++i) {
      const auto each = static_cast<phase>(i);
      const std::string_view word = phase_words(each, lang_);
      const std::string padding =
          fmt::format("{:<{}}", word, phase_width(lang_)).substr(word.size());
      phases_[i] = (settings.colored ? colored_phase(each, lang_) : std::string{word}) + padding;
    }
  }

  void begin(const table_header*) override {}

  void write(const record& record, const evaluation_result& result) override {
    if (!any_) put_heading();
    any_ = true;
    if (result)
      put_offer(record, *result);
    else
      put_error(record, result.error());
  }

  void end() override {
    if (has_status_ && any_) put_counts();
    for (const std::string& sentence : rules_ended_.by_kind())
      if (!sentence.empty()) to_.put(sentence + "\n");
  }

 private:
  void put_counts() {
    static constexpr message<int, int, int, int, int, int> counts{
        "lapsed {}, last call {}, open {}, reminded {}, active {}, errors {}\n",
        "만료됨 {}, 마감 임박 {}, 갱신 가능 {}, 알림 발송됨 {}, 유효 {}, 오류 {}\n"};
    to_.put(counts.in(lang_, count(phase::lapsed), count(phase::last_call), count(phase::open),
                      count(phase::reminded), count(phase::active), errors_));
    if (count(phase::lapsed) != 0) to_.put(fmt::format("{}\n", renewed_hint(false, lang_)));
  }

  void put_heading() {
    static constexpr words anniversary{"anniversary", "갱신일"};
    static constexpr words renew_by{"renew by", "갱신 기한"};
    static constexpr words status{"status", "상태"};
    static constexpr words days{"days", "일수"};
    static constexpr words extension{"extension", "연장"};
    static constexpr words offer{"offer", "제안"};
    to_.put(fmt::format("{:<{}}  {:<{}}", anniversary.in(lang_), day_width, renew_by.in(lang_),
                        day_width - 1));
    if (has_status_)
      to_.put(fmt::format("  {:<{}}  {:<{}}", status.in(lang_), phase_width(lang_), days.in(lang_),
                          days_width));
    to_.put(fmt::format("  {:<{}}  {}\n", extension.in(lang_), extension_width, offer.in(lang_)));
  }

  void put_offer(const record& record, const evaluation& done) {
    // At most 63 columns precede the name.
    constexpr std::size_t longest_line = 512 + limits::shown_label;
    const schedule& plan = done.plan;
    rules_ended_.add(done);
    pen out{to_, longest_line, dates_};
    out << plan.anniversary.day << "   " << plan.window().closes << "  ";
    if (done.status) {
      ++counts_[static_cast<std::size_t>(done.status->now)];
      out << phases_[static_cast<std::size_t>(done.status->now)] << "  "
          << padded_days(*done.status, plan) << "  ";
    }
    const std::string_view extension = extensions_[static_cast<std::size_t>(plan.covid().status())];
    const std::string_view name = display_name(plan.offer, lang_);
    const std::string label = short_label(record);
    if (!name.empty() || !label.empty())
      out << extension;
    else
      out << extension.substr(0, extension.find_last_not_of(' ') + 1);
    if (!name.empty()) out << "  " << name;
    if (!label.empty()) out << "  (" << label << ")";
    out << "\n";
    out.finish();
  }

  void put_error(const record& record, const record_error& error) {
    static constexpr message<std::uint64_t> place{"line {}", "{}행"};
    static constexpr words error_follows{"error: ", "오류: "};
    ++errors_;
    to_.put(fmt::format("{:<{}}  ", place.in(lang_, record.line), day_width));
    to_.put(error_follows.in(lang_));
    to_.put(sentences_.of(error));
    if (const std::string label = short_label(record); !label.empty())
      to_.put(fmt::format("  ({})", label));
    to_.put('\n');
  }

  // Most offers are within two terms of the as-of day, so their texts are made once. Otherwise the
  // list takes 9 % more instructions.
  const std::string& padded_days(const term_status& status, const schedule& plan) {
    constexpr std::ptrdiff_t kept = 400;
    const std::ptrdiff_t left = status.left.count();
    if (days_.empty()) days_.resize(2 * kept + 1);
    const bool is_kept = -kept <= left && left <= kept;
    std::string& text = is_kept ? days_[static_cast<std::size_t>(left + kept)] : far_days_;
    if (text.empty() || !is_kept)
      text = fmt::format("{:<{}}", days_words(status, plan, lang_), days_width);
    return text;
  }

  [[nodiscard]] int count(phase p) const { return counts_[static_cast<std::size_t>(p)]; }

  output_buffer& to_;
  language lang_;
  bool has_status_;
  std::array<std::string, 5> phases_;
  std::array<std::string, 3> extensions_;
  std::vector<std::string> days_;
  std::string far_days_;
  std::array<int, 5> counts_{};
  int errors_{};
  rules_ended_sentences rules_ended_;
  bool any_{};
  date_cache dates_;
  error_text sentences_{sentence, lang_};
};

}  // namespace

std::unique_ptr<writer> make_text_writer(output_buffer& to, const write_settings& settings) {
  if (settings.from == record_source::arguments) return make_page_writer(to, settings);
  return std::make_unique<list_writer>(to, settings);
}

}  // namespace mpn::app
