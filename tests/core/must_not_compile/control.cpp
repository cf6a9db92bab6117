// The correct form of every rejected line in this folder. It has to compile, so that the others do
// not fail for another reason, a broken include path for example.
#include "mpn/renewal.hpp"

using namespace mpn;
using namespace mpn::literals;

renewal_window window = window_of(anniversary_of(bought(2020, 4, 20)));
anniversary_date anniversary = anniversary_of(bought(2020, 4, 20));
anniversary_date next = next_anniversary(ad(2021, 4, 20));
anniversary_date from_day{on(2021, 4, 20)};
purchase_date bought_on{on(2021, 4, 20)};
anniversary_date given{bought(2020, 4, 20).day};
sys_days in_thirty_days = ad(2021, 4, 20).day + days{30};
bool same_day = bought(2020, 4, 20).day == ad(2020, 4, 20).day;
constexpr term first = nth_term(ad(2021, 4, 20), 1);
auto without_offer = schedule_of(first, not_given);
static_assert(schedule_of(first, *find_competency("Security")).has_value());
offer held = catalogue[0];
offer no_offer{not_given};
bool is_known = static_cast<bool>(find_competency("Security"));
const competency& entry = *find_competency("Cloud Business Applications");
sys_days value = *parse_date("2021-02-28");
bool is_date = parse_date("2021-02-28").has_value();
result<sys_days, date_error> no_date = unexpected{date_error{}};
purchase_date last_of_february = bought(2021, 2, 28);
static_assert(*parse_date("2021-02-28") == on(2021, 2, 28));

bool use() {
  const result<sys_days, date_error> day = parse_date("2021-02-28");
  return day.has_value() && window_of(ad(2021, 4, 20)).opens == on(2021, 4, 21);
}
