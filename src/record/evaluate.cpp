#include "record/evaluate.hpp"

#include <utility>

namespace mpn::app {

outcome worker::work_out(const record& came) {
  if (came.defect != nullptr) return *came.defect;
  if (came.date.kind == field_kind::absent) return fail(no_date(), came.date);
  if (came.date.kind == field_kind::other) return fail(date_not_text(came.date.value), came.date);

  // The common notation first; what else there is to say about a date takes longer.
  sys_days day;
  if (const auto iso = parse_date(came.date.value)) {
    day = *iso;
  } else {
    const auto other = read_date(came.date.value, asked_.order);
    if (!other) return fail(other.error(), came.date);
    day = *other;
  }

  const competency* offer = nullptr;
  if (came.name.kind != field_kind::absent) {
    if (came.name.kind == field_kind::other)
      return fail(competency_not_text(came.name.value), came.name);
    offer = find_competency(came.name.value);
    if (offer == nullptr) return fail(unknown_competency(came.name.value), came.name);
  }

  const anniversary_date first =
      came.date_is_anniversary ? anniversary_date{day} : anniversary_of(purchase_date{day});
  const term wanted = asked_.term.current ? term_in_force(first, *asked_.as_of)
                                          : nth_term(first, asked_.term.number);
  if (const auto error = range_error_of(wanted.anniversary))
    return fail(days_out_of_range(came.date.value, *error), came.date);

  done_.given = day;
  done_.plan = {wanted.number, wanted.anniversary,
                extension_of(wanted.anniversary, offer, asked_.counted)};
  done_.offer = offer;
  if (asked_.as_of) {
    const sys_days as_of = *asked_.as_of;
    done_.status =
        standing{as_of, phase_on(wanted.anniversary, as_of), days_left(wanted.anniversary, as_of)};
  }
  return done_;
}

outcome worker::fail(failure why, const field& which) {
  why_ = std::move(why);
  why_.field = which.name;
  return why_;
}

}  // namespace mpn::app
