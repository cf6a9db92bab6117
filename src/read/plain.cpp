#include "read/plain.hpp"

#include "text/utf8.hpp"

namespace mpn::app {

namespace {

constexpr std::string_view separators = " \t,;";

// Where the date at the front of `line` ends: at the first blank or separator that is not part of a
// midnight.
std::size_t date_length(std::string_view line) {
  const std::size_t end = std::min(line.find_first_of(separators), line.size());
  const std::size_t midnight = midnight_length(line.substr(end));
  const std::size_t behind = end + midnight;
  return behind == line.size() || separators.find(line[behind]) != std::string_view::npos ? behind
                                                                                          : end;
}

// A name without the quotes around it, if it has any; doubled ones inside count once.
std::string_view unquoted(std::string_view name, std::string& storage) {
  if (name.size() < 2 || !name.starts_with('"') || !name.ends_with('"')) return name;
  name = name.substr(1, name.size() - 2);
  if (name.find('"') == std::string_view::npos) return name;
  storage.clear();
  for (std::size_t i = 0; i < name.size(); ++i) {
    storage += name[i];
    if (name.substr(i, 2) == "\"\"") ++i;
  }
  return storage;
}

// A value as a cell of a row, quoted if it has to be.
std::string_view as_cell(std::string_view value, std::string& storage) {
  if (value.find_first_of("\",\r") == std::string_view::npos) return value;
  storage = '"';
  for (const char c : value) {
    if (c == '"') storage += c;
    storage += c;
  }
  return storage += '"';
}

}  // namespace

columns plain_columns(bool anniversary_given) {
  columns header;
  header.names = {anniversary_given ? "anniversary" : "purchase_date", "competency"};
  header.replaced = {false, false};
  header.raw = header.names;
  return header;
}

plain_reader::plain_reader(input& from, const options& asked)
    : lines_{from},
      header_{plain_columns(asked.anniversary_given)},
      anniversary_given_{asked.anniversary_given} {}

bool plain_reader::read(record& next) {
  raw_line line;
  do {
    if (!lines_.next(line)) return false;
  } while (is_blank(line.text));

  next.clear();
  next.line = line.number;
  next.text = line.text;
  next.line_end = "\n";
  next.header = &header_;
  next.is_plain = is_plain(line.text);
  if (line.too_long || (!next.is_plain && !is_text(line.text))) {
    defect_ = malformed((line.too_long ? record_too_long : record_not_text).both());
    next.defect = &*defect_;
    return true;
  }

  const std::string_view text = trimmed(line.text);
  const std::size_t end = date_length(text);
  std::string_view name = trimmed(text.substr(end));
  if (name.starts_with(',') || name.starts_with(';')) name = trimmed(name.substr(1));
  const std::array<std::string_view, 2> parts{text.substr(0, end), name};
  for (std::size_t i = 0; i < parts.size(); ++i) {
    cells_[i] = {parts[i], parts[i]};
    if (next.is_plain && parts[i].find(',') == std::string_view::npos) continue;
    cells_[i].value = unquoted(parts[i], unquoted_[i]);
    cells_[i].raw = as_cell(cells_[i].value, quoted_[i]);
  }
  next.cells = std::span{cells_}.first(name.empty() ? 1 : 2);
  const auto kind = [](const cell& c) {
    return is_blank(c.value) ? field_kind::absent : field_kind::text;
  };
  next.date.set(header_.names[0], cells_[0].value, kind(cells_[0]));
  next.date_is_anniversary = anniversary_given_;
  next.name.set(header_.names[1], cells_[1].value, kind(cells_[1]));
  return true;
}

}  // namespace mpn::app
