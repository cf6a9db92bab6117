#include "read/line_reader.hpp"

namespace mpn::app {

bool line_splitter::next(raw_line& line) {
  std::size_t at = from_.ahead().find('\n');
  while (at == std::string_view::npos) {
    const std::size_t searched = from_.ahead().size();
    if (searched > longest_record + 1) {  // one more for a carriage return
      pass_over_long_line(line);
      return true;
    }
    if (from_.more()) {
      at = from_.ahead().find('\n', searched);
    } else {
      if (searched == 0 || !from_.at_end())
        return false;  // part of a line may say something else than all of it
      at = searched;
    }
  }
  const std::string_view ahead = from_.ahead();
  const std::size_t text = end_of_text(ahead, at);
  const std::size_t whole = at == ahead.size() ? at : at + 1;
  line = {++lines_, ahead.substr(0, text), ahead.substr(text, whole - text), text > longest_record};
  from_.take(whole);
  return true;
}

void line_splitter::pass_over_long_line(raw_line& line) {
  excerpt_ =
      from_.ahead().substr(0, 2 * longest_excerpt);  // more than is shown, so that the cut is seen
  line = {++lines_, excerpt_, "", true};
  do {
    const std::size_t at = from_.ahead().find('\n');
    if (at != std::string_view::npos) {
      from_.take(at + 1);
      line.end = "\n";
      return;
    }
    from_.take(from_.ahead().size());
  } while (from_.more());
}

}  // namespace mpn::app
