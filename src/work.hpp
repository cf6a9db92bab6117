// From a record to its schedule: the one thing the program does.
#pragma once

#include <optional>

#include "failure.hpp"
#include "mpn/renewal.hpp"
#include "options.hpp"
#include "record.hpp"

namespace mpn::cli {

/// Where the as-of day stands in a term.
struct standing {
  sys_days as_of;
  phase now;
  days left;
};

/// A record's schedule, the offer it is for (nullptr: not given) and, if one was asked for, where the as-of day stands.
struct worked {
  schedule plan;
  const competency* offer;
  std::optional<standing> status;
};

/// What becomes of a record: a schedule or a failure, never both.
using outcome = result<worked, failure>;

/// Works out `came` as the options ask. With both date and name wrong, the date is reported.
[[nodiscard]] outcome work_out(const record& came, const options& asked);

}  // namespace mpn::cli
