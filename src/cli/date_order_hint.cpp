#include "cli/date_order_hint.hpp"

#include "text/utf8.hpp"

namespace mpn::app {

void date_order_hint::add(const record_error& error) {
  const error_code code = code_of(error.reason);
  const bool is_date = code == error_code::invalid_date || code == error_code::ambiguous_date;
  if (!is_date) return;
  const auto orders = orders_that_fit(error.value);
  if (!orders) return;
  ++count_;
  fit_dmy_ += orders->dmy ? 1 : 0;
  fit_mdy_ += orders->mdy ? 1 : 0;
}

void date_order_hint::finish() {
  using fit_message = message<std::string, std::uint64_t>;
  static constexpr fit_message dmy{
      "{}: all {} refused dates fit day/month/year; add --date-order dmy",
      "{}: 읽지 못한 날짜 {}개가 모두 일/월/연도 순서에 맞습니다. --date-order dmy 옵션을 "
      "추가하십시오"};
  static constexpr fit_message mdy{
      "{}: all {} refused dates fit month/day/year; add --date-order mdy",
      "{}: 읽지 못한 날짜 {}개가 모두 월/일/연도 순서에 맞습니다. --date-order mdy 옵션을 "
      "추가하십시오"};
  static constexpr fit_message not_mdy{
      "{}: all {} refused dates fit day/month/year; is --date-order mdy right?",
      "{}: 읽지 못한 날짜 {}개가 모두 일/월/연도 순서에 맞습니다. --date-order mdy 옵션이 맞는지 "
      "확인하십시오"};
  static constexpr fit_message not_dmy{
      "{}: all {} refused dates fit month/day/year; is --date-order dmy right?",
      "{}: 읽지 못한 날짜 {}개가 모두 월/일/연도 순서에 맞습니다. --date-order dmy 옵션이 맞는지 "
      "확인하십시오"};
  const bool all_dmy = fit_dmy_ == count_;
  const bool all_mdy = fit_mdy_ == count_;
  if (count_ < 2 || all_dmy == all_mdy) return;
  const fit_message& without_order = all_dmy ? dmy : mdy;
  const fit_message& with_other_order = all_dmy ? not_mdy : not_dmy;
  to_.report((given_ == date_order::unspecified ? without_order : with_other_order)
                 .in(to_.lang(), escaped(file_), count_));
}

}  // namespace mpn::app
