#include "read/csv_header.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "read/csv_row.hpp"
#include "read/line_reader.hpp"

namespace mpn::app {

namespace {

// The header that `row` is, if one of its columns holds the date.
std::optional<table_header> header_from(std::string_view row, char delimiter,
                                        const field_names& fields) {
  std::vector<cell> cells;
  std::string storage;
  split_row(row, delimiter, cells, storage);
  // Folding drops a tab from a name, but outside quotes a tab separates two names.
  const auto is_date = [&](const cell& c) {
    const bool two_names = !c.raw.starts_with('"') && c.raw.find('\t') != std::string_view::npos;
    return !two_names && fields.names_date(c.value);
  };
  if (std::none_of(cells.begin(), cells.end(), is_date)) return std::nullopt;
  table_header header;
  header.delimiter = delimiter;
  for (const cell& c : cells) {
    header.names.emplace_back(c.value);
    header.raw.emplace_back(c.raw);
    header.is_renewal.push_back(is_renewal_column(c.value));
  }
  const auto kept = std::find(header.is_renewal.rbegin(), header.is_renewal.rend(), false);
  header.renewals_at_end = static_cast<std::size_t>(kept - header.is_renewal.rbegin());
  return header;
}

// The lines that may precede a header, and the delimiters that it may have after them.
struct header_preamble {
  std::size_t size{};
  std::string_view delimiters = ",;\t";

  explicit header_preamble(std::string_view text) {
    const auto line = [&] { return text.substr(size, text.find('\n', size) - size); };
    const auto skip_line = [&] { size = std::min(size + line().size() + 1, text.size()); };
    const auto is_blank_line = [&] {
      return size + line().size() < text.size() &&
             line().find_first_not_of(" \t\r") == std::string_view::npos;
    };
    const auto skip_blank_lines = [&] {
      while (is_blank_line()) skip_line();
    };
    skip_blank_lines();
    if (line().starts_with("#TYPE")) skip_line();
    skip_blank_lines();
    const std::string_view first = line().substr(0, end_of_line_text(line(), line().size()));
    constexpr std::string_view named = "sep=";
    if (first.size() == named.size() + 1 && first.starts_with(named) &&
        delimiters.find(first.back()) != std::string_view::npos) {
      delimiters = first.substr(named.size());
      skip_line();
    }
    skip_blank_lines();
  }
};

}  // namespace

header_search find_header(std::string_view text, bool at_end, const field_names& fields) {
  const header_preamble preamble{text};
  const std::string_view rest = text.substr(preamble.size);
  header_search search;
  search.preamble = preamble.size;
  // Whether a quote opens a field depends on the delimiter, so the header may end at different
  // places. The one that ends first wins, so that the result does not depend on how much was read.
  std::size_t nearest_end = std::string_view::npos;
  for (const char delimiter : preamble.delimiters) {
    const row_extent row = measure_row(rest, delimiter, at_end);
    search.incomplete |= row.found == row_extent::state::incomplete;
    if (row.found != row_extent::state::complete || row.end >= nearest_end) continue;
    const std::size_t end = end_of_line_text(rest, row.end);
    std::optional<table_header> header = header_from(rest.substr(0, end), delimiter, fields);
    if (!header) continue;
    nearest_end = row.end;
    const std::size_t size = std::min(row.end + 1, rest.size());
    header->line_end = rest.substr(end, size - end);
    header->preamble = text.substr(0, preamble.size);
    search.size = preamble.size + size;
    search.found = std::move(header);
  }
  return search;
}

}  // namespace mpn::app
