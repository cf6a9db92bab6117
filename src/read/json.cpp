#include "read/json.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace mpn::app {

namespace {

constexpr std::string_view json_blanks = " \t\r\n";

std::string_view without_blanks_behind(std::string_view text) {
  return text.substr(0, text.find_last_not_of(json_blanks) + 1);
}

std::uint64_t count_lines(std::string_view text) {
  return static_cast<std::uint64_t>(std::count(text.begin(), text.end(), '\n'));
}

}  // namespace

bool json_reader::describe(std::string_view text, record& next) {
  found_ = object_.parse(text);
  if (found_ != json_defect::none) {
    defective(description(found_, object_.defect_at()), text, next);
    return true;
  }
  object_.describe(next);
  if (object_.date_rank() == field_names::none) return true;
  if (auto contradiction = fields_.contradiction(object_.date_rank(), next.date.name)) {
    broken_ = std::move(contradiction);
    return false;
  }
  return true;
}

void json_reader::too_long(std::string_view excerpt, record& next) {
  defective(record_too_long.both(), excerpt, next);
}

void json_reader::breaks_off(std::uint64_t line) {
  static constexpr phrase<std::uint64_t> text{
      "the JSON breaks off in the record that begins in line {}",
      "{}번째 줄에서 시작하는 레코드에서 JSON이 끊겼습니다"};
  broken_ = text.with(line);
}

void json_reader::defective(bilingual why, std::string_view text, record& next) {
  defect_ = malformed(std::move(why));
  next.defect = &*defect_;
  next.text = text;
}

bool json_lines_reader::read(record& next) {
  raw_line line;
  do {
    if (!lines_.next(line)) return false;
  } while (is_blank(line.text));
  next.clear();
  next.line = line.number;
  next.line_end = line.end;
  if (line.too_long) {
    too_long(line.text, next);
    return true;
  }
  return describe(line.text, next);
}

bool json_object_reader::read(record& next) {
  if (done_) return false;
  done_ = true;
  next.clear();
  next.line_end = "\n";
  const std::size_t blanks =
      from_.ahead().find_first_not_of(json_blanks);  // before its brace, which has been seen
  next.line = 1 + count_lines(from_.ahead().substr(0, blanks));
  from_.take(blanks);
  while (from_.ahead().size() <= longest_record && from_.more()) {
  }
  std::string_view text = without_blanks_behind(from_.ahead());
  if (from_.ahead().size() > longest_record) {
    // Blanks behind it are not part of it, however many; anything else is.
    text_ = from_.ahead().substr(0, longest_record + 1);
    bool blank = text.size() <= longest_record;
    do {
      from_.take(from_.ahead().size());
    } while (blank && from_.more() && (blank = without_blanks_behind(from_.ahead()).empty()));
    if (!blank) {
      too_long(std::string_view{text_}.substr(0, 2 * longest_excerpt), next);
      return true;
    }
    text = without_blanks_behind(text_);
  }
  if (!describe(text, next)) return false;
  if (found() != json_defect::not_closed) return true;
  breaks_off(next.line);
  return false;
}

bool json_array_reader::read(record& next) {
  if (!opened_) {
    skip_blanks();
    take(1);
    opened_ = true;
  }
  const bool more = skip_blanks();
  if (closed_ && !more) return false;
  if (!closed_ && more && !after_comma_ && from_.ahead().front() == ']') {
    take(1);
    closed_ = true;
    return read(next);
  }
  const stopped_at stop = take_element();
  if (stop == stopped_at::end && !closed_) {
    breaks_off(element_line_);
    return false;
  }
  after_comma_ = stop == stopped_at::comma;
  closed_ |= stop == stopped_at::bracket;
  next.clear();
  next.line = element_line_;
  next.line_end = "\n";
  if (element_too_long_) {
    too_long(element_, next);
    return true;
  }
  return describe(without_blanks_behind(element_), next);
}

// Takes what is ahead up to the comma or bracket that ends it, and that too; behind the array, all
// that is left.
json_array_reader::stopped_at json_array_reader::take_element() {
  element_line_ = line_;
  element_too_long_ = false;
  std::size_t at = 0;
  std::size_t depth = 0;
  bool in_string = false;
  bool escaped = false;
  // Blanks behind it are not part of it, unless there is no end of them.
  const auto is_too_long = [&] {
    return at > 2 * longest_record ||
           without_blanks_behind(from_.ahead().substr(0, at)).size() > longest_record;
  };
  const auto mark_too_long = [&] {
    if (!element_too_long_) excerpt_ = from_.ahead().substr(0, 2 * longest_excerpt);
    element_too_long_ = true;
  };
  const auto finish = [&](stopped_at stop, std::size_t behind) {
    if (is_too_long()) mark_too_long();
    element_ = element_too_long_ ? std::string_view{excerpt_} : from_.ahead().substr(0, at);
    take(at + behind);
    return stop;
  };
  for (;;) {
    for (const std::string_view ahead = from_.ahead(); at < ahead.size(); ++at) {
      const char c = ahead[at];
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
        return finish(c == ',' ? stopped_at::comma : stopped_at::bracket, 1);
      } else if ((c == '}' || c == ']') && depth > 0) {
        --depth;
      }
    }
    if (is_too_long()) {
      mark_too_long();
      take(at);
      at = 0;
    }
    if (!from_.more()) return finish(stopped_at::end, 0);
  }
}

// Takes the blanks ahead; false when nothing comes behind them.
bool json_array_reader::skip_blanks() {
  for (;;) {
    const std::string_view ahead = from_.ahead();
    const std::size_t at = ahead.find_first_not_of(json_blanks);
    take(std::min(at, ahead.size()));
    if (at != std::string_view::npos) return true;
    if (!from_.more()) return false;
  }
}

void json_array_reader::take(std::size_t size) {
  line_ += count_lines(from_.ahead().substr(0, size));
  from_.take(size);
}

}  // namespace mpn::app
