#include "transcript.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "in_process.hpp"

namespace mpn::test {

namespace {

std::string read_file(const std::string& name) {
  std::ifstream file{name, std::ios::binary};
  if (!file) throw std::runtime_error{"no such file: " + name};
  return {std::istreambuf_iterator<char>{file}, {}};
}

// Replaces the escapes that printf knows.
std::string unescape(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\') {
      plain += text[i];
      continue;
    }
    const char c = text.at(++i);
    if (c == 'x') {
      plain += static_cast<char>(std::stoi(std::string{text.substr(i + 1, 2)}, nullptr, 16));
      i += 2;
    } else {
      plain += c == 'n' ? '\n' : c == 't' ? '\t' : c == 'r' ? '\r' : c == '0' ? '\0' : c;
    }
  }
  return plain;
}

std::vector<std::string> split_words(std::string_view command) {
  std::vector<std::string> words;
  std::string word;
  bool begun = false;
  char quote = '\0';
  for (std::size_t i = 0; i < command.size(); ++i) {
    const char c = command[i];
    if (quote != '\0') {
      if (c == quote)
        quote = '\0';
      else
        word += c;
    } else if (c == '\'' || c == '"') {
      quote = c;
      begun = true;
    } else if (c == '\\') {
      word += command.at(++i);
      begun = true;
    } else if (c != ' ') {
      word += c;
      begun = true;
    } else if (begun) {
      words.push_back(word);
      word.clear();
      begun = false;
    }
  }
  if (begun) words.push_back(word);
  return words;
}

// An editor hides carriage returns, and a checkout may change them.
std::string show_returns(std::string_view text) {
  std::string visible;
  for (const char c : text) visible += c == '\r' ? std::string{"\\r"} : std::string{c};
  return visible;
}

// Each line with its line feed.
std::vector<std::string_view> split_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

std::string prefix_lines(std::string_view text, std::string_view prefix) {
  std::string prefixed;
  for (const std::string_view line : split_lines(text)) prefixed.append(prefix).append(line);
  return prefixed;
}

struct edit {
  char sign;  // ' ', '-' or '+'
  std::string_view line;
};

// The shortest list of edits that turns `before` into `after`, by the lengths of the longest common
// subsequences of what follows each pair of lines.
std::vector<edit> edits(const std::vector<std::string_view>& before,
                        const std::vector<std::string_view>& after) {
  std::vector common(before.size() + 1, std::vector<std::size_t>(after.size() + 1));
  for (std::size_t i = before.size(); i-- > 0;)
    for (std::size_t j = after.size(); j-- > 0;)
      common[i][j] = before[i] == after[j] ? common[i + 1][j + 1] + 1
                                           : std::max(common[i + 1][j], common[i][j + 1]);
  std::vector<edit> all;
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < before.size() || j < after.size())
    if (i < before.size() && j < after.size() && before[i] == after[j])
      all.push_back({' ', before[i]}), ++i, ++j;
    else if (j == after.size() || (i < before.size() && common[i + 1][j] >= common[i][j + 1]))
      all.push_back({'-', before[i++]});
    else
      all.push_back({'+', after[j++]});
  return all;
}

}  // namespace

std::string difference(std::string_view before, std::string_view after, std::size_t first_line) {
  constexpr std::size_t context = 2;
  const std::vector<edit> all = edits(split_lines(before), split_lines(after));
  std::string text;
  std::size_t line = first_line;
  bool skipped = true;
  for (std::size_t at = 0; at < all.size(); ++at) {
    const auto changed = [](const edit& e) { return e.sign != ' '; };
    const auto from = all.begin() + static_cast<std::ptrdiff_t>(at - std::min(at, context));
    const auto to =
        all.begin() + static_cast<std::ptrdiff_t>(std::min(all.size(), at + context + 1));
    if (std::any_of(from, to, changed)) {
      if (skipped) text += "@@ line " + std::to_string(line) + " @@\n";
      skipped = false;
      text.append(1, all[at].sign).append(all[at].line);
      if (!all[at].line.ends_with('\n')) text += '\n';
    } else {
      skipped = true;
    }
    if (all[at].sign != '+') ++line;
  }
  return text;
}

std::vector<step> find_steps(std::string_view text, bool markdown) {
  std::vector<step> steps;
  bool inside = !markdown;
  bool in_output = false;
  std::size_t number = 0;
  for (const std::string_view whole_line : split_lines(text)) {
    const std::string line{whole_line.substr(0, whole_line.find_last_not_of("\r\n") + 1)};
    ++number;
    if (markdown && line.starts_with("```")) {
      inside = line == "```console";
      in_output = false;
    } else if (inside && line.starts_with("$ ")) {
      steps.push_back({number, line.substr(2), ""});
      in_output = true;
    } else if (line.starts_with("## ")) {
      in_output = false;
    } else if (in_output) {
      steps.back().expected += line + "\n";
    }
  }
  // Blank lines between two commands belong to neither.
  for (step& s : steps)
    while (s.expected.ends_with("\n\n") || s.expected == "\n") s.expected.pop_back();
  return steps;
}

std::string replace_outputs(std::string_view text, const std::vector<step>& steps,
                            const std::vector<std::string>& outputs) {
  const std::vector<std::string_view> lines = split_lines(text);
  std::string replaced;
  std::size_t at = 0;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    while (at < steps[i].line) replaced += lines[at++];
    replaced += outputs[i];
    at += split_lines(steps[i].expected).size();
  }
  while (at < lines.size()) replaced += lines[at++];
  return replaced;
}

std::string player::play(const step& s) {
  std::vector<std::string> words = split_words(s.command);
  app::environment environment = test_environment();
  environment.locale = locale_;
  std::string input;
  const auto drop = [&](std::size_t count) {
    words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(count));
  };
  if (words.at(0) == "cat") {
    std::ofstream{words.at(1), std::ios::binary} << s.expected;
    return s.expected;
  }
  if (words.at(0) == "echo") return std::to_string(last_status_) + "\n";
  if (words.at(0) == "printf" && words.at(2) == "|") {
    input = unescape(words.at(1));
    drop(3);
  }
  if (words.at(0).starts_with("LC_ALL=")) {
    environment.locale = words.at(0).substr(7);
    drop(1);
  }
  if (words.at(0) != "mpn-renewal")
    throw std::runtime_error{"line " + std::to_string(s.line) + ": cannot play " + s.command};
  drop(1);
  if (words.size() >= 2 && words[words.size() - 2] == "<") {
    input = read_file(words.back());
    words.resize(words.size() - 2);
  }
  const run_result result = run(words, input, environment);
  last_status_ = result.status;
  if (markdown_) return result.out + result.err;
  std::string shown = show_returns(result.out);
  if (!shown.empty() && !shown.ends_with('\n')) shown += "\n\\ no newline at the end\n";
  shown += prefix_lines(result.err, "! ");
  if (result.status != 0) shown += "? " + std::to_string(result.status) + "\n";
  return shown;
}

}  // namespace mpn::test
