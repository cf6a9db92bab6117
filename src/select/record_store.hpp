// Compact copies of records with their results.
#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "record/evaluate.hpp"
#include "record/record.hpp"

namespace mpn::app {

/// Stores what writers need of a record: all but the fields that only the evaluation reads. A
/// record takes the size of its text, a byte for each cell and about 100 bytes more.
class record_store {
 public:
  /// Where a record is: positions of later records are greater.
  struct position {
    std::uint32_t block;
    std::uint32_t offset;
    friend auto operator<=>(const position&, const position&) = default;
  };
  struct stored_record {
    record content;
    evaluation_result result;
  };

  position add(const record& record, const evaluation_result& result);

  /// The record at `from`; its views are valid until the next one is restored.
  [[nodiscard]] stored_record restore(position from);

 private:
  void encode(const table_row& row);
  void encode(const object_text& object);

  std::vector<std::unique_ptr<char[]>> blocks_;
  std::size_t used_{};  // of the last block
  std::size_t size_{};  // of the last block
  const table_header* header_{};
  std::string encoded_;      // the record that is being added
  std::vector<cell> cells_;  // of the record restored last
};

}  // namespace mpn::app
