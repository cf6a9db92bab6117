#include "read/plain.hpp"

#include "record/date_grammar.hpp"
#include "text/utf8.hpp"

namespace mpn::app {

namespace {

// The bytes of the date at the front of `line`; what has no date's shape ends before the first
// blank, comma or semicolon.
std::size_t date_size(std::string_view line) {
  if (const std::size_t size = leading_date_size(line)) return size;
  std::size_t end = 0;
  while (end < line.size() && line[end] != ',' && line[end] != ';' &&
         leading_blank_size(line.substr(end)) == 0)
    ++end;
  return end;
}

// `value` without the quotes around it, if there are any; a doubled quote inside is a quote.
std::string_view unquoted_value(std::string_view value, std::string& storage) {
  if (value.size() < 2 || !value.starts_with('"') || !value.ends_with('"')) return value;
  value = value.substr(1, value.size() - 2);
  if (value.find('"') == std::string_view::npos) return value;
  storage.clear();
  for (std::size_t i = 0; i < value.size(); ++i) {
    storage += value[i];
    if (value.substr(i, 2) == "\"\"") ++i;
  }
  return storage;
}

}  // namespace

plain_record::plain_record(bool dates_are_anniversaries)
    : dates_are_anniversaries_{dates_are_anniversaries} {
  header_.names = {dates_are_anniversaries ? "anniversary" : "purchase_date", "competency"};
  header_.is_renewal = {false, false};
}

void plain_record::parse(std::string_view line, bool plain, record& next) {
  const std::string_view text = trimmed(line);
  const std::size_t end = date_size(text);
  std::string_view name = trimmed(text.substr(end));
  if (name.starts_with(',') || name.starts_with(';')) name = trimmed(name.substr(1));
  const auto set_field = [&](std::size_t i, std::string_view value, field& to) {
    if (!plain) value = unquoted_value(value, unquoted_[i]);
    cells_[i].raw = value;
    cells_[i].value = value;
    to.name = header_.names[i];
    to.value = value;
    to.kind = is_blank(value) ? field_kind::absent : field_kind::text;
  };
  set_field(0, text.substr(0, end), next.date);
  next.date_is_anniversary = dates_are_anniversaries_;
  next.date_may_be_anniversary = !dates_are_anniversaries_;
  set_field(1, name, next.competency);
  auto& row = next.shape.emplace<table_row>();
  row.header = &header_;
  row.cells = std::span{cells_}.first(name.empty() ? 1 : 2);
  row.needs_no_escaping = plain;
}

bool plain_reader::read(record& next) {
  input_line line;
  if (!lines_.read(line)) return false;
  next.line = line.number;
  next.line_end = "\n";
  const bool plain = needs_no_escaping(line.text);
  if (line.too_long || (!plain && !is_text(line.text))) {
    next.malformed = {.reason = line.too_long ? error_reason::too_long : error_reason::not_text,
                      .value = line.text};
    next.shape = table_row{&header(), {}, false};
    return true;
  }
  parsed_.parse(line.text, plain, next);
  return true;
}

}  // namespace mpn::app
