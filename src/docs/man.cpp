// The man page: the sections of man_text.hpp, with the table of options among them.
#include <fmt/format.h>

#include <string>
#include <string_view>

#include "cli/option_table.hpp"
#include "docs/generate.hpp"
#include "docs/man_text.hpp"

namespace mpn::app {

namespace {

// `text` as roff prints it literally.
std::string literal(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '-')
      escaped += "\\-";
    else if (c == '\\')
      escaped += "\\e";
    else if (c == '\'')
      escaped += "\\(aq";
    else
      escaped += c;
  }
  return escaped;
}

// A paragraph of `text`, a new line for each sentence and none too long. No word of ours begins
// with a dot, which roff would take for a request.
void put_paragraph(output& to, std::string_view text) {
  constexpr std::size_t longest_line = 78;
  std::size_t used = 0;
  bool sentence_ended = false;
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(word.size() + 1, text.size()));
    const std::string escaped = literal(word);
    if (used != 0) {
      const bool break_line = sentence_ended || used + 1 + escaped.size() > longest_line;
      to.put(break_line ? '\n' : ' ');
      used = break_line ? 0 : used + 1;
    }
    to.put(escaped);
    used += escaped.size();
    sentence_ended = word.ends_with('.') && !word.ends_with("...");
  }
  to.put('\n');
}

// Words in capitals stand for something and are italic; the others are typed as they are, and bold.
std::string argument_of(const option_row& row) {
  std::string_view words = row.choices.empty() ? row.argument : row.choices;
  std::string formatted;
  while (!words.empty()) {
    const std::string_view word = words.substr(0, words.find('|'));
    words.remove_prefix(std::min(word.size() + 1, words.size()));
    const bool stands_for_something = word.front() >= 'A' && word.front() <= 'Z';
    if (!formatted.empty()) formatted += "\\fR|";
    formatted += (stands_for_something ? "\\fI" : "\\fB") + literal(word);
  }
  return formatted + "\\fR";
}

void put_option(output& to, const option_row& row) {
  to.put(".TP\n");
  if (row.letter != '\0') to.put(fmt::format(R"(\fB\-{}\fR, )", row.letter));
  to.put(fmt::format(R"(\fB\-\-{}\fR)", literal(row.name)));
  if (!row.argument.empty()) to.put(' ' + argument_of(row));
  to.put('\n');
  put_paragraph(to, row.help.in(language::english));
}

}  // namespace

void put_man_page(output& to) {
  to.put(".TH MPN\\-RENEWAL 1 " MPN_RENEWAL_RELEASED " \"mpn\\-renewal " MPN_RENEWAL_VERSION
         "\"\n");
  to.put(man_text::beginning);
  for (const option_row& row : option_table()) put_option(to, row);
  to.put(man_text::middle);
  bool first = true;
  for (const man_text::example& one : man_text::examples) {
    if (!first) to.put(".PP\n");
    first = false;
    put_paragraph(to, one.what);
    to.put(fmt::format(".PP\n.RS\n.nf\n$ {}\n.fi\n.RE\n", literal(one.command)));
  }
  to.put(man_text::rules_heading);
  for (const man_text::rule& one : man_text::rules) {
    to.put(fmt::format(".TP\n.B {}\n", literal(one.name)));
    put_paragraph(to, one.says);
    to.put(".br\n");
    put_paragraph(to, one.source);
  }
  to.put(man_text::end);
}

}  // namespace mpn::app
