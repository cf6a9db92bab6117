// One JSON object, parsed as far as a record needs: where its members are, and the values of those
// that are read.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "read/field_names.hpp"
#include "record/record.hpp"

namespace mpn::app {

/// Parses one object at a time; its memory serves the next one too.
class json_object {
 public:
  explicit json_object(const field_names& fields);

  /// Parses `text`, which must be one object with nothing but blanks around it.
  [[nodiscard]] std::optional<record_error> parse(std::string_view text);

  /// Fills in the fields and the shape of `next` from the object parsed last; valid until the next
  /// one.
  void describe(record& next);

  /// The rank of the date field that was read, or field_names::none.
  [[nodiscard]] std::size_t date_rank() const { return date_rank_; }

 private:
  class handler;
  struct member {
    std::size_t start;  // of its key
    std::size_t end;    // of its value
    bool is_renewal;
  };
  struct member_value {
    std::string text;
    std::string name;
    bool given{};  // the object has this member
    field_kind kind{};
  };

  [[nodiscard]] object_text without_renewals();

  const field_names& fields_;
  std::string_view text_;
  std::vector<member> members_;
  std::vector<member_value> dates_;         // by rank
  std::vector<member_value> competencies_;  // by rank
  std::vector<member_value> labels_;        // by rank
  std::size_t date_rank_{field_names::none};
  std::string kept_;  // the object without any `renewal`
};

}  // namespace mpn::app
