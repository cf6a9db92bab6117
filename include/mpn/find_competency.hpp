// Finds the entry of the catalogue for a name that somebody typed.
#pragma once

#include <array>
#include <cstddef>
#include <cstdlib>
#include <string_view>

#include "mpn/affixes.hpp"
#include "mpn/catalogue.hpp"
#include "mpn/folded_name.hpp"
#include "mpn/offer.hpp"

namespace mpn {

namespace detail {

/// A name of the catalogue, folded for comparison, and its entry.
struct known_name {
  std::array<char, 80> bytes{};
  std::size_t size{};
  const competency* entry{};

  constexpr void set(std::string_view name, const competency& of) {
    const folded_name folded{name};
    for (const char c : without_affixes(folded.view())) bytes[size++] = c;
    entry = &of;
  }
  [[nodiscard]] constexpr std::string_view key() const noexcept { return {bytes.data(), size}; }
};

consteval std::size_t number_of_names() {
  std::size_t number = 0;
  for_each_name([&](std::string_view, const competency&) { ++number; });
  return number;
}

inline constexpr auto known_names = [] {
  std::array<known_name, number_of_names()> names{};
  std::size_t number = 0;
  for_each_name(
      [&](std::string_view name, const competency& entry) { names[number++].set(name, entry); });
  return names;
}();

// No two entries share a key, and no key is empty.
static_assert([] {
  for (std::size_t i = 0; i < known_names.size(); ++i) {
    if (known_names[i].key().empty()) return false;
    for (std::size_t j = 0; j < i; ++j)
      if (known_names[i].key() == known_names[j].key() &&
          known_names[i].entry != known_names[j].entry)
        return false;
  }
  return true;
}());

[[nodiscard]] constexpr const competency* entry_of(std::string_view key) noexcept {
  for (const known_name& known : known_names)
    if (known.key() == key) return known.entry;
  return nullptr;
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

/// The entry with this English or Korean name, id or alias. Case, blanks, hyphens, underscores and
/// `&` for "and" do not matter, nor does whether Hangul is composed. A leading "Microsoft", Gold or
/// Silver (골드, 실버) before or after, in parentheses or not, and a trailing "competency" (역량)
/// are ignored, in any order and number. Nothing is guessed: a typo in the one competency that R6
/// excludes must not come out as eligible.
[[nodiscard]] constexpr found_competency find_competency(std::string_view name) noexcept {
  // Most files have the names as the catalogue has them; with this loop first, csv to ndjson takes
  // a fifth less time.
  for (const competency& entry : catalogue)
    if (entry.name == name) return found_competency{&entry};
  const folded_name folded{name};
  return found_competency{detail::entry_of(without_affixes(folded.view()))};
}

namespace examples::names {
static_assert(find_competency("cloud platform")->name == "Cloud Platform");
static_assert(find_competency("DATA-CENTER competency (Gold)")->name == "Datacenter");
static_assert(find_competency("Windows & Devices")->name == "Windows and Devices");
static_assert(find_competency("실버 보안 역량")->name == "Security");
static_assert(!find_competency("SMB") && !find_competency("Gold") && !find_competency(""));
}  // namespace examples::names

}  // namespace mpn
