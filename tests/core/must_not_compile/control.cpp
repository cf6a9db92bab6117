// The right form of every wrong line beside this file: were an include path broken, this would not
// compile either.
#include "mpn/renewal.hpp"

using namespace mpn;
using namespace mpn::literals;

renewal_window window = window_of(anniversary_of(bought(2020, 4, 20)));
anniversary_date anniversary = anniversary_of(bought(2020, 4, 20));
anniversary_date next = next_anniversary(ad(2021, 4, 20));
anniversary_date said_so{on(2021, 4, 20)};
purchase_date bought_then{on(2021, 4, 20)};
anniversary_date given{bought(2020, 4, 20).day};
sys_days in_thirty_days = ad(2021, 4, 20).day + days{30};
bool same_day = bought(2020, 4, 20).day == ad(2020, 4, 20).day;
auto first_term = schedule_of(nth_term(ad(2021, 4, 20), 1), nullptr);
sys_days value = *parse_date("2021-02-28");
bool is_date = parse_date("2021-02-28").has_value();
result<sys_days, date_error> none = unexpected{date_error{}};
purchase_date last_of_february = bought(2021, 2, 28);
static_assert(*parse_date("2021-02-28") == on(2021, 2, 28));

bool use() {
  const result<sys_days, date_error> day = parse_date("2021-02-28");
  return day.has_value() && window_of(ad(2021, 4, 20)).opens == on(2021, 4, 21);
}
