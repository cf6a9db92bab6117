#include "read/line_reader.hpp"

#include "text/limits.hpp"
#include "text/utf8.hpp"

namespace mpn::app {

bool line_reader::read(input_line& line) {
  do {
    if (!read_any(line)) return false;
  } while (is_blank(line.text));
  return true;
}

bool line_reader::read_any(input_line& line) {
  std::size_t line_feed = from_.text().find('\n');
  while (line_feed == std::string_view::npos) {
    const std::size_t searched = from_.text().size();
    if (searched > limits::record + 1) {  // the last byte may be a carriage return
      skip_long_line(line);
      return true;
    }
    if (from_.read_more()) {
      line_feed = from_.text().find('\n', searched);
    } else {
      // After a read error, half a line could be mistaken for a whole one.
      if (searched == 0 || !from_.at_end()) return false;
      line_feed = searched;
    }
  }
  const std::string_view text = from_.text();
  const std::size_t end = end_of_line_text(text, line_feed);
  const std::size_t size = line_feed == text.size() ? line_feed : line_feed + 1;
  line = {++lines_, text.substr(0, end), text.substr(end, size - end), end > limits::record};
  from_.consume(size);
  return true;
}

void line_reader::skip_long_line(input_line& line) {
  excerpt_ = from_.text().substr(0, 2 * limits::excerpt);  // so that the cut shows
  line = {++lines_, excerpt_, "", true};
  do {
    const std::size_t line_feed = from_.text().find('\n');
    if (line_feed != std::string_view::npos) {
      from_.consume(line_feed + 1);
      line.end = "\n";
      return;
    }
    from_.consume(from_.text().size());
  } while (from_.read_more());
}

}  // namespace mpn::app
