// Transcripts: commands as a user types them, each with everything that it prints.
//
//   $ printf '2021-02-30\n' | mpn-renewal     the command
//   line 1  error: '2021-02-30' is not …      its standard output; a carriage return is shown as \r
//   \ no newline at the end                   if the last line of the output has no line feed
//   ! mpn-renewal: (stdin):1: …               its standard error
//   ? 1                                       its exit status, unless it is 0
//
// In the `console` blocks of README.md, standard error follows the output without the mark, and the
// exit status is left out; those of README.ko.md are played for a Korean user. No shell is
// involved: words are separated by blanks and may be quoted with ', " or \. A command is
// `mpn-renewal`, optionally after `LC_ALL=…` or `printf TEXT |`, or before `< FILE`; `cat FILE`
// creates FILE with the lines that follow; `echo $?` prints the last exit status.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mpn::test {

/// One command with its expected output.
struct step {
  std::size_t line;  ///< of the command, from 1; the output begins on the next one
  std::string command;
  std::string expected;
};

/// The steps of a transcript, or of the `console` blocks of a Markdown file.
std::vector<step> find_steps(std::string_view text, bool markdown);

/// `text` with the output of each step replaced.
std::string replace_outputs(std::string_view text, const std::vector<step>& steps,
                            const std::vector<std::string>& outputs);

/// The changed lines of two texts in the manner of `diff -U2`; `first_line` is the number of the
/// first line of `before`.
std::string difference(std::string_view before, std::string_view after, std::size_t first_line);

/// Runs steps in the current folder.
class player {
 public:
  /// `locale` is that of commands without `LC_ALL=…`.
  explicit player(bool markdown, std::string_view locale = "")
      : markdown_{markdown}, locale_{locale} {}
  /// Returns what the command prints, in the notation of the transcript.
  std::string play(const step& s);

 private:
  bool markdown_;
  std::string locale_;
  int last_status_{};
};

}  // namespace mpn::test
