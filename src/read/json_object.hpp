// One JSON object as a record: the fields that are read, and where its own `renewal` goes.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "read/field_names.hpp"
#include "read/json_parser.hpp"
#include "record/record.hpp"

namespace mpn::app {

/// Parses one object at a time; its memory serves the next one too.
class json_object {
 public:
  explicit json_object(const field_names& fields);

  /// Parses `text`, which must be one object with nothing but blanks around it.
  [[nodiscard]] std::optional<record_error> parse(std::string_view text);

  /// Parses the object at the front of `text`, where anything may follow it; its size, or nothing
  /// if there is no valid object.
  [[nodiscard]] std::optional<std::size_t> parse_front(std::string_view text);

  /// Fills in the fields and the shape of `next` from the object parsed last; valid until the next
  /// one.
  void describe(record& next);

  /// The names of the members of the object parsed last.
  [[nodiscard]] std::vector<std::string> names() const;

  /// The rank of the date field that was read, or field_names::none.
  [[nodiscard]] std::size_t date_rank() const { return date_rank_; }

 private:
  /// What a key means.
  struct meaning {
    bool is_renewal{};
    per_role<std::size_t> ranks{field_names::none, field_names::none, field_names::none};
  };
  struct known_key {
    std::string json;  ///< with its quotes
    meaning means;
  };
  /// Of a field whose text has escapes.
  struct unescaped_field {
    std::string name;
    std::string value;
  };

  [[nodiscard]] const meaning& meaning_of(std::size_t member);
  [[nodiscard]] std::string key_of(const json_member& m) const;
  [[nodiscard]] meaning meaning_of_key(const json_member& m) const;
  [[nodiscard]] field field_of(const json_member& m, unescaped_field& storage) const;
  std::size_t find_field(field_role role, field& found);
  void place_renewal(record& next);
  [[nodiscard]] object_text without_renewals();

  const field_names& fields_;
  json_parser parser_;
  std::string_view text_;
  std::vector<known_key> keys_;                        // of the objects before, by position
  meaning rare_;                                       // of a key at a later position
  per_role<std::vector<const json_member*>> members_;  // by rank
  per_role<unescaped_field> unescaped_;
  std::size_t date_rank_{field_names::none};
  std::string kept_;  // the object without any `renewal`
};

}  // namespace mpn::app
