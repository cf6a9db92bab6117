#include "record/evaluate.hpp"

#include "mpn/find_competency.hpp"
#include "text/utf8.hpp"

namespace mpn::app {

namespace {

unexpected<record_error> error_in(record_error error, const field& field) {
  error.field = field.name;
  return unexpected{error};
}

// Whether the purchase would be after the as-of day. A purchase may be a day ahead, in another time
// zone; its anniversary is then at most 367 days ahead.
bool is_future(sys_days given, bool is_anniversary, sys_days as_of) {
  return given - as_of > (is_anniversary ? days{367} : days{1});
}

}  // namespace

evaluation_result evaluate(const record& record, const evaluation_settings& settings) {
  if (record.malformed) return unexpected{*record.malformed};
  const field& date = record.date;
  if (date.kind == field_kind::absent) return error_in({.reason = error_reason::no_date}, date);
  if (date.kind == field_kind::other) return error_in(date_not_string(date.value), date);
  const auto day = read_date(date.value, settings.order);
  if (!day) return error_in(day.error(), date);

  if (settings.as_of && is_future(*day, record.date_is_anniversary, *settings.as_of))
    return error_in({.reason = error_reason::future_purchase,
                     .value = trimmed(date.value),
                     .day = *settings.as_of,
                     .number = record.date_may_be_anniversary ? 1U : 0U},
                    date);

  const field& name = record.competency;
  mpn::offer offer = not_given;
  if (name.kind == field_kind::other)
    return error_in({.reason = error_reason::name_not_string, .value = name.value}, name);
  if (name.kind == field_kind::text) {
    const auto found = find_competency(name.value);
    if (!found)
      return error_in({.reason = error_reason::unknown_name, .value = trimmed(name.value)}, name);
    offer = *found;
  }

  const anniversary_date first =
      record.date_is_anniversary ? anniversary_date{*day} : anniversary_of(purchase_date{*day});
  const term wanted = settings.term.current ? term_in_force(first, *settings.as_of)
                                            : nth_term(first, settings.term.number);
  const auto plan = schedule_of(wanted, offer, settings.applied_waves);
  if (!plan)
    return error_in(
        {.reason = plan.error() == schedule_error::before_first_day ? error_reason::before_first_day
                                                                    : error_reason::after_last_day,
         .value = trimmed(date.value)},
        date);
  return evaluation_result{std::in_place, *day, *plan, settings.as_of};
}

}  // namespace mpn::app
