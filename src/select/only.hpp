// --only: passes on the offers that are in some of the phases.
#pragma once

#include "record/writer.hpp"

namespace mpn::app {

/// Some of the phases.
class phase_set {
 public:
  void insert(phase p) { bits_ |= 1U << static_cast<unsigned>(p); }
  [[nodiscard]] bool contains(phase p) const {
    return (bits_ >> static_cast<unsigned>(p) & 1U) != 0;
  }

 private:
  unsigned bits_{};
};

/// Passes on the records whose phase is in a set, and the bad ones. Evaluations need an as-of day.
/// begin() waits for the first record passed on, so that an empty selection has no header.
class only_writer final : public writer {
 public:
  only_writer(writer& to, phase_set kept) : to_{to}, kept_{kept} {}

  void begin(const table_header* header) override { header_ = header; }
  void write(const record& record, const evaluation_result& result) override {
    if (result && !kept_.contains(result->status->now)) return;
    if (!begun_) to_.begin(header_);
    begun_ = true;
    to_.write(record, result);
  }
  void end() override { to_.end(); }

 private:
  writer& to_;
  phase_set kept_;
  const table_header* header_{};
  bool begun_{};
};

}  // namespace mpn::app
