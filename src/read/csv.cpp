#include "read/csv.hpp"

#include <algorithm>
#include <cstring>

#include "text/utf8.hpp"

namespace mpn::app {

namespace {

constexpr std::size_t longest_quoted = std::size_t{64} * 1024;

// Where the quoted field that opens at `open` has its closing quote; 0 when it is not known or
// there is none.
struct closing_quote {
  row_extent::state found;
  std::size_t at{};
};

closing_quote find_closing_quote(std::string_view text, std::size_t open, bool at_end) {
  using enum row_extent::state;
  for (std::size_t from = open + 1;;) {
    const std::size_t quote = text.find('"', from);
    const bool too_long = std::min(quote, text.size()) - open - 1 > longest_quoted;
    if (too_long || quote == std::string_view::npos)
      return {too_long || at_end ? unclosed : incomplete};
    if (!text.substr(quote + 1).starts_with('"')) return {complete, quote};
    from = quote + 2;
  }
}

std::string_view unquote(std::string_view raw, std::string& storage) {
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

// The columns of a header, if one of them is for the date.
std::optional<columns> columns_of(std::string_view row, char delimiter, const field_names& fields) {
  std::vector<cell> cells;
  std::string storage;
  split_row(row, delimiter, cells, storage);
  // Names match without their blanks, of which a tab is one; but outside quotes it parts two names.
  const auto parts_names = [](const cell& c) {
    return !c.raw.starts_with('"') && c.raw.find('\t') != std::string_view::npos;
  };
  const auto is_date = [&](const cell& c) {
    return fields.date_rank(c.value) != field_names::none && !parts_names(c);
  };
  if (std::none_of(cells.begin(), cells.end(), is_date)) return std::nullopt;
  columns header;
  header.delimiter = delimiter;
  for (const cell& c : cells) {
    header.names.emplace_back(c.value);
    header.raw.emplace_back(c.raw);
    header.replaced.push_back(c.value == "renewal" || c.value.starts_with("renewal."));
  }
  const auto kept = std::find(header.replaced.rbegin(), header.replaced.rend(), false);
  header.replaced_at_end = static_cast<std::size_t>(kept - header.replaced.rbegin());
  return header;
}

}  // namespace

row_extent measure_row(std::string_view text, char delimiter, bool at_end) {
  using enum row_extent::state;
  // Most rows are one line with nothing special in it.
  const std::size_t line = text.find('\n');
  if (line != std::string_view::npos) {
    if (is_plain(text.substr(0, end_of_text(text, line)))) return {complete, line, true};
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
  storage.reserve(row.size());  // so that the views into it stay
  const char* const end = row.data() + row.size();
  for (const char* start = row.data();;) {
    const bool quoted = start != end && *start == '"';
    const char* stop = quoted ? start + find_closing_quote({start, end}, 0, true).at + 1 : start;
    const void* const found = std::memchr(stop, delimiter, static_cast<std::size_t>(end - stop));
    stop = found != nullptr ? static_cast<const char*>(found) : end;
    const std::string_view raw{start, stop};
    cells.push_back({raw, quoted ? unquote(raw, storage) : raw});
    if (stop == end) return;
    start = stop + 1;
  }
}

csv_reader::csv_reader(input& from, const field_names& fields, columns header,
                       std::uint64_t lines_before)
    : from_{from}, fields_{fields}, header_{std::move(header)}, lines_{lines_before} {
  // Of columns with the same name the last counts.
  const auto last_of = [&](std::size_t rank, auto rank_of) {
    const auto found =
        std::find_if(header_.names.rbegin(), header_.names.rend(),
                     [&](const std::string& name) { return (fields.*rank_of)(name) == rank; });
    return static_cast<std::size_t>(header_.names.rend() - found);  // 0: there is none
  };
  for (std::size_t rank = 0; rank < fields.date_ranks(); ++rank)
    if (const std::size_t column = last_of(rank, &field_names::date_rank)) {
      date_columns_.push_back(column - 1);
      date_ranks_.push_back(rank);
    }
  for (std::size_t rank = 0; rank < fields.competency_ranks(); ++rank)
    if (const std::size_t column = last_of(rank, &field_names::competency_rank))
      name_columns_.push_back(column - 1);
  replaced_ =
      static_cast<std::size_t>(std::count(header_.replaced.begin(), header_.replaced.end(), true));
}

bool csv_reader::read(record& next) {
  next.clear();
  next.header = &header_;
  row_state state = take_row(next);
  // Blank lines are not records.
  while (state == row_state::read && cells_.size() == 1 && is_blank(cells_[0].raw))
    state = take_row(next);
  if (state == row_state::end) return false;

  static constexpr plain_phrase unclosed{"quoted field not closed within 64 KiB",
                                         "따옴표로 연 필드가 64KiB 안에 닫히지 않습니다"};
  static constexpr phrase<std::size_t, std::size_t> too_many{"{} cells under {} columns",
                                                             "열 {1}개에 셀이 {0}개 있습니다"};
  defect_.reset();
  if (state == row_state::too_long) {
    defect_ = malformed(record_too_long.both());
  } else if (state == row_state::unclosed) {
    defect_ = malformed(unclosed.both());
  } else {
    const std::size_t width = header_.names.size();
    cells_.resize(std::max(cells_.size(), width));  // a short row has empty cells
    next.cells = cells_;
    if (!next.is_plain && !is_text(next.text) && !kept_cells_are_text())
      defect_ = malformed(record_not_text.both());
    else if (cells_.size() > width)
      defect_ = malformed(too_many.with(cells_.size() - replaced_, width - replaced_));
    else
      find_fields(next);
  }
  if (defect_) next.defect = &*defect_;
  return !broken_;
}

csv_reader::row_state csv_reader::take_row(record& next) {
  for (;;) {
    const std::string_view ahead = from_.ahead();
    if (!ahead.empty()) {
      const row_extent row = measure_row(ahead, header_.delimiter, from_.at_end());
      if (row.found == row_extent::state::unclosed)
        return take_first_line(next, row_state::unclosed);
      // Before its end is seen, one byte more may be a carriage return.
      if (row.found == row_extent::state::incomplete && ahead.size() > longest_record + 1)
        return take_first_line(next, row_state::too_long);
      if (row.found == row_extent::state::complete) {
        const std::size_t whole = std::min(row.end + 1, ahead.size());
        const std::size_t text = end_of_text(ahead, row.end);
        if (text > longest_record) return take_first_line(next, row_state::too_long);
        next.line = lines_ + 1;
        next.text = ahead.substr(0, text);
        next.line_end = ahead.substr(text, whole - text);
        from_.take(whole);
        split_row(next.text, header_.delimiter, cells_, unquoted_);
        lines_ += 1;
        next.is_plain = row.plain;
        if (!row.plain)
          lines_ +=
              static_cast<std::uint64_t>(std::count(next.text.begin(), next.text.end(), '\n'));
        return row_state::read;
      }
    }
    if (!from_.more() && (from_.ahead().empty() || !from_.at_end())) return row_state::end;
  }
}

// Gives up on the row ahead: its first line is all that is taken of it.
csv_reader::row_state csv_reader::take_first_line(record& next, row_state why) {
  next.line = ++lines_;
  const std::string_view ahead = from_.ahead();
  const std::size_t end = ahead.find('\n');
  if (end != std::string_view::npos) {
    const std::size_t text = end_of_text(ahead, end);
    next.text = ahead.substr(0, text);
    next.line_end = ahead.substr(text, end + 1 - text);
    from_.take(end + 1);
    return why;
  }
  excerpt_ = ahead.substr(0, 2 * longest_excerpt);
  next.text = excerpt_;
  next.line_end = "";
  for (std::size_t at = end; at == std::string_view::npos;) {
    from_.take(from_.ahead().size());
    if (!from_.more()) break;
    at = from_.ahead().find('\n');
    if (at == std::string_view::npos) continue;
    from_.take(at + 1);
    next.line_end = "\n";
  }
  return why;
}

// What is replaced need not be text: when the output comes in again, it is gone.
bool csv_reader::kept_cells_are_text() const {
  for (std::size_t i = 0; i < cells_.size(); ++i)
    if (header_.keeps(i, cells_.size()) && !is_text(cells_[i].raw)) return false;
  return true;
}

void csv_reader::find_fields(record& next) {
  const auto first_present = [&](const std::vector<std::size_t>& columns) {
    for (std::size_t i = 0; i < columns.size(); ++i)
      if (!is_blank(cells_[columns[i]].value)) return i;
    return columns.size();
  };
  const std::size_t date = first_present(date_columns_);
  if (date < date_columns_.size()) {
    next.date.set(header_.names[date_columns_[date]], cells_[date_columns_[date]].value,
                  field_kind::text);
    next.date_is_anniversary = fields_.is_anniversary(date_ranks_[date]);
    broken_ = fields_.contradiction(date_ranks_[date], next.date.name);
  } else {
    next.date.name = header_.names[date_columns_.front()];
  }
  const std::size_t name = first_present(name_columns_);
  if (name < name_columns_.size())
    next.name.set(header_.names[name_columns_[name]], cells_[name_columns_[name]].value,
                  field_kind::text);

  if (next.date.kind != field_kind::absent) return;
  bool others = false;
  bool renewal = false;
  for (std::size_t i = 0; i < cells_.size(); ++i)
    (header_.replaced[i] ? renewal : others) |= !is_blank(cells_[i].raw);
  next.only_renewal = renewal && !others;
}

header_search find_header(std::string_view text, bool at_end, const field_names& fields) {
  std::string preamble;
  bool incomplete = false;
  const auto take_line = [&] {
    const std::size_t line = text.find('\n');
    const std::size_t size = line == std::string_view::npos ? text.size() : line + 1;
    preamble += text.substr(0, size);
    text.remove_prefix(size);
  };
  std::string_view delimiters = ",;\t";
  const auto begins_with_blank_line = [&] {
    const std::size_t line = text.find('\n');
    return line != std::string_view::npos &&
           text.substr(0, line).find_first_not_of(" \t\r") == std::string_view::npos;
  };
  while (begins_with_blank_line()) take_line();
  if (text.starts_with("#TYPE")) take_line();  // what PowerShell's Export-Csv writes
  const std::string_view first =
      text.substr(0, end_of_text(text, std::min(text.find('\n'), text.size())));
  constexpr std::string_view named = "sep=";
  if (first.size() == named.size() + 1 && first.starts_with(named) &&
      delimiters.find(first.back()) != std::string_view::npos) {
    delimiters = first.substr(named.size());
    take_line();
  }
  // A quote may be open to one delimiter that is plain text to another. The header that ends first
  // is the one: nothing behind it, and nothing that is still to come, can change that.
  std::optional<columns> header;
  std::size_t nearest = std::string_view::npos;
  for (const char delimiter : delimiters) {
    const row_extent row = measure_row(text, delimiter, at_end);
    incomplete |= row.found == row_extent::state::incomplete;
    if (row.found != row_extent::state::complete || row.end >= nearest) continue;
    const std::size_t end = end_of_text(text, row.end);
    std::optional<columns> found = columns_of(text.substr(0, end), delimiter, fields);
    if (!found) continue;
    nearest = row.end;
    header = std::move(found);
    header->line_end = text.substr(end, std::min(row.end + 1, text.size()) - end);
  }
  if (!header) return {std::nullopt, preamble.size(), incomplete};
  header->preamble = std::move(preamble);
  return header_search{std::move(header)};
}

}  // namespace mpn::app
