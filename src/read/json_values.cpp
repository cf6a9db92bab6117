// Values of JSON strings and numbers.
#include <algorithm>
#include <charconv>
#include <cstdint>
#include <system_error>

#include "read/json_parser.hpp"

namespace mpn::app {

namespace {

unsigned code_unit(std::string_view digits) {
  unsigned unit = 0;
  std::from_chars(digits.data(), digits.data() + 4, unit, 16);
  return unit;
}

void append_utf8(std::string& to, unsigned character) {
  const auto put = [&](unsigned byte) { to += static_cast<char>(byte); };
  const auto put_rest = [&](unsigned shift) { put(0x80U | (character >> shift & 0x3FU)); };
  if (character < 0x80) {
    put(character);
  } else if (character < 0x800) {
    put(0xC0U | character >> 6U);
    put_rest(0);
  } else if (character < 0x10000) {
    put(0xE0U | character >> 12U);
    put_rest(6);
    put_rest(0);
  } else {
    put(0xF0U | character >> 18U);
    put_rest(12);
    put_rest(6);
    put_rest(0);
  }
}

// Whether a number that is not zero is at least 1, by its first digit's place and its exponent.
bool is_at_least_one(std::string_view number) {
  const std::size_t exponent_at = std::min(number.find_first_of("eE"), number.size());
  const std::string_view digits = number.substr(0, exponent_at);
  const auto first = static_cast<std::int64_t>(digits.find_first_of("123456789"));
  const auto point = static_cast<std::int64_t>(std::min(digits.find('.'), digits.size()));
  std::string_view exponent = number.substr(std::min(exponent_at + 1, number.size()));
  if (exponent.starts_with('+')) exponent.remove_prefix(1);
  std::int64_t shift = 0;
  const auto parsed = std::from_chars(exponent.data(), exponent.data() + exponent.size(), shift);
  if (parsed.ec == std::errc::result_out_of_range) return !exponent.starts_with('-');
  return first < point ? shift + point - first > 0 : shift - (first - point) >= 0;
}

}  // namespace

std::string unescaped_json(std::string_view json) {
  constexpr std::string_view letters = "bfnrt";
  constexpr std::string_view controls = "\b\f\n\r\t";
  std::string text;
  for (std::size_t at = 0; at < json.size();) {
    const std::size_t backslash = std::min(json.find('\\', at), json.size());
    text += json.substr(at, backslash - at);
    if (backslash == json.size()) break;
    const char escaped = json[backslash + 1];
    at = backslash + 2;
    if (escaped == 'u') {
      unsigned character = code_unit(json.substr(at));
      at += 4;
      if (0xD800 <= character && character <= 0xDBFF) {
        character =
            0x10000 + ((character - 0xD800) << 10U) + code_unit(json.substr(at + 2)) - 0xDC00;
        at += 6;
      }
      append_utf8(text, character);
    } else {
      const std::size_t letter = letters.find(escaped);
      text += letter == std::string_view::npos ? escaped : controls[letter];
    }
  }
  return text;
}

bool exceeds_double(std::string_view number) {
  double value = 0;
  const auto parsed = std::from_chars(number.data(), number.data() + number.size(), value);
  // A number that is too small for a double is zero and within its range.
  return parsed.ec == std::errc::result_out_of_range && is_at_least_one(number);
}

}  // namespace mpn::app
