// The header of a CSV input.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "read/field_names.hpp"
#include "record/record.hpp"

namespace mpn::app {

/// The result of the search for a header at the front of a text.
struct header_search {
  std::optional<table_header> found;
  std::size_t preamble{};  ///< the bytes of the lines before the header: blank, #TYPE, sep=
  std::size_t size{};  ///< when found: how many bytes it takes, with the preamble and its line end
  bool incomplete{};   ///< a longer text might have a header
};

/// Searches for a header that has a date column. Blank lines, PowerShell's #TYPE line and a line
/// sep=; may precede it; they belong to it.
[[nodiscard]] header_search find_header(std::string_view text, bool at_end,
                                        const field_names& fields);

}  // namespace mpn::app
