// Lists of lines and of options, for tests that select, sort and split.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace mpn::test {

using strings = std::vector<std::string>;

/// The lines of `text` with their line ends.
inline strings lines_of(std::string_view text) {
  strings lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

inline std::string joined(const strings& lines) {
  std::string all;
  for (const std::string& line : lines) all += line;
  return all;
}

inline strings with(strings options, const strings& more) {
  options.insert(options.end(), more.begin(), more.end());
  return options;
}

// What the text list, which shows bad records in their place, reports on standard error.
inline const std::string one_bad_record = "mpn-renewal: (stdin): 1 bad record\n";

// One offer in each phase on 2021-05-08, and a bad record between them.
inline const std::string anniversaries =
    "2021-04-01\n2021-09-01\nx\n2021-05-20\n2021-04-20\n2021-04-10\n2021-03-01\n";

}  // namespace mpn::test
