// JSON in: JSON Lines, one object over several lines, or one array of objects.
#pragma once

#include <optional>
#include <string>

#include "io/streams.hpp"
#include "read/json_object.hpp"
#include "read/line_reader.hpp"
#include "record/record.hpp"

namespace mpn::app {

/// What all three have in common: an object's text becomes a record, or a defect.
class json_reader : public reader {
 public:
  explicit json_reader(const field_names& fields) : fields_{fields}, object_{fields} {}
  [[nodiscard]] const bilingual* broken() const override { return broken_ ? &*broken_ : nullptr; }

 protected:
  /// Fills in the record whose text is `text`; false when the user's word and a field's name
  /// contradict each other.
  bool describe(std::string_view text, record& next);
  void too_long(std::string_view excerpt, record& next);
  void breaks_off(std::uint64_t line);
  /// What was wrong with the text that was described last.
  [[nodiscard]] json_defect found() const { return found_; }

 private:
  void defective(bilingual why, std::string_view text, record& next);

  const field_names& fields_;
  json_object object_;
  json_defect found_{};
  std::optional<failure> defect_;
  std::optional<bilingual> broken_;
};

/// JSON Lines: every line a record of its own.
class json_lines_reader final : public json_reader {
 public:
  json_lines_reader(input& from, const field_names& fields) : json_reader{fields}, lines_{from} {}
  bool read(record& next) override;

 private:
  line_splitter lines_;
};

/// One object over several lines, which is all of the input.
class json_object_reader final : public json_reader {
 public:
  json_object_reader(input& from, const field_names& fields) : json_reader{fields}, from_{from} {}
  bool read(record& next) override;

 private:
  input& from_;
  std::string text_;
  bool done_{};
};

/// One array of objects, laid out in any way. Its elements are told apart by their brackets alone,
/// so that one that is no JSON costs only itself.
class json_array_reader final : public json_reader {
 public:
  json_array_reader(input& from, const field_names& fields) : json_reader{fields}, from_{from} {}
  bool read(record& next) override;

 private:
  enum class stopped_at : std::uint8_t { comma, bracket, end };

  stopped_at take_element();
  bool skip_blanks();
  void take(std::size_t size);

  input& from_;
  std::uint64_t line_{1};
  std::uint64_t element_line_{};
  std::string_view element_;
  std::string excerpt_;
  bool element_too_long_{};
  bool opened_{};
  bool closed_{};
  bool after_comma_{};
};

}  // namespace mpn::app
