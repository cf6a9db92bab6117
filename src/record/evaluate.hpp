// From a record to its schedule: the one thing that the program does.
#pragma once

#include <optional>

#include "mpn/schedule.hpp"
#include "record/date_input.hpp"
#include "record/record.hpp"

namespace mpn::app {

/// Which term of an offer is wanted: a number from 1, or the one in force on the as-of day.
struct term_choice {
  int number{1};
  bool current{};
};

/// What the user asks about every record.
struct evaluation_settings {
  term_choice term;                     ///< `current` needs an as-of day
  std::optional<sys_days> as_of;        ///< adds the phase and the days left on this day
  waves applied_waves{waves::article};  ///< which extension waves apply
  date_order order{};                   ///< how a date with the year last is read
};

/// A term on the as-of day.
struct term_status {
  sys_days as_of;
  phase now;
  days left;  ///< to the window's last day: 0 on it, negative after it
};

/// A record's schedule.
struct evaluation {
  sys_days given;  ///< the record's date
  schedule plan;
  std::optional<term_status> status;  ///< with an as-of day

  // The schedule is copied member by member, and the whole is made in its place in the result.
  // Copied as a whole, it is loaded in larger pieces than it was stored in, which takes a processor
  // long: csv to ndjson takes 6 % more time.
  evaluation(sys_days given_day, const schedule& p, std::optional<sys_days> as_of)
      : given{given_day}, plan{p.term, p.anniversary, p.offer, p.applied_waves} {
    if (as_of) status = {*as_of, phase_on(p.anniversary, *as_of), days_left(p.anniversary, *as_of)};
  }
};

using evaluation_result = result<evaluation, record_error>;

/// The schedule of `record`, or the first error: if both date and competency are wrong, the date's.
[[nodiscard]] evaluation_result evaluate(const record& record, const evaluation_settings& settings);

}  // namespace mpn::app
