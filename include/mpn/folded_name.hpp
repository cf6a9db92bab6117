// Names are compared without case, blanks, hyphens and underscores.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace mpn {

namespace detail {

/// Marks a byte that is left out.
inline constexpr char dropped = '\0';

/// The folded form of each byte.
inline constexpr auto folded_byte = [] {
  std::array<char, 256> bytes{};
  for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<char>(i);
  for (std::size_t c = 'A'; c <= 'Z'; ++c) bytes[c] = static_cast<char>(c - 'A' + 'a');
  for (const std::size_t c : {0x20U, 0x09U, 0x2DU, 0x5FU})
    bytes[c] = dropped;  // space, tab, hyphen, underscore
  bytes[0] = '\xFF';     // in no UTF-8 text, so that a name with a NUL matches nothing
  return bytes;
}();

}  // namespace detail

/// A name without case, blanks, hyphens and underscores. Only ASCII letters have case, so that the
/// locale does not matter.
class folded_name {
 public:
  constexpr explicit folded_name(std::string_view name) noexcept {
    for (std::size_t i = 0; i < name.size(); ++i) {
      if (name[i] == '\xC2' &&
          name.substr(i, 2) == "\u00a0") {  // the no-break space of spreadsheets and web pages
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

  /// The folded text; empty if it is longer than 128 bytes, which no known name is.
  [[nodiscard]] constexpr std::string_view view() const noexcept {
    return {bytes_, fits_ ? size_ : 0};
  }

 private:
  // Not initialized, because it is filled for every record and read only as far as it is filled.
  char bytes_[128];
  std::size_t size_{0};
  bool fits_{true};
};

static_assert(folded_name{" Cloud_Plat-FORM\u00a0"}.view() == "cloudplatform");

}  // namespace mpn
