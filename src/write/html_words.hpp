// The words of the page that no other output has.
#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "text/message.hpp"

namespace mpn::app::html_words {

inline constexpr words language_code{"en", "ko"};
inline constexpr words title{"Partner Network renewals", "파트너 네트워크 갱신"};

// The summary.
inline constexpr message<std::string> as_of{"As of {}", "기준일 {}"};
inline constexpr message<std::uint64_t, std::string, std::string> anniversaries{
    "{} offers with anniversaries from {} to {}", "제안 {}개, 갱신일 {}~{}"};
inline constexpr message<std::string> one_anniversary{"1 offer with the anniversary {}",
                                                      "제안 1개, 갱신일 {}"};
inline constexpr words no_offers{"There are no offers to show.", "표시할 제안이 없습니다."};
inline constexpr words next{"Next", "다음 갱신"};
inline constexpr message<std::string, std::string> renew_later{"renew from {} to {}",
                                                               "{}부터 {}까지 갱신"};
inline constexpr message<std::string> renew_now{"renew by {}", "{}까지 갱신"};
inline constexpr words last_call_meaning{"closes within a week", "일주일 안에 마감"};
inline constexpr words open_meaning{"can be renewed now", "지금 갱신할 수 있음"};
inline constexpr words reminded_meaning{"opens soon", "곧 갱신 시작"};
inline constexpr words active_meaning{"nothing to do yet", "아직 할 일 없음"};
inline constexpr words lapsed_meaning{"can no longer be renewed", "더는 갱신할 수 없음"};
inline constexpr words errors{"errors", "오류"};
inline constexpr words errors_meaning{"not in the table", "표에 없음"};
inline constexpr words later_terms{
    "A term after the first assumes that every earlier one was renewed in its window.",
    "두 번째 이후의 기간은 앞선 기간을 모두 갱신 기간에 갱신한 것으로 가정합니다."};

// The table.
inline constexpr words caption{"Offers and their renewal windows", "제안별 갱신 기간"};
inline constexpr words label{"label", "레이블"};
inline constexpr words offer{"offer", "제안"};
inline constexpr words phase{"phase", "단계"};
inline constexpr words anniversary{"anniversary", "갱신일"};
inline constexpr words window{"renewal window", "갱신 기간"};
inline constexpr words reminders{"reminders", "알림"};
inline constexpr words extension{"extension", "연장"};
inline constexpr words not_given{"not given", "지정하지 않음"};
inline constexpr message<int> term{"term {}", "{}번째 기간"};
inline constexpr words range{" – ", "~"};

// The time axis and its legend.
inline constexpr message<date_text, date_text> axis{"Time axis from {} to {}",
                                                    "{}부터 {}까지의 시간 축"};
inline constexpr words reminder{"reminder", "알림"};
inline constexpr words lapse{"lapse", "만료"};
inline constexpr words as_of_day{"as-of day", "기준일"};
inline constexpr std::array<words, 12> months{{{"Jan", "1월"},
                                               {"Feb", "2월"},
                                               {"Mar", "3월"},
                                               {"Apr", "4월"},
                                               {"May", "5월"},
                                               {"Jun", "6월"},
                                               {"Jul", "7월"},
                                               {"Aug", "8월"},
                                               {"Sep", "9월"},
                                               {"Oct", "10월"},
                                               {"Nov", "11월"},
                                               {"Dec", "12월"}}};

// The bad records.
inline constexpr words bad_records{"Bad records", "잘못된 레코드"};
inline constexpr message<std::uint64_t> line{"line {}", "{}행"};

}  // namespace mpn::app::html_words
