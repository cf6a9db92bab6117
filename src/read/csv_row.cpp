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
  std::size_t at;  // when complete: its position; otherwise where the search continues
};

// The closing quote of the quoted field that opens at `open`, known not to be before `from`.
closing_quote find_closing_quote(std::string_view text, std::size_t open, std::size_t from,
                                 bool at_end) {
  using enum row_extent::state;
  for (;;) {
    const std::size_t quote = std::min(text.find('"', from), text.size());
    const bool too_long = quote - open - 1 > limits::quoted_field;
    if (too_long || quote == text.size())
      return {too_long || at_end ? unclosed : incomplete, quote};
    // At the end of the text, another quote may follow.
    if (quote + 1 == text.size() && !at_end) return {incomplete, quote};
    if (!text.substr(quote + 1).starts_with('"')) return {complete, quote};
    from = quote + 2;
  }
}

// The position of the closing quote of a field that begins with a quote, in a row that ends; 0 if
// it is not closed.
std::size_t closing_quote_in(std::string_view text) {
  const closing_quote closing = find_closing_quote(text, 0, 1, true);
  return closing.found == row_extent::state::complete ? closing.at : 0;
}

// The value of a quoted field. Text after its closing quote belongs to it.
std::string_view unquoted_cell(std::string_view raw, std::string& storage) {
  const std::size_t closing = closing_quote_in(raw);
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
  return row_measure{delimiter}.measure(text, at_end);
}

row_extent row_measure::measure(std::string_view text, bool at_end) {
  using enum row_extent::state;
  if (row_.at == 0) {
    // Most rows are one line without quotes.
    const std::size_t line = text.find('\n');
    if (line != std::string_view::npos) {
      if (needs_no_escaping(text.substr(0, end_of_line_text(text, line))))
        return {complete, line, true};
      if (text.substr(0, line).find('"') == std::string_view::npos) return {complete, line};
    }
    if (line < ahead_.at) {
      // The earlier row did not end at this line feed, so it was in a quoted field there. If this
      // row is in one too, both are the same from there on.
      const row_extent::state found = advance(row_, text.substr(0, line + 1), false);
      if (found != incomplete) return {found, line};
      if (ahead_.open > line) row_.open = ahead_.open;
      const std::size_t open = row_.open;
      row_ = ahead_;
      row_.open = open;
    }
  }
  const row_extent::state found = advance(row_, text, at_end);
  return found == complete ? row_extent{complete, row_.at} : row_extent{found};
}

void row_measure::consume(std::size_t size) {
  if (row_.at == 0 && ahead_.at == 0) return;
  const auto moved = [&](scan row) {
    if (row.at <= size) return scan{};
    row.at -= size;
    row.open -= std::min(row.open, size);
    return row;
  };
  ahead_ = moved(row_.at > ahead_.at ? row_ : ahead_);
  row_ = {};
}

row_extent::state row_measure::advance(scan& row, std::string_view text, bool at_end) const {
  using enum row_extent::state;
  while (!row.ended) {
    if (row.starts_field && text.substr(row.at).starts_with('"')) {
      row.open = row.at++;
      row.quoted = true;
    }
    if (row.quoted) {
      const closing_quote closing = find_closing_quote(text, row.open, row.at, at_end);
      row.starts_field = false;
      row.at = closing.at;
      if (closing.found != complete) return closing.found;
      row.quoted = false;
      ++row.at;
    }
    const std::size_t start = row.at;
    while (row.at < text.size() && text[row.at] != delimiter_ && text[row.at] != '\n') ++row.at;
    row.starts_field &= row.at == start;
    if (row.at == text.size()) return at_end ? complete : incomplete;
    row.ended = text[row.at] == '\n';
    if (row.ended) break;
    ++row.at;
    row.starts_field = true;
  }
  return complete;
}

row_fields split_row(std::string_view row, char delimiter, std::vector<cell>& cells,
                     std::string& storage, std::size_t most) {
  cells.clear();
  storage.clear();
  storage.reserve(row.size());  // so that the views into it stay valid
  row_fields fields;
  const char* const end = row.data() + row.size();
  for (const char* start = row.data();;) {
    const bool quoted = start != end && *start == '"';
    const char* stop = quoted ? start + closing_quote_in({start, end}) + 1 : start;
    const void* const found = std::memchr(stop, delimiter, static_cast<std::size_t>(end - stop));
    stop = found != nullptr ? static_cast<const char*>(found) : end;
    const std::string_view raw{start, stop};
    const std::string_view value = quoted ? unquoted_cell(raw, storage) : raw;
    if (fields.count < most) cells.push_back({raw, value});
    ++fields.count;
    fields.all_blank = fields.all_blank && is_blank(value);
    if (stop == end) return fields;
    start = stop + 1;
  }
}

std::size_t field_start(std::string_view row, char delimiter, std::size_t index) {
  std::size_t at = 0;
  for (; index > 0; --index) {
    if (row.substr(at).starts_with('"')) at += closing_quote_in(row.substr(at)) + 1;
    at = row.find(delimiter, at) + 1;
  }
  return at;
}

}  // namespace mpn::app
