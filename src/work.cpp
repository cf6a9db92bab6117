#include "work.hpp"

#include <utility>

namespace mpn::cli {

namespace {

unexpected<failure> about(const field& which, failure why) {
  why.field = which.name;
  return unexpected{std::move(why)};
}

}  // namespace

outcome work_out(const record& came, const options& asked) {
  if (came.defect != nullptr) return unexpected{*came.defect};
  if (came.date.kind == field_kind::absent) return about(came.date, no_date());
  if (came.date.kind == field_kind::other) return about(came.date, date_not_text(came.date.value));

  // The common notation first; what else there is to say about a date takes longer.
  sys_days day;
  if (const auto iso = parse_date(came.date.value)) {
    day = *iso;
  } else {
    const auto other = read_date(came.date.value, asked.order);
    if (!other) return about(came.date, other.error());
    day = *other;
  }

  const competency* offer = nullptr;
  if (came.name.kind != field_kind::absent) {
    if (came.name.kind == field_kind::other) return about(came.name, competency_not_text(came.name.value));
    offer = find_competency(came.name.value);
    if (offer == nullptr) return about(came.name, unknown_competency(came.name.value));
  }

  const anniversary_date first = came.date_is_anniversary ? anniversary_date{day} : anniversary_of(purchase_date{day});
  const term wanted = asked.term.current ? term_in_force(first, *asked.as_of) : nth_term(first, asked.term.number);
  const auto plan = schedule_of(wanted, offer, asked.counted);
  if (!plan) return about(came.date, days_out_of_range(came.date.value, plan.error()));

  worked done{*plan, offer, std::nullopt};
  if (asked.as_of)
    done.status = standing{*asked.as_of, phase_on(plan->anniversary, *asked.as_of), days_left(plan->anniversary, *asked.as_of)};
  return done;
}

}  // namespace mpn::cli
