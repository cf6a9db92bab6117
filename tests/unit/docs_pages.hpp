// The files that --generate prints, taken apart for the tests.
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catch2.hpp"
#include "in_process.hpp"

namespace mpn::test {

using strings = std::vector<std::string>;

inline std::string page(const std::vector<std::string>& arguments) {
  const run_result result = run(arguments);
  REQUIRE(result.status == 0);
  REQUIRE(result.err.empty());
  return result.out;
}

inline strings split(std::string_view text, std::string_view separator) {
  strings parts;
  for (std::size_t end = 0; end != std::string_view::npos;) {
    end = text.find(separator);
    parts.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + separator.size(), text.size()));
  }
  return parts;
}

inline std::string join(const strings& parts, std::string_view separator) {
  return fmt::format("{}", fmt::join(parts, separator));
}

// The lines after the line `first` and before the next line `last`.
inline strings lines_between(const std::string& text, std::string_view first,
                             std::string_view last) {
  const strings lines = split(text, "\n");
  const auto begin = std::find(lines.begin(), lines.end(), first);
  REQUIRE(begin != lines.end());
  const auto end = std::find(begin, lines.end(), last);
  REQUIRE(end != lines.end());
  return {begin + 1, end};
}

// The lines that start with `start`.
inline strings lines_with(const std::string& text, std::string_view start) {
  strings found;
  for (const std::string& line : split(text, "\n"))
    if (line.starts_with(start)) found.push_back(line);
  return found;
}

// The man page without roff's fonts and escaped hyphens.
inline std::string man_page(const std::string& language) {
  std::string text = page({"--generate", "man", "--lang", language});
  for (const auto& [escape, plain] :
       {std::pair{"\\fB", ""}, {"\\fI", ""}, {"\\fR", ""}, {"\\-", "-"}})
    text = join(split(text, escape), plain);
  return text;
}

// An entry of a list in the man page: its term, and the lines of its description.
struct definition {
  std::string term;
  strings lines;
};

inline std::vector<definition> definitions(std::string_view section, std::string_view next_section,
                                           const std::string& language = "en") {
  std::vector<definition> found;
  bool term_follows = false;
  for (const std::string& line : lines_between(man_page(language), section, next_section)) {
    if (term_follows)
      found.push_back({line.starts_with(".B ") ? line.substr(3) : line, {}});
    else if (!found.empty() && !line.starts_with('.'))
      found.back().lines.push_back(line);
    term_follows = line == ".TP";
  }
  return found;
}

inline strings terms(std::string_view section, std::string_view next_section) {
  strings found;
  for (const definition& one : definitions(section, next_section)) found.push_back(one.term);
  return found;
}

}  // namespace mpn::test
