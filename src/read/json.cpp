#include "read/json.hpp"

#include <algorithm>

#include "text/limits.hpp"

namespace mpn::app {

namespace {

constexpr std::string_view json_blanks = " \t\r\n";

std::string_view without_trailing_blanks(std::string_view text) {
  return text.substr(0, text.find_last_not_of(json_blanks) + 1);
}

std::uint64_t count_lines(std::string_view text) {
  return static_cast<std::uint64_t>(std::count(text.begin(), text.end(), '\n'));
}

}  // namespace

bool json_reader::describe(std::string_view text, record& next) {
  next.shape = object_text{};
  next.malformed = object_.parse(text);
  if (next.malformed) return true;
  object_.describe(next);
  any_object_ = true;
  any_competency_ |= !next.competency.name.empty();
  any_label_ |= !next.label.name.empty();
  if (object_.date_rank() != field_names::none)
    error_ = fields_.contradiction(object_.date_rank(), next.date.name);
  return !error_;
}

std::vector<input_note> json_reader::notes() const {
  std::vector<input_note> all;
  const read_settings& named = fields_.settings();
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

void json_reader::break_off(std::uint64_t line) {
  error_ = input_error{.problem = input_problem::json_breaks_off, .line = line};
}

bool json_lines_reader::read(record& next) {
  input_line line;
  if (!lines_.read(line)) return false;
  next = record{};
  next.line = line.number;
  next.line_end = line.end;
  if (!line.too_long) return describe(line.text, next);
  mark_too_long(line.text, next);
  return true;
}

bool json_object_reader::read(record& next) {
  if (done_) return false;
  done_ = true;
  next = record{};
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
  break_off(next.line);
  return false;
}

bool json_array_reader::read(record& next) {
  if (!opened_) {
    skip_blanks();
    consume(1);
    opened_ = true;
  }
  const bool more = skip_blanks();
  if (closed_ && !more) return false;
  if (!closed_ && more && !after_comma_ && from_.text().front() == ']') {
    consume(1);
    closed_ = true;
    return read(next);
  }
  const stop stopped = read_element();
  if (stopped == stop::end && !closed_) {
    break_off(element_line_);
    return false;
  }
  after_comma_ = stopped == stop::comma;
  closed_ |= stopped == stop::bracket;
  next = record{};
  next.line = element_line_;
  next.line_end = "\n";
  if (!element_too_long_) return describe(without_trailing_blanks(element_), next);
  mark_too_long(element_, next);
  return true;
}

// Reads up to the comma or bracket that ends the element and consumes both; after the array, reads
// the rest of the input.
json_array_reader::stop json_array_reader::read_element() {
  element_line_ = line_;
  element_too_long_ = false;
  std::size_t at = 0;
  std::size_t depth = 0;
  bool in_string = false;
  bool escaped = false;
  // Blanks after the element are not part of it, up to a limit of their own.
  const auto is_too_long = [&] {
    return at > 2 * limits::record ||
           without_trailing_blanks(from_.text().substr(0, at)).size() > limits::record;
  };
  const auto keep_excerpt = [&] {
    if (!element_too_long_) excerpt_ = from_.text().substr(0, 2 * limits::excerpt);
    element_too_long_ = true;
  };
  const auto finish = [&](stop stopped, std::size_t separator) {
    if (is_too_long()) keep_excerpt();
    element_ = element_too_long_ ? std::string_view{excerpt_} : from_.text().substr(0, at);
    consume(at + separator);
    return stopped;
  };
  for (;;) {
    for (const std::string_view text = from_.text(); at < text.size(); ++at) {
      const char c = text[at];
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
      } else if (depth == 0 && !closed_ && (c == ',' || c == ']')) {
        return finish(c == ',' ? stop::comma : stop::bracket, 1);
      } else if ((c == '}' || c == ']') && depth > 0) {
        --depth;
      }
    }
    if (is_too_long()) {
      keep_excerpt();
      consume(at);
      at = 0;
    }
    if (!from_.read_more()) return finish(stop::end, 0);
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
