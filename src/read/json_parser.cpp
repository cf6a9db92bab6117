#include "read/json_parser.hpp"

#include "text/ascii.hpp"

namespace mpn::app {

namespace {

// Bytes that stand for themselves in a string: all but quotes, backslashes and controls.
constexpr auto is_plain_in_string = [] {
  std::array<bool, 256> plain{};
  for (std::size_t c = 0x20; c < plain.size(); ++c) plain[c] = c != '"' && c != '\\';
  return plain;
}();

constexpr bool is_high_half(unsigned unit) { return 0xD800 <= unit && unit <= 0xDBFF; }
constexpr bool is_low_half(unsigned unit) { return 0xDC00 <= unit && unit <= 0xDFFF; }

// The value of a hexadecimal digit, or 16.
constexpr unsigned hex_value(char c) {
  if (is_ascii_digit(c)) return static_cast<unsigned>(c - '0');
  if ('a' <= c && c <= 'f') return static_cast<unsigned>(c - 'a') + 10;
  if ('A' <= c && c <= 'F') return static_cast<unsigned>(c - 'A') + 10;
  return 16;
}

}  // namespace

std::optional<json_error> json_parser::parse(std::string_view text) {
  text_ = text;
  at_ = 0;
  members_.clear();
  string_bytes_ = 0;
  if (scan_object()) return std::nullopt;
  return error_;
}

bool json_parser::scan_object() {
  skip_blanks();
  if (!take('{')) return fail(error_reason::not_an_object);
  skip_blanks();
  if (take('}')) return true;
  do {
    if (!scan_member()) return false;
    skip_blanks();
  } while (take(','));
  return take('}') || fail_here();
}

bool json_parser::scan_member() {
  json_member member;
  skip_blanks();
  member.key = at_;
  if (!next_is('"')) return fail_here();
  if (!scan_string()) return false;
  member.key_end = at_;
  member.key_has_escapes = has_escapes_;
  skip_blanks();
  if (!take(':')) return fail_here();
  skip_blanks();
  member.value = at_;
  member.kind = next_is('"')   ? json_kind::string
                : next_is('n') ? json_kind::null
                               : json_kind::other;
  if (!scan_value()) return false;
  member.value_has_escapes = has_escapes_;
  member.value_end = at_;
  members_.push_back(member);
  return true;
}

// Scans a key of a nested object and the colon after it.
bool json_parser::scan_key() {
  skip_blanks();
  if (!next_is('"')) return fail_here();
  if (!scan_string()) return false;
  skip_blanks();
  return take(':') || fail_here();
}

bool json_parser::scan_value() {
  for (std::size_t depth = 0;;) {
    skip_blanks();
    bool opened = false;
    if (next_is('{') || next_is('[')) {
      // The object itself is the first level.
      if (depth + 1 == limits::json_depth) return fail(error_reason::nested_too_deep);
      const bool is_object = text_[at_++] == '{';
      closing_[depth++] = is_object ? '}' : ']';
      skip_blanks();
      opened = !next_is(closing_[depth - 1]);
      if (opened && is_object && !scan_key()) return false;
    } else if (!scan_scalar()) {
      return false;
    }
    while (!opened) {
      if (depth == 0) return true;
      skip_blanks();
      if (take(closing_[depth - 1])) {
        --depth;
        continue;
      }
      if (!take(',')) return fail_here();
      if (closing_[depth - 1] == '}' && !scan_key()) return false;
      break;
    }
  }
}

bool json_parser::scan_scalar() {
  if (at_ == text_.size()) return fail_here();
  switch (text_[at_]) {
    case '"':
      return scan_string();
    case 't':
      return scan_literal("true");
    case 'f':
      return scan_literal("false");
    case 'n':
      return scan_literal("null");
    default:
      return scan_number();
  }
}

bool json_parser::scan_string() {
  has_escapes_ = false;
  std::size_t at = at_ + 1;
  unsigned bytes = string_bytes_;
  for (; at < text_.size(); ++at) {
    const auto c = static_cast<unsigned char>(text_[at]);
    bytes |= c;
    if (is_plain_in_string[c]) continue;
    string_bytes_ = bytes;
    at_ = at;
    if (c == '"') {
      ++at_;
      return true;
    }
    if (c != '\\') return fail(error_reason::control_character);
    has_escapes_ = true;
    if (!scan_escape()) return false;
    at = at_ - 1;
  }
  at_ = text_.size();
  return fail(error_reason::string_not_closed);
}

bool json_parser::scan_escape() {
  constexpr std::string_view simple = "\"\\/bfnrt";
  if (at_ + 1 == text_.size()) return fail(error_reason::string_not_closed);
  if (simple.find(text_[at_ + 1]) != std::string_view::npos) {
    at_ += 2;
    return true;
  }
  unsigned unit = 0;
  if (!scan_code_unit(unit)) return false;
  if (is_low_half(unit)) return fail(error_reason::lone_surrogate);
  if (!is_high_half(unit)) return true;
  if (!text_.substr(at_).starts_with("\\u")) return fail(error_reason::lone_surrogate);
  if (!scan_code_unit(unit)) return false;
  return is_low_half(unit) || fail(error_reason::lone_surrogate);
}

// Scans an escape of four hexadecimal digits.
bool json_parser::scan_code_unit(unsigned& unit) {
  if (text_[at_ + 1] != 'u') return fail(error_reason::invalid_json);
  unit = 0;
  for (std::size_t i = at_ + 2; i < at_ + 6; ++i) {
    if (i == text_.size()) return fail(error_reason::string_not_closed);
    const unsigned digit = hex_value(text_[i]);
    if (digit == 16) return fail(error_reason::invalid_json);
    unit = unit << 4U | digit;
  }
  at_ += 6;
  return true;
}

bool json_parser::scan_number() {
  const std::size_t start = at_;
  take('-');
  if (!take('0') && !scan_digits()) return false;
  if (take('.') && !scan_digits()) return false;
  bool may_exceed = at_ - start > 308;
  if (take('e') || take('E')) {
    if (!take('+')) take('-');
    if (!scan_digits()) return false;
    may_exceed = true;
  }
  return !may_exceed || !exceeds_double(text_.substr(start, at_ - start)) ||
         fail(error_reason::number_out_of_range);
}

bool json_parser::scan_digits() {
  const std::size_t start = at_;
  while (at_ < text_.size() && is_ascii_digit(text_[at_])) ++at_;
  return at_ > start || fail_here();
}

bool json_parser::scan_literal(std::string_view literal) {
  for (const char c : literal)
    if (!take(c)) return fail_here();
  return true;
}

void json_parser::skip_blanks() {
  while (next_is(' ') || next_is('\n') || next_is('\r') || next_is('\t')) ++at_;
}

bool json_parser::take(char c) {
  if (!next_is(c)) return false;
  ++at_;
  return true;
}

bool json_parser::fail(error_reason reason) {
  error_ = {reason, at_};
  return false;
}

bool json_parser::fail_here() {
  return fail(at_ == text_.size() ? error_reason::object_not_closed : error_reason::invalid_json);
}

}  // namespace mpn::app
