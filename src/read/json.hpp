// JSON in: JSON Lines, one object over several lines, or one array of objects.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "io/input_buffer.hpp"
#include "read/json_object.hpp"
#include "read/line_reader.hpp"
#include "record/record.hpp"

namespace mpn::app {

/// What the three have in common: they turn an object's text into a record.
class json_reader : public reader {
 public:
  explicit json_reader(const field_names& fields) : fields_{fields}, object_{fields} {}
  [[nodiscard]] const input_error* error() const override { return error_ ? &*error_ : nullptr; }
  [[nodiscard]] std::vector<input_note> notes() const override;

 protected:
  /// Fills in the record whose text is `text`; false, and an error, when -a contradicts it.
  bool describe(std::string_view text, record& next);
  /// Parses the object at the front of `text`: its size, or nothing if there is no valid object.
  std::optional<std::size_t> parse_front(std::string_view text) {
    return object_.parse_front(text);
  }
  /// Fills in the record of the object parsed last; false, and an error, when -a contradicts it.
  bool describe_parsed(record& next);
  /// Makes `next` a record that is too long, with the beginning of its text.
  static void mark_too_long(std::string_view excerpt, record& next);
  /// Sets the error of the input, and returns false.
  bool break_off(input_problem problem, std::uint64_t line = 0);

 private:
  const field_names& fields_;
  json_object object_;
  std::optional<input_error> error_;
  bool any_object_{};
  bool any_date_{};
  bool any_competency_{};
  bool any_label_{};
  std::vector<std::string> names_;  // of the members of the first record that has any
};

/// JSON Lines: one record a line.
class json_lines_reader final : public json_reader {
 public:
  json_lines_reader(input_buffer& from, const field_names& fields)
      : json_reader{fields}, lines_{from} {}
  bool read(record& next) override;

 private:
  line_reader lines_;
};

/// One object over several lines, which is the whole input.
class json_object_reader final : public json_reader {
 public:
  json_object_reader(input_buffer& from, const field_names& fields)
      : json_reader{fields}, from_{from} {}
  bool read(record& next) override;

 private:
  input_buffer& from_;
  std::string text_;
  bool done_{};
};

/// One array of objects in any layout. An element that is not a valid object is separated from the
/// next one by counting brackets alone, so that it costs only itself.
class json_array_reader final : public json_reader {
 public:
  json_array_reader(input_buffer& from, const field_names& fields)
      : json_reader{fields}, from_{from} {}
  bool read(record& next) override;

 private:
  /// An element up to what ends it.
  struct element {
    std::string_view text;  ///< without blanks around it; its beginning if it is too long
    char separator{};       ///< a comma, a bracket, or 0 at the end of the input
    bool too_long{};
    bool whole{};  ///< it can be complete although the input ends
  };

  [[nodiscard]] bool read_front(record& next);
  element read_element();
  void after_separator(char separator);
  bool skip_blanks();
  void consume(std::size_t size);

  input_buffer& from_;
  std::uint64_t line_{1};
  std::string excerpt_;
  bool opened_{};
  bool closed_{};
  bool after_comma_{};
};

}  // namespace mpn::app
