// What is said to people, in each of their languages.
#pragma once

#include <fmt/format.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace mpn::app {

enum class language : std::uint8_t { english, korean };

/// A text that has been worked out in both languages.
struct bilingual {
  std::string english;
  std::string korean;
  [[nodiscard]] const std::string& in(language spoken) const {
    return spoken == language::english ? english : korean;
  }
};

/// A sentence with places to fill. Both languages have to be there and to fit the arguments, or it
/// does not compile.
template <class... Args>
struct phrase {
  fmt::format_string<const Args&...> english;
  fmt::format_string<const Args&...> korean;

  [[nodiscard]] std::string in(language spoken, const Args&... args) const {
    return fmt::format(spoken == language::english ? english : korean, args...);
  }
  [[nodiscard]] bilingual with(const Args&... args) const {
    return {fmt::format(english, args...), fmt::format(korean, args...)};
  }
};

/// A word or sentence without places.
struct plain_phrase {
  std::string_view english;
  std::string_view korean;
  [[nodiscard]] constexpr std::string_view in(language spoken) const {
    return spoken == language::english ? english : korean;
  }
  [[nodiscard]] bilingual both() const { return {std::string{english}, std::string{korean}}; }
};

}  // namespace mpn::app
