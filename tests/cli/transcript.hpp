// Transcripts: commands as they are typed, and what they print.
//
//   $ printf '2021-02-30\n' | mpn-renewal      a command; `cat FILE` makes FILE what follows, `echo
//   $?` is the last status error       '2021-02-30' is not a date …   standard output !
//   mpn-renewal: (stdin):1: …                standard error (in README.md it stands behind the
//   output, without the mark) ? 1                                        the exit status, when it
//   is not 0 \ no newline at the end                    when the output's last line is not ended; a
//   carriage return is shown as \r
//
// The shell is not asked: a command is one of those words, words are quoted with ' or " or \, a
// variable may be set before it, and its input comes from `printf`, from `< FILE` or is empty.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mpn::test {

/// One command with what is expected of it.
struct step {
  std::size_t line;     ///< in the file, from 1
  std::string comment;  ///< the lines before it that begin with ##
  std::string command;
  std::string expected;
};

/// The steps of a transcript file, or of the `console` blocks of a Markdown file.
std::vector<step> steps_of(std::string_view text, bool markdown);

/// Plays a step in the current folder and returns what it really printed, in the transcript's own
/// notation.
class player {
 public:
  explicit player(bool markdown) : markdown_{markdown} {}
  std::string play(const step& played);

 private:
  bool markdown_;
  int last_status_{};
};

}  // namespace mpn::test
