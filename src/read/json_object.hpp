// One JSON object, taken apart as far as a record needs: where its members are, and the values of
// those that are read.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "read/field_names.hpp"
#include "record/record.hpp"
#include "text/message.hpp"

namespace mpn::app {

/// How deep a record may be nested.
inline constexpr std::size_t deepest_record = 512;

/// What keeps a text from being a record.
enum class json_defect : std::uint8_t {
  none,
  not_object,
  not_closed,
  string_not_closed,
  too_deep,
  number_too_big,
  lone_surrogate,
  not_text,
  control_character,
  more_behind,
  not_json,  ///< anything else
};

/// The members of one object at a time; its storage serves the next one too.
class json_object {
 public:
  explicit json_object(const field_names& fields);

  /// Reads `text`, which must be one object and nothing else but blanks; defect_at() is then where
  /// it stops being JSON.
  json_defect parse(std::string_view text);
  [[nodiscard]] std::size_t defect_at() const { return defect_at_; }

  /// Fills in what `next` has of an object: its fields, its text without any `renewal`, and where
  /// ours goes.
  void describe(record& next);

  /// The date field that counts, or `field_names::none`; and whether a field that says it is an
  /// anniversary is there too.
  [[nodiscard]] std::size_t date_rank() const { return date_rank_; }

 private:
  class handler;
  struct member {
    std::size_t start;  // of its key
    std::size_t end;    // of its value
    bool is_renewal;
  };
  struct value {
    std::string text;
    std::string name;
    bool given{};  // it occurs in this object
    field_kind kind{};
  };

  const field_names& fields_;
  std::string_view text_;
  std::vector<member> members_;
  std::vector<value> dates_;  // one a rank
  std::vector<value> names_;
  std::size_t date_rank_{field_names::none};
  std::size_t defect_at_{};
  std::string kept_;
};

/// What is said of a defect.
[[nodiscard]] bilingual description(json_defect defect, std::size_t at);

}  // namespace mpn::app
