// The end of the rules for every anniversary and offer, compared with dates as texts.
#include <string_view>

#include "catch2.hpp"
#include "mpn/renewal.hpp"
#include "naive_calendar.hpp"

using namespace naive;

TEST_CASE("the rules have ended for every window that closes after their last day", "[walk]") {
  const year_calendar& all = calendar();
  tally t;
  const auto expect = [&](int ad, mpn::offer held, std::string_view last) {
    const bool ended = text_at(ad + 30) > last;
    const auto s = mpn::schedule_of(mpn::nth_term(mpn::anniversary_date{core_day(ad)}, 1), held);
    t.expect(s && s->rules_ended() == ended, "whether the rules have ended", ad);
    t.expect(mpn::date_text{mpn::last_day_of_rules(held)}.view() == last, "their last day", ad);
  };
  const int first = 15;  // the first reminder is on 0001-01-01
  const int last = all.size() - 1 - 365;
  for (int ad = first; ad <= last; ++ad) expect(ad, mpn::not_given, "2022-09-30");
  for (int ad = all.place_of(2018, 1, 1); ad <= all.place_of(2026, 12, 31); ++ad)
    for (const mpn::competency& entry : mpn::catalogue)
      expect(ad, entry, entry.name == "Microsoft Action Pack" ? "2022-10-24" : "2022-09-30");
  CHECK(t.first_wrong() == "");
}
