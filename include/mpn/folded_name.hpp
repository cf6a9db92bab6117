// How names are compared.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace mpn {

namespace detail {

/// Stands for a byte that is left out.
inline constexpr char dropped = '\0';

/// What becomes of each byte of a name.
inline constexpr auto folded_byte = [] {
  std::array<char, 256> bytes{};
  for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<char>(i);
  for (std::size_t c = 'A'; c <= 'Z'; ++c) bytes[c] = static_cast<char>(c - 'A' + 'a');
  for (const std::size_t c : {0x20U, 0x09U, 0x2DU, 0x5FU})
    bytes[c] = dropped;  // space, tab, hyphen, underscore
  bytes[0] = '\xFF';     // in no text, so that a NUL makes a name match nothing
  return bytes;
}();

}  // namespace detail

/// A name with case, blanks, hyphens and underscores dropped, which is how names are compared.
/// ASCII letters are the only ones with case here, so that no locale is asked. What does not fit is
/// longer than any name we know.
class folded_name {
 public:
  constexpr explicit folded_name(std::string_view name) noexcept {
    for (std::size_t i = 0; i < name.size(); ++i) {
      if (name[i] == '\xC2' &&
          name.substr(i, 2) ==
              "\u00a0") {  // a no-break space, as spreadsheets and web pages have it
        ++i;
        continue;
      }
      if (size_ == sizeof bytes_) {
        fits_ = false;
        return;
      }
      const char kept = detail::folded_byte[static_cast<unsigned char>(name[i])];
      bytes_[size_] = kept;
      size_ += kept == detail::dropped ? 0 : 1;
    }
  }

  /// The folded text; nothing when it did not fit.
  [[nodiscard]] constexpr std::string_view view() const noexcept {
    return {bytes_, fits_ ? size_ : 0};
  }

 private:
  // Longer than any folded name with "gold" before it and "competency" behind it; left unset,
  // because it is filled for every record and read only as far as it was filled.
  char bytes_[128];
  std::size_t size_{0};
  bool fits_{true};
};

static_assert(folded_name{" Cloud_Plat-FORM\u00a0"}.view() == "cloudplatform");

}  // namespace mpn
