#include "write/check.hpp"

#include <algorithm>

#include "mpn/catalogue.hpp"
#include "text/limits.hpp"
#include "text/utf8.hpp"
#include "write/wording.hpp"

namespace mpn::app {

namespace {

std::string_view state_name(check_state state) {
  constexpr std::array<std::string_view, 4> names{"OK", "WARNING", "CRITICAL", "UNKNOWN"};
  return names[static_cast<std::size_t>(state)];
}

// Monitoring systems read what follows a bar as performance data.
std::string without_bars(std::string_view text) {
  std::string safe{text};
  std::replace(safe.begin(), safe.end(), '|', '/');
  return safe;
}

// A name or a label, with a colon; nothing without one.
std::string with_colon(std::string_view name) {
  return name.empty() ? std::string{} : fmt::format("{}: ", name);
}

}  // namespace

check_writer::check_writer(output_buffer& to, language lang, bool quiet,
                           std::string_view input_name)
    : to_{to}, lang_{lang}, quiet_{quiet}, input_name_{input_name}, rules_ended_{lang} {}

void check_writer::write(const record& record, const evaluation_result& result) {
  if (!result) {
    ++unknown_;
    if (reasons_.size() < limits::reported)
      reasons_.push_back(place(record.line) + with_colon(short_label(record)) +
                         sentence(result.error(), lang_));
    return;
  }
  ++counts_[static_cast<std::size_t>(result->status->now)];
  rules_ended_.add(*result);
  note(record, *result);
}

// Keeps the most urgent offers, as many as are reported.
void check_writer::note(const record& record, const evaluation& done) {
  std::vector<due_offer>& list = done.status->now == phase::lapsed ? lapsed_ : due_;
  const auto is_before = [](const urgency& a, const due_offer& b) { return a < b.order; };
  const urgency order{done};
  const auto at = std::upper_bound(list.begin(), list.end(), order, is_before);
  if (at == list.end() && list.size() == limits::reported) return;
  list.insert(at, {order, record.line, done, short_label(record)});
  if (list.size() > limits::reported) list.pop_back();
}

void check_writer::fail(std::string_view why) {
  ++unknown_;
  reasons_.insert(reasons_.begin(), without_bars(why));
}

check_state check_writer::state() const {
  if (count(phase::lapsed) + count(phase::last_call) != 0) return check_state::critical;
  if (count(phase::open) + count(phase::reminded) != 0) return check_state::warning;
  return unknown_ != 0 || count(phase::active) == 0 ? check_state::unknown : check_state::ok;
}

void check_writer::put_status() {
  if (quiet_ && state() == check_state::ok) return;
  if (input_name_.empty())
    put_one_offer();
  else
    put_many_offers();
}

std::string check_writer::place(std::uint64_t line) const {
  return fmt::format("{}:{}: ", without_bars(escaped(input_name_)), line);
}

// The sentences on ended rules, which precede the answer.
std::string check_writer::rules_ended() const {
  std::string text;
  for (const std::string& sentence : rules_ended_.by_kind())
    if (!sentence.empty()) text += sentence + " ";
  return text;
}

void check_writer::put_one_offer() {
  static constexpr message<date_text, date_text> later{"renew from {} to {}", "갱신 기간 {}~{}"};
  static constexpr message<date_text> now{"renew by {}", "{}까지 갱신"};
  static constexpr message<date_text> lapsed{"lapsed, window closed on {}",
                                             "만료됨, 갱신 기간 종료 {}"};
  const evaluation& only = (lapsed_.empty() ? due_ : lapsed_).front().done;
  const renewal_window window = only.plan.window();
  const phase p = only.status->now;
  std::string what = with_colon(display_name(only.plan.offer, lang_));
  if (p == phase::lapsed)
    what += lapsed.in(lang_, date_text{window.closes});
  else if (p == phase::open || p == phase::last_call)
    what += now.in(lang_, date_text{window.closes});
  else
    what += later.in(lang_, date_text{window.opens}, date_text{window.closes});
  what = rules_ended() + what;
  what = with_days(what, *only.status, only.plan, lang_);
  if (p == phase::lapsed) what += fmt::format(". {}", renewed_hint(true, lang_));
  // Ranges of monitoring plugins: WARNING below 46 days, as the first reminder is sent 45 days
  // before the window closes; CRITICAL below 8, as the second is sent 7 days before.
  to_.put(fmt::format("MPN-RENEWAL {} - {} | days_left={};46:;8:\n", state_name(state()), what,
                      only.status->left.count()));
}

// The most urgent offer that has not lapsed.
std::string check_writer::next_due() const {
  static constexpr message<std::string, date_text, std::string> next{", next {}by {} ({})",
                                                                     ", 다음: {}{}까지({})"};
  if (due_.empty()) return {};
  const due_offer& first = due_.front();
  std::string name{display_name(first.done.plan.offer, lang_)};
  if (!name.empty()) name += ' ';
  return next.in(lang_, name, date_text{first.done.plan.window().closes},
                 fmt::format("{}:{}", without_bars(escaped(input_name_)), first.line));
}

void check_writer::put_many_offers() {
  static constexpr words no_offer{"no offer at all", "확인할 제안이 없음"};
  static constexpr message<std::uint64_t, std::uint64_t, std::string> due{
      "{} of {} due{}; ", "제안 {1}개 중 {0}개 조치 필요{2}; "};
  static constexpr message<std::uint64_t, std::uint64_t, std::uint64_t, std::uint64_t,
                           std::uint64_t, std::uint64_t>
      counts{"lapsed {}, last call {}, open {}, reminded {}, active {}, unknown {}",
             "만료됨 {}, 마감 임박 {}, 갱신 가능 {}, 알림 발송됨 {}, 유효 {}, 알 수 없음 {}"};
  static constexpr message<std::uint64_t> more_due{"{} more due\n", "외 {}개 조치 필요\n"};
  static constexpr message<std::uint64_t> more_bad{"{} more bad records\n",
                                                   "잘못된 레코드 외 {}개\n"};
  const std::uint64_t lapsed = count(phase::lapsed);
  const std::uint64_t last_call = count(phase::last_call);
  const std::uint64_t open = count(phase::open);
  const std::uint64_t reminded = count(phase::reminded);
  const std::uint64_t active = count(phase::active);
  const std::uint64_t all_due = lapsed + last_call + open + reminded;
  const std::uint64_t all = all_due + active + unknown_;
  const std::string summary =
      all == 0 ? std::string{no_offer.in(lang_)}
               : rules_ended() + due.in(lang_, all_due, all, next_due()) +
                     counts.in(lang_, lapsed, last_call, open, reminded, active, unknown_);
  to_.put(fmt::format(
      "MPN-RENEWAL {} - {} | lapsed={} last_call={} open={} reminded={} active={} unknown={}\n",
      state_name(state()), summary, lapsed, last_call, open, reminded, active, unknown_));

  std::uint64_t shown = 0;
  const auto put_offer = [&](const due_offer& each) {
    const evaluation& done = each.done;
    to_.put(fmt::format(
        "{}{}{}{}\n", place(each.line), without_bars(with_colon(each.label)),
        with_colon(display_name(done.plan.offer, lang_)),
        with_days(phase_words(done.status->now, lang_), *done.status, done.plan, lang_)));
    ++shown;
  };
  // What can still be saved comes first, but at least one lapsed offer is shown.
  const std::uint64_t room = limits::reported - (lapsed_.empty() ? 0 : 1);
  for (const due_offer& each : due_)
    if (each.done.status->now != phase::active && shown < room) put_offer(each);
  for (const due_offer& each : lapsed_)
    if (shown < limits::reported) put_offer(each);
  for (const std::string& reason : reasons_) to_.put(without_bars(reason) + "\n");
  if (all_due > shown) to_.put(more_due.in(lang_, all_due - shown));
  if (unknown_ > reasons_.size()) to_.put(more_bad.in(lang_, unknown_ - reasons_.size()));
  if (lapsed != 0) to_.put(fmt::format("{}\n", renewed_hint(true, lang_)));
}

void put_unknown(output_buffer& to, std::string_view why) {
  to.put(fmt::format("MPN-RENEWAL {} - {}\n", state_name(check_state::unknown), without_bars(why)));
}

}  // namespace mpn::app
