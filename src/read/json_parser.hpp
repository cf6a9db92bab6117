// A parser for one JSON object (RFC 8259). It checks all of it, in one pass and without recursion,
// and keeps the places of its members; values of nested objects and arrays are only checked.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "record/errors.hpp"
#include "text/limits.hpp"

namespace mpn::app {

enum class json_kind : std::uint8_t { string, null, other };

/// A member of an object: positions in the text.
struct json_member {
  std::size_t key{};      ///< of the quote that opens the key
  std::size_t key_end{};  ///< after the quote that closes it
  std::size_t value{};
  std::size_t value_end{};
  json_kind kind{};
  bool key_has_escapes{};
  bool value_has_escapes{};  ///< of a string
};

/// Why a text is not a JSON object, and the position of the first byte that cannot be part of one.
struct json_error {
  error_reason reason{};
  std::size_t at{};
};

class json_parser {
 public:
  /// Parses the object at the front of `text`, which blanks may precede. Bytes that are not UTF-8
  /// are accepted in strings.
  std::optional<json_error> parse(std::string_view text);

  /// The members of the object parsed last, in their order.
  [[nodiscard]] const std::vector<json_member>& members() const { return members_; }
  /// The position after its closing brace.
  [[nodiscard]] std::size_t end() const { return at_; }
  /// Whether its strings contain bytes that are not ASCII.
  [[nodiscard]] bool has_non_ascii() const { return (string_bytes_ & 0x80U) != 0; }

 private:
  bool scan_object();
  bool scan_member();
  bool scan_key();
  bool scan_value();
  bool scan_scalar();
  bool scan_string();
  bool scan_escape();
  bool scan_code_unit(unsigned& unit);
  bool scan_number();
  bool scan_digits();
  bool scan_literal(std::string_view literal);
  void skip_blanks();
  [[nodiscard]] bool next_is(char c) const { return at_ < text_.size() && text_[at_] == c; }
  bool take(char c);
  bool fail(error_reason reason);
  bool fail_here();

  std::string_view text_;
  std::size_t at_{};
  std::vector<json_member> members_;
  bool has_escapes_{};                              // of the string scanned last
  unsigned string_bytes_{};                         // all bytes of strings, combined by "or"
  std::array<char, limits::json_depth> closing_{};  // the brackets that are expected
  json_error error_;
};

/// The text that stands for `json`, the valid inside of a JSON string.
[[nodiscard]] std::string unescaped_json(std::string_view json);

/// Whether a valid JSON number is beyond a double's range.
[[nodiscard]] bool exceeds_double(std::string_view number);

}  // namespace mpn::app
