// The time axis of the HTML page: its range, positions and ticks.
#include "write/time_axis.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "catch2.hpp"
#include "mpn/rules.hpp"

namespace {

using mpn::app::day_range;
using mpn::app::time_axis;
using mpn::literals::on;

std::string range_of(const time_axis& axis) {
  return std::string{mpn::date_text{axis.begin()}.view()} + " " +
         std::string{mpn::date_text{axis.end() - mpn::days{1}}.view()};
}

// The ticks as "2021-04", each with * if it has a label.
std::string marks_of(const time_axis& axis) {
  std::string all;
  for (const time_axis::tick& each : axis.ticks()) {
    if (!all.empty()) all += ' ';
    all += mpn::date_text{each.day}.view().substr(0, 7);
    if (each.has_label) all += '*';
  }
  return all;
}

}  // namespace

TEST_CASE("time axis: whole months around the offers and the as-of day") {
  const day_range offer{on(2021, 4, 5), on(2021, 5, 21)};
  CHECK(range_of({{offer}, std::nullopt}) == "2021-04-01 2021-05-31");
  CHECK(range_of({{offer}, on(2021, 4, 1)}) == "2021-04-01 2021-05-31");
  CHECK(range_of({{offer}, on(2021, 3, 31)}) == "2021-03-01 2021-05-31");
  CHECK(range_of({{offer}, on(2022, 1, 1)}) == "2021-04-01 2022-01-31");
  const day_range earlier{on(2020, 12, 31), on(2021, 1, 1)};
  CHECK(range_of({{earlier}, std::nullopt}) == "2020-12-01 2021-01-31");
  CHECK(range_of({{offer, earlier}, std::nullopt}) == "2020-12-01 2021-05-31");
}

TEST_CASE("time axis: it is ten years long at most") {
  const day_range begin{on(2020, 1, 31), on(2020, 3, 1)};
  const day_range last_that_fits{on(2029, 11, 1), on(2029, 12, 31)};
  const day_range too_late{on(2029, 12, 1), on(2030, 1, 1)};
  CHECK(range_of({{begin, last_that_fits}, std::nullopt}) == "2020-01-01 2029-12-31");
  // Of two, the first is the median.
  CHECK(range_of({{too_late, begin}, std::nullopt}) == "2020-01-01 2020-03-31");
  CHECK(range_of({{begin, too_late, too_late}, std::nullopt}) == "2029-12-01 2030-01-31");
  // The one nearest to the as-of day.
  CHECK(range_of({{begin, too_late}, on(2025, 1, 1)}) == "2025-01-01 2030-01-31");
  CHECK(range_of({{begin, too_late}, on(2024, 12, 1)}) == "2020-01-01 2024-12-31");
  // Five years before and after it.
  const day_range middle{on(2025, 3, 1), on(2025, 4, 30)};
  const auto around = [&](day_range other, day_range far) {
    return range_of({{middle, other, far}, on(2025, 3, 1)});
  };
  const day_range far_after{on(2040, 1, 1), on(2040, 2, 1)};
  const day_range far_before{on(2010, 1, 1), on(2010, 2, 1)};
  CHECK(around({on(2020, 3, 1), on(2020, 4, 1)}, far_after) == "2020-03-01 2025-04-30");
  CHECK(around({on(2020, 2, 29), on(2020, 4, 1)}, far_after) == "2025-03-01 2025-04-30");
  CHECK(around({on(2029, 12, 1), on(2030, 2, 28)}, far_before) == "2025-03-01 2030-02-28");
  CHECK(around({on(2029, 12, 1), on(2030, 3, 1)}, far_before) == "2025-03-01 2025-04-30");
}

TEST_CASE("time axis: an as-of day that is too far away is left out") {
  const day_range offer{on(2020, 2, 1), on(2020, 3, 1)};
  CHECK(range_of({{offer}, on(2030, 1, 31)}) == "2020-02-01 2030-01-31");
  CHECK(range_of({{offer}, on(2030, 2, 1)}) == "2020-02-01 2020-03-31");
  CHECK(range_of({{offer}, on(2010, 4, 1)}) == "2010-04-01 2020-03-31");
  CHECK(range_of({{offer}, on(2010, 3, 31)}) == "2020-02-01 2020-03-31");
}

