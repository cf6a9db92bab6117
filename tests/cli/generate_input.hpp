// Random inputs of every format with good and bad records; the same seed gives the same input.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace mpn::test {

/// Random choices that depend only on the seed, not on the compiler or its library.
class dice {
 public:
  explicit dice(std::uint32_t seed) : engine_{seed} {}

  std::size_t below(std::size_t limit) { return engine_() % limit; }
  bool chance(std::size_t percent) { return below(100) < percent; }
  std::string one_of(std::initializer_list<std::string_view> all) {
    return std::string{all.begin()[below(all.size())]};
  }

 private:
  std::mt19937 engine_;  // its numbers are fixed by the standard
};

enum class input_format { plain_lines, csv, json_lines, json_array, json_object };

/// What an input may contain.
struct input_options {
  bool renewals{};       ///< results of an earlier run
  bool only_utf8{};      ///< only valid UTF-8
  bool anniversaries{};  ///< no purchase dates, which contradict -a
  bool blank_lines{};
};

struct generated_record {
  std::string text;
  std::string end;   ///< what separates it from the next: a line end, or a comma with blanks
  std::string kept;  ///< the output without `renewal`; unspecified if the input has `renewals`
  int id{};          ///< 0 if the record is malformed
};

struct generated {
  std::string front;  ///< before the first record: a header or a bracket
  std::vector<generated_record> records;
  std::string back;
  char delimiter{','};

  [[nodiscard]] std::string text() const {
    std::string whole = front;
    for (const generated_record& r : records) whole += r.text + r.end;
    return whole + back;
  }
};

/// Returns an input of 1 to `most` records.
generated generate(input_format format, dice& random, const input_options& wanted,
                   std::size_t most = 6);

}  // namespace mpn::test
