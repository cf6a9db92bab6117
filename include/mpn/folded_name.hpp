// How names are compared.
#pragma once

#include <cstddef>
#include <string_view>

namespace mpn {

/// A name with case, blanks, hyphens and underscores dropped, which is how names are compared. ASCII letters are the only
/// ones with case here, so that no locale is asked. What does not fit is longer than any name we know.
class folded_name {
 public:
  constexpr explicit folded_name(std::string_view name) noexcept {
    for (std::size_t i = 0; i < name.size(); ++i) {
      const char c = name[i];
      if (c == ' ' || c == '\t' || c == '-' || c == '_') continue;
      if (name.substr(i, 2) == "\u00a0") {  // a no-break space, as spreadsheets and web pages have it
        ++i;
        continue;
      }
      if (size_ == sizeof bytes_) {
        fits_ = false;
        return;
      }
      bytes_[size_++] = 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
  }

  /// The folded text; nothing when it did not fit.
  [[nodiscard]] constexpr std::string_view view() const noexcept { return {bytes_, fits_ ? size_ : 0}; }

 private:
  // Longer than any folded name with "gold" before it and "competency" behind it; left unset, because it is filled for
  // every record and read only as far as it was filled.
  char bytes_[128];
  std::size_t size_{0};
  bool fits_{true};
};

static_assert(folded_name{" Cloud_Plat-FORM\u00a0"}.view() == "cloudplatform");

}  // namespace mpn