TEST_CASE("time axis: the first and the last day that are supported") {
  const day_range first{mpn::first_day, mpn::first_day + mpn::days{46}};
  const day_range last{mpn::last_day - mpn::days{46}, mpn::last_day};
  CHECK(range_of({{first, last}, std::nullopt}) == "0001-01-01 0001-02-28");
  CHECK(range_of({{first, last}, mpn::last_day}) == "9999-11-01 9999-12-31");
}

TEST_CASE("time axis: positions are hundredths of a percent") {
  const time_axis axis{{{on(2021, 4, 5), on(2021, 4, 6)}}, std::nullopt};
  CHECK(axis.position(on(2021, 4, 1)) == 0);
  CHECK(axis.position(on(2021, 4, 16)) == 5'000);  // April has 30 days
  CHECK(axis.position(on(2021, 5, 1)) == 10'000);
  CHECK(axis.position(on(2021, 3, 2)) == -10'000);
  CHECK(axis.width(mpn::days{30}) == 10'000);
  CHECK(axis.width(mpn::days{1}) == 333);
  CHECK(axis.contains(on(2021, 4, 1)));
  CHECK(axis.contains(on(2021, 4, 30)));
  CHECK_FALSE(axis.contains(on(2021, 3, 31)));
  CHECK_FALSE(axis.contains(on(2021, 5, 1)));
}

TEST_CASE("time axis: the longer it is, the further apart are ticks and labels") {
  const auto from_january = [](mpn::sys_days last) {
    return time_axis{{{on(2021, 1, 1), last}}, std::nullopt};
  };
  CHECK(marks_of(from_january(on(2021, 1, 1))) == "2021-01*");
  CHECK(marks_of(from_january(on(2021, 3, 1))) == "2021-01* 2021-02* 2021-03*");
  CHECK(marks_of({{{on(2020, 11, 1), on(2021, 9, 1)}}, std::nullopt}) ==
        "2020-11 2020-12 2021-01* 2021-02 2021-03 2021-04* 2021-05 2021-06 2021-07* 2021-08 "
        "2021-09");
  CHECK(marks_of(from_january(on(2026, 1, 1))).starts_with("2021-01* 2021-04 2021-07 2021-10 "));
  CHECK_FALSE(from_january(on(2023, 12, 1)).has_yearly_labels());
  CHECK(from_january(on(2024, 1, 1)).has_yearly_labels());
}

TEST_CASE("time axis: every length, from every month") {
  for (int begin = 0; begin < 24; ++begin)
    for (int months = 1; months <= 120; ++months) {
      const auto january = date::year{2020} / 1 / 1;
      const mpn::sys_days first{january + date::months{begin}};
      const mpn::sys_days last{january + date::months{begin + months - 1}};
      const time_axis axis{{{first, last}}, std::nullopt};
      const std::vector<time_axis::tick> ticks = axis.ticks();
      CAPTURE(range_of(axis), marks_of(axis));
      REQUIRE(axis.begin() == first);
      REQUIRE(ticks.size() <= time_axis::most_ticks);
      const auto labels = std::ranges::count_if(ticks, &time_axis::tick::has_label);
      REQUIRE(labels >= 1);
      REQUIRE(labels <= time_axis::most_labels);
      int before = -10'000;
      for (const time_axis::tick& each : ticks) {
        REQUIRE(date::year_month_day{each.day}.day() == date::day{1});
        REQUIRE(axis.contains(each.day));
        if (!each.has_label) continue;
        // A label needs an eighth of the axis; the last one may end beside it.
        REQUIRE(axis.position(each.day) - before >= 1'250);
        REQUIRE(axis.position(each.day) <= 10'000 - 10'000 / 12);
        before = axis.position(each.day);
      }
    }
}
