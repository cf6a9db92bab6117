// Rows measured one after another: the result is that of measuring each from its beginning, and the
// work stays linear.
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "catch2.hpp"
#include "read/csv_row.hpp"
#include "text/limits.hpp"

namespace {

using namespace mpn::app;
using state = row_extent::state;

// Where rows end, and "r" for each; "?" for one that cannot be read, which costs its first line.
struct rows_found {
  std::vector<std::size_t> ends;
  std::string states;
  bool operator==(const rows_found&) const = default;
};

std::size_t first_line_size(std::string_view text) {
  return std::min(text.find('\n'), text.size() - 1) + 1;
}

// Each row is measured from its beginning, with the whole text at hand.
rows_found measure_each(std::string_view text) {
  rows_found found;
  for (std::size_t start = 0; start < text.size();) {
    const std::string_view rest = text.substr(start);
    const row_extent row = measure_row(rest, ',', true);
    const bool complete = row.found == state::complete;
    start += complete ? std::min(row.end + 1, rest.size()) : first_line_size(rest);
    found.ends.push_back(start);
    found.states += complete ? 'r' : '?';
  }
  return found;
}

// One row_measure measures all, while the text arrives `step` bytes at a time.
rows_found measure_all(std::string_view text, std::size_t step) {
  rows_found found;
  row_measure rows{','};
  std::size_t arrived = 0;
  for (std::size_t start = 0; start < text.size();) {
    const bool at_end = arrived >= text.size() + step;
    const std::string_view rest = text.substr(0, std::min(arrived, text.size())).substr(start);
    const row_extent row =
        rest.empty() ? row_extent{state::incomplete, 0, false} : rows.measure(rest, at_end);
    if (row.found == state::incomplete ||
        (row.found == state::unclosed && !at_end && rest.find('\n') == std::string_view::npos)) {
      if (at_end) return found;
      arrived += step;
      continue;
    }
    const bool complete = row.found == state::complete;
    const std::size_t size = complete ? std::min(row.end + 1, rest.size()) : first_line_size(rest);
    rows.consume(size);
    start += size;
    found.ends.push_back(start);
    found.states += complete ? 'r' : '?';
  }
  return found;
}

}  // namespace

TEST_CASE("all short texts have the same rows, measured one after another or each by itself") {
  constexpr std::string_view characters = "\",\na";
  constexpr std::size_t longest = 8;
  for (std::size_t size = 1; size <= longest; ++size) {
    std::string text(size, '\0');
    for (std::size_t number = 0; number < std::size_t{1} << (2 * size); ++number) {
      for (std::size_t i = 0; i < size; ++i) text[i] = characters[number >> (2 * i) & 3U];
      const rows_found expected = measure_each(text);
      for (const std::size_t step : {std::size_t{1}, std::size_t{3}, size})
        if (measure_all(text, step) != expected) FAIL_CHECK(text << " in steps of " << step);
    }
  }
}

TEST_CASE("rows with quoted fields near their limit are the same") {
  const std::string filler(limits::quoted_field / 2, 'x');
  for (const std::string between : {"\n", "\n\"", "\"\n", ",\"\n\",", "\"\"\n", "\n\"\"\n"})
    for (const std::size_t less : {0U, 1U, 2U, 3U, 4U, 5U, 6U}) {
      const std::string other(filler.size() - less, 'y');
      const std::string text = "a,\"" + filler + between + other + between + "b\"\nc,d\n";
      const rows_found expected = measure_each(text);
      CAPTURE(between, less);
      CHECK(measure_all(text, limits::read_size) == expected);
      CHECK(measure_all(text, text.size()) == expected);
    }
}
