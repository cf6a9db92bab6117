// The words around a competency's name that do not matter: Microsoft, a level, "competency".
#pragma once

#include <cstddef>
#include <string_view>

namespace mpn {

[[nodiscard]] constexpr std::string_view without_affixes(std::string_view name) noexcept;

namespace detail {

[[nodiscard]] constexpr bool is_affixes(std::string_view words) noexcept {
  return !words.empty() && without_affixes(words).empty();
}

}  // namespace detail

/// A folded name without a leading "microsoft", without a level (gold, silver, 골드, 실버) before
/// or after it, and without a trailing "competency" (역량); in any order and number, in parentheses
/// or not.
constexpr std::string_view without_affixes(std::string_view name) noexcept {
  for (;;) {
    const std::size_t size = name.size();
    for (const std::string_view word : {"microsoft", "gold", "silver", "골드", "실버"})
      if (name.starts_with(word)) name.remove_prefix(word.size());
    for (const std::string_view word : {"gold", "silver", "골드", "실버", "competency", "역량"})
      if (name.ends_with(word)) name.remove_suffix(word.size());
    if (name.starts_with('(')) {
      const std::size_t end = name.find(')');
      if (end != std::string_view::npos && detail::is_affixes(name.substr(1, end - 1)))
        name.remove_prefix(end + 1);
    }
    if (name.ends_with(')')) {
      const std::size_t begin = name.rfind('(');
      if (begin != std::string_view::npos &&
          detail::is_affixes(name.substr(begin + 1, name.size() - begin - 2)))
        name.remove_suffix(name.size() - begin);
    }
    if (name.size() == size) return name;
  }
}

static_assert(without_affixes("microsoftgoldsecurity(silver)competency") == "security");
static_assert(without_affixes("erp(엔터프라이즈리소스계획)") == "erp(엔터프라이즈리소스계획)");
static_assert(without_affixes("microsoftsilvercompetency").empty());

}  // namespace mpn
