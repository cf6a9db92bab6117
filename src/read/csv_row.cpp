#include "read/csv_row.hpp"

#include <algorithm>
#include <cstring>

#include "read/line_reader.hpp"
#include "text/limits.hpp"
#include "text/utf8.hpp"

namespace mpn::app {

namespace {

struct closing_quote {
  row_extent::state found;
  std::size_t at{};  // when complete
};

// The closing quote of the quoted field that opens at `open`.
closing_quote find_closing_quote(std::string_view text, std::size_t open, bool at_end) {
  using enum row_extent::state;
  for (std::size_t from = open + 1;;) {
    const std::size_t quote = text.find('"', from);
    const bool too_long = std::min(quote, text.size()) - open - 1 > limits::quoted_field;
    if (too_long || quote == std::string_view::npos)
      return {too_long || at_end ? unclosed : incomplete};
    if (!text.substr(quote + 1).starts_with('"')) return {complete, quote};
    from = quote + 2;
  }
}

// The value of a quoted field. Text after its closing quote belongs to it.
std::string_view unquoted_cell(std::string_view raw, std::string& storage) {
  const std::size_t closing = find_closing_quote(raw, 0, true).at;
  if (closing + 1 == raw.size() && raw.substr(1, closing - 1).find('"') == std::string_view::npos)
    return raw.substr(1, closing - 1);
  const std::size_t start = storage.size();
  for (std::size_t i = 1; i < closing; ++i) {
    storage += raw[i];
    if (raw[i] == '"') ++i;
  }
  storage += raw.substr(closing + 1);
  return std::string_view{storage}.substr(start);
}

}  // namespace

row_extent measure_row(std::string_view text, char delimiter, bool at_end) {
  using enum row_extent::state;
  // Most rows are one line without quotes.
  const std::size_t line = text.find('\n');
  if (line != std::string_view::npos) {
    if (needs_no_escaping(text.substr(0, end_of_line_text(text, line))))
      return {complete, line, true};
    if (text.substr(0, line).find('"') == std::string_view::npos) return {complete, line};
  }
  for (std::size_t at = 0;; ++at) {
    if (text.substr(at).starts_with('"')) {
      const closing_quote closing = find_closing_quote(text, at, at_end);
      if (closing.found != complete) return {closing.found};
      at = closing.at + 1;
    }
    while (at < text.size() && text[at] != delimiter && text[at] != '\n') ++at;
    if (at == text.size()) return {at_end ? complete : incomplete, at};
    if (text[at] == '\n') return {complete, at};
  }
}

void split_row(std::string_view row, char delimiter, std::vector<cell>& cells,
               std::string& storage) {
  cells.clear();
  storage.clear();
  storage.reserve(row.size());  // so that the views into it stay valid
  const char* const end = row.data() + row.size();
  for (const char* start = row.data();;) {
    const bool quoted = start != end && *start == '"';
    const char* stop = quoted ? start + find_closing_quote({start, end}, 0, true).at + 1 : start;
    const void* const found = std::memchr(stop, delimiter, static_cast<std::size_t>(end - stop));
    stop = found != nullptr ? static_cast<const char*>(found) : end;
    const std::string_view raw{start, stop};
    cells.push_back({raw, quoted ? unquoted_cell(raw, storage) : raw});
    if (stop == end) return;
    start = stop + 1;
  }
}

}  // namespace mpn::app
