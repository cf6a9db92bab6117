#include "read/detect.hpp"

#include <algorithm>

#include "read/csv.hpp"
#include "read/json.hpp"
#include "read/line_reader.hpp"
#include "read/plain.hpp"
#include "text/utf8.hpp"

namespace mpn::app {

namespace {

constexpr std::string_view blanks = " \t\r\n";

// Reads until the first line behind `skipped` that is not blank is there, or as much of it as is
// worth looking at.
std::string_view first_line(input& from, std::size_t skipped = 0) {
  constexpr std::size_t enough = std::size_t{128} * 1024;
  for (bool more = true;; more = from.more()) {
    const std::string_view ahead = from.ahead();
    const std::size_t start = std::min(ahead.find_first_not_of(blanks, skipped), ahead.size());
    const std::size_t end = ahead.find('\n', start);
    if (!more || end != std::string_view::npos || ahead.size() > enough)
      return ahead.substr(start, std::min(end, ahead.size()) - start);
  }
}

header_search read_header(input& from, const field_names& fields) {
  constexpr std::size_t enough = std::size_t{256} * 1024;
  for (;;) {
    header_search header = find_header(from.ahead(), from.at_end(), fields);
    if (header.found || !header.incomplete || from.ahead().size() > enough) return header;
    if (!from.more() && !from.at_end())
      return header;  // at the end, what was incomplete is so no longer
  }
}

bool begins_like_a_date(std::string_view cell) {
  cell = trimmed(cell);
  return !cell.empty() && '0' <= cell.front() && cell.front() <= '9';
}

// What is wrong with a first line that has delimiters but neither a date nor a column we know;
// nothing if it is a record.
std::optional<bilingual> columns_without_date(std::string_view line) {
  constexpr std::string_view delimiters = ",;\t";
  const auto count = [&](char c) { return std::count(line.begin(), line.end(), c); };
  const char delimiter = *std::max_element(delimiters.begin(), delimiters.end(),
                                           [&](char a, char b) { return count(a) < count(b); });
  if (count(delimiter) == 0) return std::nullopt;
  std::vector<cell> cells;
  std::string storage;
  split_row(line.substr(0, end_of_text(line, line.size())), delimiter, cells, storage);
  const auto is_date = [](const cell& c) { return parse_date(trimmed(c.value)).has_value(); };
  if (begins_like_a_date(cells.front().value) || std::any_of(cells.begin(), cells.end(), is_date))
    return std::nullopt;
  if (!is_text(line)) return record_not_text.both();
  static constexpr phrase<std::string> none{
      "no date column among: {}; use --date-field",
      "다음 중 날짜 열이 없습니다: {}. --date-field를 쓰십시오"};
  std::string names;
  for (const cell& c : cells) {
    if (!names.empty()) names += ", ";
    names += trimmed(c.value);
  }
  return none.with(shown(names));
}

}  // namespace

result<recognised, bilingual> recognise(input& from, const options& asked,
                                        const field_names& fields) {
  const std::string_view line = first_line(from);
  if (line.starts_with('['))
    return recognised{input_shape::json_array, std::make_unique<json_array_reader>(from, fields),
                      nullptr};
  if (line.starts_with('{')) {
    if (line.find_first_not_of(blanks, 1) == std::string_view::npos)
      return recognised{input_shape::json_object,
                        std::make_unique<json_object_reader>(from, fields), nullptr};
    return recognised{input_shape::json_lines, std::make_unique<json_lines_reader>(from, fields),
                      nullptr};
  }

  header_search search = read_header(from, fields);
  if (auto& header = search.found) {
    std::size_t size = header->preamble.size() + header->line_end.size() + header->raw.size() - 1;
    for (const std::string& raw : header->raw) size += raw.size();
    for (std::size_t rank = 0; rank < fields.date_ranks(); ++rank) {
      const auto found = std::find_if(header->names.begin(), header->names.end(),
                                      [&](const auto& n) { return fields.date_rank(n) == rank; });
      if (found == header->names.end()) continue;
      if (auto contradiction = fields.contradiction(rank, *found))
        return unexpected{*contradiction};
      break;
    }
    const std::string_view taken = from.ahead().substr(0, size);
    const auto lines = static_cast<std::uint64_t>(std::count(taken.begin(), taken.end(), '\n'));
    if (from.had_mark()) header->preamble.insert(0, "\xEF\xBB\xBF");
    from.take(size);
    auto records = std::make_unique<csv_reader>(from, fields, std::move(*header), lines);
    const columns* const under = &records->header();
    return recognised{input_shape::csv, std::move(records), under};
  }
  if (auto refused = columns_without_date(first_line(from, search.skipped)))
    return unexpected{*refused};
  auto records = std::make_unique<plain_reader>(from, asked);
  const columns* const under = &records->header();
  return recognised{input_shape::plain_lines, std::move(records), under};
}

}  // namespace mpn::app
