#include "select/sort.hpp"

#include <algorithm>

namespace mpn::app {

void sort_writer::begin(const table_header* header) {
  if (header != nullptr) line_end_ = header->line_end;
  to_.begin(header);
}

void sort_writer::write(const record& record, const evaluation_result& result) {
  const record_store::position at = records_.add(record, result);
  if (result)
    offers_.push_back({urgency{*result}, at});
  else
    bad_.push_back(at);
}

void sort_writer::end() {
  std::sort(offers_.begin(), offers_.end());
  std::size_t left = offers_.size() + bad_.size();
  for (const offer& each : offers_) pass_on(each.at, --left == 0);
  for (const record_store::position at : bad_) pass_on(at, --left == 0);
  to_.end();
}

void sort_writer::pass_on(record_store::position at, bool last) {
  record_store::stored_record stored = records_.restore(at);
  if (stored.content.line_end.empty() && !last) stored.content.line_end = line_end_;
  to_.write(stored.content, stored.result);
}

}  // namespace mpn::app
