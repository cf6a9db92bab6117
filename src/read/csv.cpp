#include "read/csv.hpp"

#include <algorithm>
#include <utility>

#include "read/csv_row.hpp"
#include "read/line_reader.hpp"
#include "read/own_error.hpp"
#include "text/limits.hpp"
#include "text/utf8.hpp"

namespace mpn::app {

csv_reader::csv_reader(input_buffer& from, const field_names& fields, table_header header,
                       std::uint64_t lines_before)
    : from_{from},
      fields_{fields},
      header_{std::move(header)},
      rows_{header_.delimiter},
      lines_{lines_before} {
  for (const field_role role : field_roles) {
    // Of columns with the same name the last counts.
    constexpr std::size_t no_column = SIZE_MAX;
    std::vector<std::size_t> last(fields.ranks(role), no_column);
    for (std::size_t i = 0; i < header_.names.size(); ++i) {
      const std::size_t rank = fields.rank(role, header_.names[i]);
      if (rank != field_names::none) last[rank] = i;
    }
    for (std::size_t rank = 0; rank < last.size(); ++rank)
      if (last[rank] != no_column) columns_[role].push_back({last[rank], rank});
  }
  kept_columns_ = static_cast<std::size_t>(
      std::count(header_.is_renewal.begin(), header_.is_renewal.end(), false));
}

bool csv_reader::read(record& next) {
  row_state state = read_row(next);
  while (state == row_state::complete && row_fields_.all_blank)
    state = read_row(next);  // neither a blank line nor a row of blank cells is a record
  if (state == row_state::end) return false;
  if (state != row_state::complete) {
    next.malformed = {.reason = state == row_state::unclosed ? error_reason::quote_not_closed
                                                             : error_reason::too_long,
                      .value = text_};
    return true;
  }
  auto& row = std::get<table_row>(next.shape);
  if (row_fields_.count > header_.names.size())
    shorten_row(row);
  else
    cells_.resize(header_.names.size());  // a short row has empty cells
  row.cells = cells_;
  if (!row.needs_no_escaping || row.is_too_long) next.malformed = find_defect(row);
  if (!next.malformed) find_fields(next);
  return !error_;
}

csv_reader::row_state csv_reader::read_row(record& next) {
  auto& row = std::get<table_row>(next.shape);
  row.header = &header_;
  for (;;) {
    const std::string_view text = from_.text();
    if (!text.empty()) {
      const row_extent extent = rows_.measure(text, from_.at_end());
      if (extent.found == row_extent::state::unclosed)
        return give_up_row(next, row_state::unclosed);
      // The byte after the limit may be a carriage return, which belongs to the line end.
      if (extent.found == row_extent::state::incomplete && text.size() > limits::record + 1)
        return give_up_row(next, row_state::too_long);
      if (extent.found == row_extent::state::complete) {
        const std::size_t size = std::min(extent.end + 1, text.size());
        const std::size_t end = end_of_line_text(text, extent.end);
        if (end > limits::record) return give_up_row(next, row_state::too_long);
        text_ = text.substr(0, end);
        next.line = lines_ + 1;
        next.line_end = text.substr(end, size - end);
        row.needs_no_escaping = extent.needs_no_escaping;
        consume(size);
        row_fields_ = split_row(text_, header_.delimiter, cells_, unquoted_, header_.names.size());
        ++lines_;
        if (!extent.needs_no_escaping)
          lines_ += static_cast<std::uint64_t>(std::count(text_.begin(), text_.end(), '\n'));
        return row_state::complete;
      }
    }
    if (!from_.read_more() && (from_.text().empty() || !from_.at_end())) return row_state::end;
  }
}

// Consumes only the first line of a row that cannot be read.
csv_reader::row_state csv_reader::give_up_row(record& next, row_state why) {
  next.line = ++lines_;
  std::size_t line_feed = from_.text().find('\n');
  while (line_feed == std::string_view::npos && from_.text().size() <= limits::record + 1) {
    const std::size_t searched = from_.text().size();
    if (!from_.read_more()) break;
    line_feed = from_.text().find('\n', searched);
  }
  const std::string_view text = from_.text();
  const std::size_t end = end_of_line_text(text, std::min(line_feed, text.size()));
  if (end <= limits::record || line_feed != std::string_view::npos) {
    const std::size_t size = std::min(line_feed, text.size() - 1) + 1;
    text_ = text.substr(0, end);
    next.line_end = text.substr(end, size - end);
    consume(size);
    return end <= limits::record ? why : row_state::too_long;
  }
  excerpt_ = text.substr(0, 2 * limits::excerpt);  // so that the cut shows
  text_ = excerpt_;
  while (line_feed == std::string_view::npos) {
    consume(from_.text().size());
    if (!from_.read_more()) break;
    line_feed = from_.text().find('\n');
    if (line_feed == std::string_view::npos) continue;
    consume(line_feed + 1);
    next.line_end = "\n";
  }
  return row_state::too_long;
}

void csv_reader::consume(std::size_t size) {
  rows_.consume(size);
  from_.consume(size);
}

// Leaves the cells before the renewal columns at the end of the header, and one for all fields
// after them: there may be a million. In such a row the renewal columns are the last fields, not
// those below their names.
void csv_reader::shorten_row(table_row& row) {
  row.is_too_long = true;
  const std::size_t front = header_.names.size() - header_.renewals_at_end;
  const std::size_t own = renewal_cells_at_end();
  const std::size_t stay = row_fields_.count - own;
  const std::size_t start = field_start(text_, header_.delimiter, front);
  const std::size_t end = own == 0 ? text_.size() : field_start(text_, header_.delimiter, stay) - 1;
  row_fields_.count = stay - (front - kept_columns_);  // messages count without renewal columns
  cells_.resize(front);
  const std::string_view rest = text_.substr(start, end - start);
  cells_.push_back({rest, rest});
}

// How many of the last fields of a row that is too long are renewal columns: all of them, or 0.
std::size_t csv_reader::renewal_cells_at_end() {
  const std::size_t own = header_.renewals_at_end;
  if (own == 0 || header_.names.back() != error_column) return 0;
  const std::size_t start = field_start(text_, header_.delimiter, row_fields_.count - own);
  std::string storage;
  split_row(text_.substr(start), header_.delimiter, last_cells_, storage);
  const bool is_error = last_cells_.back().value.starts_with("malformed_record: ");
  const bool others_are_empty = std::all_of(last_cells_.begin(), last_cells_.end() - 1,
                                            [](const cell& c) { return c.value.empty(); });
  return is_error && others_are_empty ? own : 0;
}

std::optional<record_error> csv_reader::find_defect(const table_row& row) const {
  // Cells that are replaced need not be text: in the output they are gone.
  const auto kept_cells_are_text = [&] {
    for (std::size_t i = 0; i < cells_.size(); ++i)
      if (row.keeps(i) && !is_text(cells_[i].raw)) return false;
    return true;
  };
  if (!row.needs_no_escaping && !is_text(text_) && !kept_cells_are_text())
    return record_error{.reason = error_reason::not_text, .value = text_};
  if (row.is_too_long)
    return record_error{.reason = error_reason::too_many_fields,
                        .value = text_,
                        .number = row_fields_.count,
                        .other_number = kept_columns_};
  return std::nullopt;
}

void csv_reader::find_fields(record& next) {
  // Reads the first column of the role that is not blank in this row.
  const auto find_field = [&](field_role role, field& found) -> const ranked_column* {
    for (const ranked_column& each : columns_[role]) {
      const std::string_view value = cells_[each.column].value;
      if (is_blank(value)) continue;
      found.name = header_.names[each.column];
      found.value = value;
      found.kind = field_kind::text;
      return &each;
    }
    return nullptr;
  };
  if (const ranked_column* const date = find_field(date_role, next.date)) {
    const date_meaning& meaning = fields_.meaning(date->rank);
    next.date_is_anniversary = meaning.is_anniversary;
    next.date_may_be_anniversary = meaning.may_be_anniversary;
    if (meaning.contradicts_option) error_ = contradiction(next.date.name);
  } else {
    next.date.name = header_.names[columns_[date_role].front().column];
    next.only_renewal = has_only_own_error();
  }
  find_field(competency_role, next.competency);
  find_field(label_role, next.label);
}

bool csv_reader::has_only_own_error() const {
  bool has_error = false;
  for (std::size_t i = 0; i < cells_.size(); ++i) {
    if (is_blank(cells_[i].raw)) continue;
    if (has_error || header_.names[i] != error_column || !is_own_error_cell(cells_[i].value))
      return false;
    has_error = true;
  }
  return has_error;
}

}  // namespace mpn::app
