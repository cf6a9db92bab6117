#include "read/detect.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include "read/csv.hpp"
#include "read/csv_header.hpp"
#include "read/csv_row.hpp"
#include "read/json.hpp"
#include "read/plain.hpp"
#include "record/date_grammar.hpp"
#include "record/date_input.hpp"
#include "text/limits.hpp"
#include "text/utf8.hpp"

namespace mpn::app {

namespace {

constexpr std::string_view line_blanks = " \t\r\n";

// The beginning of the input, which alone decides: the result must not depend on how much more of
// it is at hand.
std::string_view front_of(const input_buffer& from) {
  return from.text().substr(0, limits::header);
}

bool front_is_whole(const input_buffer& from) {
  return from.at_end() && from.text().size() == front_of(from).size();
}

// The first line that is not blank. Of a line that begins with a bracket, the bracket is enough:
// the first record may be complete long before the line.
std::string_view read_first_line(input_buffer& from) {
  std::size_t searched = 0;
  for (;;) {
    const std::string_view text = front_of(from);
    const std::size_t start = std::min(text.find_first_not_of(line_blanks), text.size());
    if (text.substr(start).starts_with('[')) return text.substr(start, 1);
    const std::size_t end = text.find('\n', std::max(start, searched));
    searched = text.size();
    if (end != std::string_view::npos) return text.substr(start, end - start);
    if (text.size() == limits::header || !from.read_more()) return front_of(from).substr(start);
  }
}

header_search read_header(input_buffer& from, const field_names& fields) {
  for (;;) {
    const std::size_t size = front_of(from).size();
    header_search search = find_header(front_of(from), front_is_whole(from), fields);
    if (search.found || !search.incomplete || size == limits::header) return search;
    // A header ends with a line feed, or with the input.
    bool may_be_complete = false;
    while (!may_be_complete) {
      const std::size_t before = from.text().size();
      // At the end of the input, the next search finds nothing incomplete.
      if (!from.read_more() && !from.at_end()) return search;
      may_be_complete = from.at_end() || from.text().size() >= limits::header ||
                        from.text().find('\n', before) != std::string_view::npos;
    }
  }
}

// Whether a line begins with what was meant as a date: it is one, or it is refused for more than
// not being one (an Excel day number, a year of two digits).
bool begins_with_date(std::string_view line, const cell& first) {
  if (leading_date_size(trimmed(line)) > 0) return true;
  const auto day = read_date(first.value, date_order::unspecified);
  return day || day.error().reason != error_reason::not_a_date;
}

bool has_date_shape(const cell& c) {
  const std::string_view text = trimmed(c.value);
  return !text.empty() && leading_date_size(text) == text.size();
}

// The error of a first row, at the front of `text`, that has delimiters but neither a date nor a
// date column.
std::optional<input_error> columns_without_date(std::string_view text, bool at_end,
                                                const field_names& fields) {
  std::string_view row;
  char delimiter{};
  std::size_t most_fields = 0;
  std::vector<cell> cells;
  std::string storage;
  for (const char each : {',', ';', '\t'}) {
    const row_extent extent = measure_row(text, each, at_end);
    const bool complete = extent.found == row_extent::state::complete;
    const std::size_t end = complete ? extent.end : std::min(text.find('\n'), text.size());
    std::string_view candidate = text.substr(0, end_of_line_text(text, end));
    candidate.remove_prefix(std::min(candidate.find_first_not_of(line_blanks), candidate.size()));
    const std::size_t count = split_row(candidate, each, cells, storage, 0).count;
    if (count <= most_fields) continue;
    row = candidate;
    delimiter = each;
    most_fields = count;
  }
  split_row(row, delimiter, cells, storage);
  if (most_fields == 1 && !is_unclear_date_name(cells.front().value)) return std::nullopt;
  if (begins_with_date(row, cells.front()) ||
      std::any_of(cells.begin(), cells.end(), has_date_shape))
    return std::nullopt;
  if (!is_text(row)) return input_error{.problem = input_problem::not_text};
  std::vector<std::string> columns;
  columns.reserve(cells.size());
  for (const cell& c : cells) columns.emplace_back(c.value);
  return fields.no_date_column(columns);
}

// Whether `line` has a carriage return that neither ends it nor is quoted.
bool has_bare_carriage_return(std::string_view line) {
  bool quoted = false;
  for (const char c : line.substr(0, end_of_line_text(line, line.size()))) {
    if (c == '"') quoted = !quoted;
    if (c == '\r' && !quoted) return true;
  }
  return false;
}

// The error of a header that lacks a column which the user named, or whose first date column, by
// precedence, contradicts -a.
std::optional<input_error> header_defect(const table_header& header, const field_names& fields) {
  if (auto missing = fields.missing_column(header.names)) return missing;
  std::size_t first_rank = field_names::none;
  const std::string* first_name = nullptr;
  for (const std::string& name : header.names) {
    const std::size_t rank = fields.rank(date_role, name);
    if (rank >= first_rank) continue;
    first_rank = rank;
    first_name = &name;
  }
  if (first_name == nullptr || !fields.meaning(first_rank).contradicts_option) return std::nullopt;
  return contradiction(*first_name);
}

std::optional<input_note> header_note(const table_header& header, const field_names& fields) {
  const auto is_competency = [&](const std::string& name) {
    return fields.rank(competency_role, name) != field_names::none;
  };
  if (std::any_of(header.names.begin(), header.names.end(), is_competency)) return std::nullopt;
  return input_note{note_reason::no_competency_column, list_columns(header.names)};
}

detected_input as_plain_lines(input_buffer& from, const read_settings& settings) {
  auto records = std::make_unique<plain_reader>(from, settings);
  const table_header* const columns = &records->header();
  return {input_format::plain_lines, std::move(records), columns};
}

detected_input as_json_lines(input_buffer& from, const field_names& fields) {
  return {input_format::json_lines, std::make_unique<json_lines_reader>(from, fields)};
}

}  // namespace

result<detected_input, input_error> detect_format(input_buffer& from, const read_settings& settings,
                                                  const field_names& fields) {
  const std::string_view line = read_first_line(from);
  if (settings.format == input_format::plain_lines) return as_plain_lines(from, settings);
  if (settings.format == input_format::json_lines) return as_json_lines(from, fields);
  if (from.text().starts_with("PK\x03\x04"))
    return unexpected{input_error{.problem = input_problem::excel_workbook}};
  if (line.starts_with('['))
    return detected_input{input_format::json_array,
                          std::make_unique<json_array_reader>(from, fields)};
  if (line.starts_with('{') && line.find_first_not_of(line_blanks, 1) == std::string_view::npos)
    return detected_input{input_format::json_object,
                          std::make_unique<json_object_reader>(from, fields)};
  if (line.starts_with('{')) return as_json_lines(from, fields);

  header_search search = read_header(from, fields);
  const std::string_view front = front_of(from).substr(search.preamble);
  const std::string_view first_line = front.substr(0, front.find('\n'));
  // Without a line feed in the whole input, carriage returns are meant to end the lines.
  if ((search.found || first_line.size() == front.size()) && has_bare_carriage_return(first_line))
    return unexpected{input_error{.problem = input_problem::bare_carriage_returns}};
  if (search.found) {
    if (auto error = header_defect(*search.found, fields)) return unexpected{*error};
    auto note = header_note(*search.found, fields);
    const std::string_view header = from.text().substr(0, search.size);
    const auto lines = static_cast<std::uint64_t>(std::count(header.begin(), header.end(), '\n'));
    from.consume(search.size);
    if (from.had_byte_order_mark()) search.found->preamble.insert(0, "\xEF\xBB\xBF");
    auto records = std::make_unique<csv_reader>(from, fields, std::move(*search.found), lines);
    const table_header* const columns = &records->header();
    return detected_input{input_format::csv, std::move(records), columns, std::move(note)};
  }
  if (auto error = columns_without_date(front, front_is_whole(from), fields))
    return unexpected{*error};
  return as_plain_lines(from, settings);
}

}  // namespace mpn::app
