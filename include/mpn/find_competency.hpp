// How a name that somebody typed finds its entry in the catalogue.
#pragma once

#include <array>
#include <cstddef>
#include <cstdlib>
#include <string_view>

#include "mpn/catalogue.hpp"
#include "mpn/folded_name.hpp"
#include "mpn/offer.hpp"

namespace mpn {

namespace detail {

/// A folded name of the catalogue and its entry.
struct known_name {
  std::array<char, 80> bytes{};
  std::size_t size{};
  const competency* entry{};
  [[nodiscard]] constexpr std::string_view folded() const noexcept { return {bytes.data(), size}; }
};

consteval std::size_t number_of_names() {
  std::size_t number = 0;
  for_each_name([&](std::string_view, const competency&) { ++number; });
  return number;
}

/// All names of the catalogue, folded. Does not compile if two entries share one.
inline constexpr auto known_names = [] {
  std::array<known_name, number_of_names()> names{};
  std::size_t number = 0;
  for_each_name([&](std::string_view name, const competency& entry) {
    const folded_name folded{name};
    for (std::size_t i = 0; i < number; ++i)
      if (names[i].folded() == folded.view() && names[i].entry != &entry)
        throw "two entries share a name";
    known_name& added = names[number++];
    for (const char c : folded.view()) added.bytes[added.size++] = c;
    added.entry = &entry;
  });
  return names;
}();

[[nodiscard]] constexpr const competency* entry_of(std::string_view folded) noexcept {
  for (const known_name& known : known_names)
    if (known.folded() == folded) return known.entry;
  return nullptr;
}

/// Folded text without a leading Gold or Silver and a trailing "competency", which the rules do not
/// depend on.
[[nodiscard]] constexpr std::string_view without_level(std::string_view folded) noexcept {
  for (const std::string_view level : {"gold", "silver", "골드", "실버"})
    if (folded.starts_with(level)) {
      folded.remove_prefix(level.size());
      break;
    }
  for (const std::string_view noun : {"competency", "역량"})
    if (folded.ends_with(noun)) {
      folded.remove_suffix(noun.size());
      break;
    }
  return folded;
}

}  // namespace detail

/// The result of a search: an entry of the catalogue, or nothing. It does not convert to an offer:
/// test it, then dereference it. Dereferencing nothing ends the program, and does not compile in a
/// constant expression.
class [[nodiscard]] found_competency {
 public:
  constexpr explicit found_competency(const competency* entry) noexcept : entry_{entry} {}

  constexpr explicit operator bool() const noexcept { return entry_ != nullptr; }
  [[nodiscard]] constexpr const competency& operator*() const noexcept {
    if (entry_ == nullptr) std::abort();
    return *entry_;
  }
  [[nodiscard]] constexpr const competency* operator->() const noexcept { return &**this; }

 private:
  const competency* entry_;
};

/// The entry with this English or Korean name, id or alias. Case, blanks, hyphens and underscores
/// do not matter; a leading Gold or Silver (골드, 실버) and a trailing "competency" (역량) are
/// ignored. Nothing is guessed: a typo in the one competency that R6 excludes must not come out as
/// eligible.
[[nodiscard]] constexpr found_competency find_competency(std::string_view name) noexcept {
  // Most files have the names as the catalogue has them; with this loop first, csv to ndjson takes
  // a fifth less time.
  for (const competency& entry : catalogue)
    if (entry.name == name) return found_competency{&entry};
  const folded_name folded{name};
  if (const competency* entry = detail::entry_of(folded.view())) return found_competency{entry};
  return found_competency{detail::entry_of(detail::without_level(folded.view()))};
}

namespace examples::names {
static_assert(find_competency("cloud platform")->name == "Cloud Platform");
static_assert(find_competency("Gold DATA-CENTER competency")->name == "Datacenter");
static_assert(find_competency("실버 보안 역량")->name == "Security");
static_assert(!find_competency("SMB") && !find_competency("Gold") && !find_competency(""));
}  // namespace examples::names

}  // namespace mpn
