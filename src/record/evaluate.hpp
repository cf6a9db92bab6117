// From a record to its schedule: the one thing the program does.
#pragma once

#include <optional>

#include "cli/options.hpp"
#include "mpn/renewal.hpp"
#include "record/errors.hpp"
#include "record/record.hpp"

namespace mpn::app {

/// Where the as-of day stands in a term.
struct standing {
  sys_days as_of;
  phase now;
  days left;
};

/// A record's date and schedule, the offer it is for (nullptr: not given) and, if one was asked
/// for, where the as-of day stands.
struct worked {
  sys_days given{};
  schedule plan{0, anniversary_date{sys_days{}}, {}};
  const competency* offer{};
  std::optional<standing> status;
};

/// What becomes of a record: a schedule or the reason why there is none, never both. It only looks
/// at them, under the names that `result` has, because copying a schedule for every record takes as
/// long as working it out.
class outcome {
 public:
  outcome(const worked& done) : done_{&done} {}
  outcome(const failure& why) : why_{&why} {}

  explicit operator bool() const { return done_ != nullptr; }
  const worked& operator*() const { return *done_; }
  const worked* operator->() const { return done_; }
  [[nodiscard]] const failure& error() const { return *why_; }

 private:
  const worked* done_{};
  const failure* why_{};
};

/// Works records out as the options ask.
class worker {
 public:
  explicit worker(const options& asked) : asked_{asked} {}

  /// With both date and name wrong, the date is reported. What it returns is valid until the next
  /// record is worked out.
  [[nodiscard]] outcome work_out(const record& came);

 private:
  outcome fail(failure why, const field& which);

  const options& asked_;
  worked done_;
  failure why_;
};

}  // namespace mpn::app
