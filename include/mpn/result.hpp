// A value or the reason why there is none: std::expected's names for compilers that do not have it
// yet.
#pragma once

#include <utility>
#include <variant>

namespace mpn {

/// The reason inside a `result`, said explicitly so that a value and a reason of the same type
/// cannot be confused.
template <class E>
struct unexpected {
  E reason;
};
template <class E>
unexpected(E) -> unexpected<E>;

/// Either a `T` or an `E`; asking for the one that is not there is a defect of the caller and ends
/// the program.
template <class T, class E>
class [[nodiscard]] result {
 public:
  constexpr result(const T& value) : held_{std::in_place_index<0>, value} {}
  constexpr result(T&& value) : held_{std::in_place_index<0>, std::move(value)} {}
  constexpr result(unexpected<E> none) : held_{std::in_place_index<1>, std::move(none.reason)} {}

  [[nodiscard]] constexpr bool has_value() const noexcept { return held_.index() == 0; }
  constexpr explicit operator bool() const noexcept { return has_value(); }

  // NOLINTBEGIN(bugprone-exception-escape): what std::get throws ends the program here, as said
  // above
  [[nodiscard]] constexpr const T& operator*() const noexcept { return std::get<0>(held_); }
  [[nodiscard]] constexpr const T* operator->() const noexcept { return &**this; }
  [[nodiscard]] constexpr const E& error() const noexcept { return std::get<1>(held_); }
  // NOLINTEND(bugprone-exception-escape)

 private:
  std::variant<T, E> held_;
};

}  // namespace mpn
