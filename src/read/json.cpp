#include "read/json.hpp"

#include <algorithm>
#include <utility>

#include "text/limits.hpp"

namespace mpn::app {

namespace {

constexpr std::string_view json_blanks = " \t\r\n";

constexpr bool is_json_blank(char c) { return json_blanks.find(c) != std::string_view::npos; }

std::string_view without_trailing_blanks(std::string_view text) {
  return text.substr(0, text.find_last_not_of(json_blanks) + 1);
}

std::uint64_t count_lines(std::string_view text) {
  std::uint64_t lines = 0;
  for (std::size_t at = 0; (at = text.find('\n', at)) != std::string_view::npos; ++at) ++lines;
  return lines;
}

}  // namespace

bool json_reader::describe(std::string_view text, record& next) {
  next.shape = object_text{};
  next.malformed = object_.parse(text);
  return next.malformed || describe_parsed(next);
}

bool json_reader::describe_parsed(record& next) {
  object_.describe(next);
  any_object_ = true;
  any_date_ |= !next.date.name.empty();
  if (!any_date_ && names_.empty() && !next.only_renewal) names_ = object_.names();
  any_competency_ |= !next.competency.name.empty();
  any_label_ |= !next.label.name.empty();
  const std::size_t rank = object_.date_rank();
  if (rank != field_names::none && fields_.meaning(rank).contradicts_option)
    error_ = contradiction(next.date.name);
  return !error_;
}

std::vector<input_note> json_reader::notes() const {
  std::vector<input_note> all;
  const read_settings& named = fields_.settings();
  if (!any_date_ && !names_.empty() && !named.date_field) {
    const auto unclear = std::find_if(names_.begin(), names_.end(), is_unclear_date_name);
    if (unclear != names_.end())
      all.push_back({note_reason::unclear_date_member, *unclear});
    else if (std::string list = list_columns(names_); !list.empty())
      all.push_back({note_reason::no_date_member, std::move(list)});
  }
  if (any_object_ && !any_competency_ && named.competency_field)
    all.push_back({note_reason::no_competency_member, *named.competency_field});
  if (any_object_ && !any_label_ && named.label_field)
    all.push_back({note_reason::no_label_member, *named.label_field});
  return all;
}

void json_reader::mark_too_long(std::string_view excerpt, record& next) {
  next.shape = object_text{};
  next.malformed = {.reason = error_reason::too_long, .value = excerpt};
}

bool json_reader::break_off(input_problem problem, std::uint64_t line) {
  error_ = input_error{.problem = problem, .line = line};
  return false;
}

bool json_lines_reader::read(record& next) {
  input_line line;
  if (!lines_.read(line)) return false;
  next.line = line.number;
  next.line_end = line.end;
  if (!line.too_long) return describe(line.text, next);
  mark_too_long(line.text, next);
  return true;
}

bool json_object_reader::read(record& next) {
  if (done_) return false;
  done_ = true;
  next.line_end = "\n";
  const std::size_t blanks =
      from_.text().find_first_not_of(json_blanks);  // detection saw the brace
  next.line = 1 + count_lines(from_.text().substr(0, blanks));
  from_.consume(blanks);
  while (from_.text().size() <= limits::record && from_.read_more()) {
  }
  std::string_view text = without_trailing_blanks(from_.text());
  if (from_.text().size() > limits::record) {
    // Any number of blanks may follow the object; anything else makes it too long.
    text_ = from_.text().substr(0, limits::record + 1);
    bool only_blanks_follow = text.size() <= limits::record;
    do {
      from_.consume(from_.text().size());
      if (!only_blanks_follow || !from_.read_more()) break;
      only_blanks_follow = without_trailing_blanks(from_.text()).empty();
    } while (only_blanks_follow);
    if (!only_blanks_follow) {
      mark_too_long(std::string_view{text_}.substr(0, 2 * limits::excerpt), next);
      return true;
    }
    text = without_trailing_blanks(text_);
  }
  if (!describe(text, next)) return false;
  if (!next.malformed || next.malformed->reason != error_reason::object_not_closed) return true;
  return break_off(input_problem::json_breaks_off, next.line);
}

bool json_array_reader::read(record& next) {
  if (!opened_) {
    skip_blanks();
    consume(1);
    opened_ = true;
  }
  const bool more = skip_blanks();
  if (closed_) return more && break_off(input_problem::text_after_array, line_);
  if (!more) return break_off(input_problem::array_not_closed);
  if (from_.text().front() == ']') {
    if (after_comma_) return break_off(input_problem::comma_without_record, line_);
    consume(1);
    closed_ = true;
    return read(next);
  }
  next.line = line_;
  next.line_end = "\n";
  if (read_front(next)) return error() == nullptr;
  const element read = read_element();
  if (read.separator == 0 && !read.whole)
    return break_off(input_problem::json_breaks_off, next.line);
  after_separator(read.separator);
  if (!read.too_long) return describe(read.text, next);
  mark_too_long(read.text, next);
  return true;
}

// Reads an element that is a valid object and stands in the text at hand with the comma or bracket
// after it: nearly all of them. Otherwise reads nothing.
bool json_array_reader::read_front(record& next) {
  const std::string_view text = from_.text();
  const auto size = parse_front(text);
  if (!size || *size > limits::record) return false;
  const std::size_t separator = text.find_first_not_of(json_blanks, *size);
  if (separator > 2 * limits::record) return false;  // npos, too
  if (text[separator] != ',' && text[separator] != ']') return false;
  describe_parsed(next);
  after_separator(text[separator]);
  consume(separator + 1);
  return true;
}

void json_array_reader::after_separator(char separator) {
  after_comma_ = separator == ',';
  closed_ = separator == ']';
}

// Reads up to the comma or bracket that ends the element and consumes both.
json_array_reader::element json_array_reader::read_element() {
  element read;
  std::size_t at = 0;
  std::size_t end = 0;  // of what is not blank
  std::size_t depth = 0;
  bool in_string = false;
  bool escaped = false;
  // Blanks after the element are not part of it, up to a limit of their own.
  const auto cut = [&] {
    if (end <= limits::record && at <= 2 * limits::record) return false;
    if (!read.too_long) excerpt_ = from_.text().substr(0, 2 * limits::excerpt);
    read.too_long = true;
    return true;
  };
  const auto finish = [&](char separator) {
    cut();
    read.text = read.too_long ? std::string_view{excerpt_} : from_.text().substr(0, end);
    read.separator = separator;
    read.whole = depth == 0 && !in_string && !read.too_long && read.text.ends_with('}');
    consume(at + (separator == 0 ? 0 : 1));
    return read;
  };
  for (;;) {
    for (const std::string_view text = from_.text(); at < text.size(); ++at) {
      const char c = text[at];
      if (depth == 0 && !in_string && (c == ',' || c == ']')) return finish(c);
      if (!is_json_blank(c)) end = at + 1;
      if (in_string) {
        if (escaped)
          escaped = false;
        else if (c == '\\')
          escaped = true;
        else if (c == '"')
          in_string = false;
      } else if (c == '"') {
        in_string = true;
      } else if (c == '{' || c == '[') {
        ++depth;
      } else if ((c == '}' || c == ']') && depth > 0) {
        --depth;
      }
    }
    if (cut()) {
      consume(at);
      at = 0;
      end = 0;
    }
    if (!from_.read_more()) return finish(0);
  }
}

// Skips blanks; false at the end of the input.
bool json_array_reader::skip_blanks() {
  for (;;) {
    const std::string_view text = from_.text();
    const std::size_t at = text.find_first_not_of(json_blanks);
    consume(std::min(at, text.size()));
    if (at != std::string_view::npos) return true;
    if (!from_.read_more()) return false;
  }
}

void json_array_reader::consume(std::size_t size) {
  line_ += count_lines(from_.text().substr(0, size));
  from_.consume(size);
}

}  // namespace mpn::app
