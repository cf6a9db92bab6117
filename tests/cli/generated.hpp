// Inputs made up by chance, the same ones every time: good records and bad ones, in every shape
// they come in.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace mpn::test {

/// Chance that repeats itself: the same seed, the same throws, with every compiler and library.
class dice {
 public:
  explicit dice(std::uint32_t seed) : engine_{seed} {}

  std::size_t below(std::size_t limit) { return engine_() % limit; }
  bool chance(std::size_t percent) { return below(100) < percent; }
  std::string one_of(std::initializer_list<std::string_view> all) {
    return std::string{all.begin()[below(all.size())]};
  }

 private:
  std::mt19937 engine_;  // the one engine whose numbers the standard fixes
};

enum class shape { plain_lines, csv, json_lines, json_array, json_object };

/// What an input may have in it.
struct wish {
  bool renewals{};       ///< a `renewal` that came in
  bool only_utf8{};      ///< no bytes that are not text
  bool anniversaries{};  ///< no name of a field that contradicts -a
  bool blank_lines{};
};

struct generated_record {
  std::string text;
  std::string end;   ///< what stands between it and the next: a line end, or a comma with blanks
  std::string kept;  ///< what is left of it without what the program adds; with a `renewal` that
                     ///< came in, nobody says
  int id{};          ///< 0: it has none that could be read
};

struct generated {
  std::string front;  ///< up to the first record: a header, a bracket
  std::vector<generated_record> records;
  std::string back;
  char delimiter{','};

  [[nodiscard]] std::string text() const {
    std::string whole = front;
    for (const generated_record& r : records) whole += r.text + r.end;
    return whole + back;
  }
};

/// Makes up to `most` records, at least one.
generated generate(shape of, dice& by, const wish& like, std::size_t most = 6);

}  // namespace mpn::test
