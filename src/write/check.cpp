#include "write/check.hpp"

#include <algorithm>

#include "text/utf8.hpp"
#include "write/wording.hpp"

namespace mpn::app {

namespace {

constexpr std::size_t most_told = 20;

std::string_view name_of(check_state state) {
  switch (state) {
    case check_state::ok:
      return "OK";
    case check_state::warning:
      return "WARNING";
    case check_state::critical:
      return "CRITICAL";
    case check_state::unknown:
      break;
  }
  return "UNKNOWN";
}

// What stands behind a bar is read as performance data.
std::string without_bars(std::string_view text) {
  std::string safe{text};
  std::replace(safe.begin(), safe.end(), '|', '/');
  return safe;
}

std::string prefixed(const competency* offer, language spoken) {
  return offer == nullptr ? std::string{} : fmt::format("{}: ", display_name(*offer, spoken));
}

}  // namespace

check_writer::check_writer(output& to, const options& asked, std::string_view input_name)
    : to_{to}, spoken_{asked.spoken}, quiet_{asked.quiet}, input_name_{input_name} {}

void check_writer::write(const record& came, const outcome& became) {
  if (!became) {
    ++unknown_;
    why_unknown_ = became.error().sentence.in(spoken_);
    return;
  }
  const standing& status = *became->status;
  ++counts_[static_cast<std::size_t>(status.now)];
  if (status.now == phase::active && !input_name_.empty()) return;
  const urgent_offer offer{came.line, became->plan.anniversary, status.left, status.now,
                           became->offer};
  const auto place = std::upper_bound(urgent_.begin(), urgent_.end(), offer,
                                      [](const auto& a, const auto& b) { return a.left < b.left; });
  urgent_.insert(place, offer);
  if (urgent_.size() > most_told) urgent_.pop_back();
}

void check_writer::fail(std::string_view why) {
  ++unknown_;
  why_unknown_ = why;
}

check_state check_writer::state() const {
  if (count(phase::lapsed) + count(phase::last_call) != 0) return check_state::critical;
  if (count(phase::open) + count(phase::reminded) != 0) return check_state::warning;
  return unknown_ != 0 || count(phase::active) == 0 ? check_state::unknown : check_state::ok;
}

void check_writer::end() {
  if (quiet_ && state() == check_state::ok) return;
  if (input_name_.empty())
    put_one_offer();
  else
    put_many_offers();
}

void check_writer::put_one_offer() {
  if (urgent_.empty()) return put_unknown(to_, why_unknown_);
  static constexpr phrase<date_text, date_text> later{"renew from {} to {}",
                                                      "갱신 기간 {}부터 {}까지"};
  static constexpr phrase<date_text> now{"renew by {}", "{}까지 갱신"};
  static constexpr phrase<date_text> lapsed{"lapsed on {}", "{}에 만료"};
  const urgent_offer& offer = urgent_.front();
  const renewal_window window = window_of(offer.anniversary);
  std::string what;
  if (offer.now == phase::lapsed)
    what = lapsed.in(spoken_, date_text{lapse_of(offer.anniversary)});
  else if (offer.now == phase::open || offer.now == phase::last_call)
    what = now.in(spoken_, date_text{window.closes});
  else
    what = later.in(spoken_, date_text{window.opens}, date_text{window.closes});
  what = fmt::format("{}{}, {}", prefixed(offer.offer, spoken_), what,
                     days_left_words(offer.left, spoken_));
  if (offer.now == phase::lapsed) what += fmt::format("; {}", way_out_of_lapse(spoken_));
  // The thresholds are the reminders': 46 days before the end the first is not out yet, 8 days
  // before it the second.
  to_.put(fmt::format("MPN-RENEWAL {} - {} | days_left={};46:;8:\n", name_of(state()), what,
                      offer.left.count()));
}

void check_writer::put_many_offers() {
  static constexpr plain_phrase none{"no offer at all", "항목이 없음"};
  static constexpr phrase<std::uint64_t, std::uint64_t, std::uint64_t, std::uint64_t, std::uint64_t,
                          std::uint64_t>
      counts{"lapsed {}, last call {}, open {}, reminded {}, active {}, unknown {}",
             "만료 {}, 마감 임박 {}, 갱신 가능 {}, 알림 발송 {}, 유효 {}, 알 수 없음 {}"};
  static constexpr phrase<std::uint64_t> more{"{} more", "그 밖에 {}개"};
  const std::uint64_t lapsed = count(phase::lapsed);
  const std::uint64_t last_call = count(phase::last_call);
  const std::uint64_t open = count(phase::open);
  const std::uint64_t reminded = count(phase::reminded);
  const std::uint64_t active = count(phase::active);
  const std::uint64_t to_tell = lapsed + last_call + open + reminded;
  const bool nothing = to_tell + active + unknown_ == 0;
  to_.put(fmt::format(
      "MPN-RENEWAL {} - {} | lapsed={} last_call={} open={} reminded={} active={} unknown={}\n",
      name_of(state()),
      nothing ? std::string{none.in(spoken_)}
              : counts.in(spoken_, lapsed, last_call, open, reminded, active, unknown_),
      lapsed, last_call, open, reminded, active, unknown_));
  for (const urgent_offer& offer : urgent_)
    to_.put(fmt::format("{}:{}: {}{}, {}\n", without_bars(shown(input_name_)), offer.line,
                        prefixed(offer.offer, spoken_), phase_word(offer.now, spoken_, false),
                        days_left_words(offer.left, spoken_)));
  if (to_tell > urgent_.size()) to_.put(more.in(spoken_, to_tell - urgent_.size()) + "\n");
  if (lapsed != 0) to_.put(fmt::format("{}\n", way_out_of_lapse(spoken_)));
}

void put_unknown(output& to, std::string_view why) {
  to.put(fmt::format("MPN-RENEWAL {} - {}\n", name_of(check_state::unknown), without_bars(why)));
}

}  // namespace mpn::app
