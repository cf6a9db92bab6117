// Runs the program inside the test.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "run.hpp"

namespace mpn::test {

/// A text that arrives at most `step` bytes at a time.
class text_source final : public app::source {
 public:
  explicit text_source(std::string_view text, std::size_t step = SIZE_MAX)
      : text_{text}, step_{step} {}
  result<std::size_t, std::error_code> read(char* to, std::size_t size) override {
    const std::size_t count = text_.copy(to, std::min(size, step_));
    text_.remove_prefix(count);
    return count;
  }

 private:
  std::string_view text_;
  std::size_t step_;
};

/// Stores what is written.
struct text_sink final : app::sink {
  std::error_code write(std::string_view bytes) override {
    text += bytes;
    return {};
  }

  std::string text;
};

/// The current day of every test.
inline sys_days test_day() { return date::year{2021} / 5 / 8; }

inline app::environment test_environment() {
  app::environment environment;
  environment.today = test_day;
  return environment;
}

/// The exit status and output of a run.
struct run_result {
  int status;
  std::string out;
  std::string err;
};

inline run_result run(const std::vector<std::string>& arguments, std::string_view input = "",
                      const app::environment& environment = test_environment(),
                      std::size_t step = SIZE_MAX) {
  text_source in{input, step};
  text_sink out;
  text_sink err;
  const int status = app::run(arguments, in, out, err, environment);
  return {status, out.text, err.text};
}

/// `err` without the note that a header has no competency column, which most inputs of the tests do
/// not need.
inline std::string without_column_note(std::string_view err) {
  constexpr std::string_view first = "mpn-renewal: (stdin): no competency column among: ";
  if (err.starts_with(first)) err.remove_prefix(std::min(err.find('\n') + 1, err.size()));
  // The note on JSON comes last.
  constexpr std::string_view last = "mpn-renewal: (stdin): no record has the member ";
  return std::string{err.substr(0, err.find(last))};
}

}  // namespace mpn::test
