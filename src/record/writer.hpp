// The interface of the stages after evaluation, which take records with their results one by one.
#pragma once

#include "record/evaluate.hpp"
#include "record/record.hpp"

namespace mpn::app {

class writer {
 public:
  writer() = default;
  writer(const writer&) = delete;
  writer& operator=(const writer&) = delete;
  virtual ~writer() = default;

  /// Called once before the first record; `header` is that of its rows, nullptr for JSON. If a
  /// selection leaves no record, it is not called.
  virtual void begin(const table_header* header) = 0;
  virtual void write(const record& record, const evaluation_result& result) = 0;
  /// Called once after the last record.
  virtual void end() = 0;
};

}  // namespace mpn::app
