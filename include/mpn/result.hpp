// A value or an error, under the names of C++23's std::expected.
#pragma once

#include <utility>
#include <variant>

namespace mpn {

/// Marks the error in a `result`, so that a value and an error of the same type are distinct.
template <class E>
struct unexpected {
  E error;
};
template <class E>
unexpected(E) -> unexpected<E>;

/// Either a value or an error. Reading the one that is absent ends the program, and does not
/// compile in a constant expression.
template <class T, class E>
class [[nodiscard]] result {
 public:
  constexpr result(const T& value) : held_{std::in_place_index<0>, value} {}
  constexpr result(T&& value) : held_{std::in_place_index<0>, std::move(value)} {}
  /// Makes the value from `arguments`, in its place.
  template <class... Arguments>
  constexpr explicit result(std::in_place_t, Arguments&&... arguments)
      : held_{std::in_place_index<0>, std::forward<Arguments>(arguments)...} {}
  constexpr result(unexpected<E> e) : held_{std::in_place_index<1>, std::move(e.error)} {}

  [[nodiscard]] constexpr bool has_value() const noexcept { return held_.index() == 0; }
  constexpr explicit operator bool() const noexcept { return has_value(); }

  // NOLINTBEGIN(bugprone-exception-escape): std::get throws, and noexcept ends the program
  [[nodiscard]] constexpr const T& operator*() const noexcept { return std::get<0>(held_); }
  [[nodiscard]] constexpr const T* operator->() const noexcept { return &**this; }
  [[nodiscard]] constexpr const E& error() const noexcept { return std::get<1>(held_); }
  // NOLINTEND(bugprone-exception-escape)

 private:
  std::variant<T, E> held_;
};

}  // namespace mpn
