#include "transcript.hpp"

#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>

#include "in_process.hpp"

namespace mpn::test {

namespace {

std::string read_file(const std::string& name) {
  std::ifstream file{name, std::ios::binary};
  if (!file) throw std::runtime_error{"no such file: " + name};
  return {std::istreambuf_iterator<char>{file}, {}};
}

// printf's backslashes.
std::string unescaped(std::string_view text) {
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

std::vector<std::string> words_of(std::string_view command) {
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

// Carriage returns would not be seen, and would not outlive every checkout.
std::string with_visible_returns(std::string_view text) {
  std::string visible;
  for (const char c : text) visible += c == '\r' ? std::string{"\\r"} : std::string{c};
  return visible;
}

std::string marked(std::string_view text, std::string_view mark) {
  std::string lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines += mark;
    lines += text.substr(0, end);
    text.remove_prefix(end);
  }
  return lines;
}

}  // namespace

std::vector<step> steps_of(std::string_view text, bool markdown) {
  std::vector<step> steps;
  std::istringstream lines{std::string{text}};
  bool inside = !markdown;
  std::size_t number = 0;
  std::string comment;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (markdown && line.starts_with("```")) {
      inside = line == "```console";
    } else if (inside && line.starts_with("$ ")) {
      steps.push_back({number, comment, line.substr(2), ""});
      comment.clear();
    } else if (inside && line.starts_with("## ")) {
      comment += line + "\n";
    } else if (inside && !steps.empty()) {
      steps.back().expected += line + "\n";
    }
  }
  // Blank lines between two commands belong to neither.
  for (step& s : steps)
    while (s.expected.ends_with("\n\n") || s.expected == "\n") s.expected.pop_back();
  return steps;
}

std::string player::play(const step& played) {
  std::vector<std::string> words = words_of(played.command);
  app::environment around = test_environment();
  std::string input;
  const auto drop = [&](std::size_t count) {
    words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(count));
  };
  if (words.at(0) == "cat") {
    std::ofstream{words.at(1), std::ios::binary} << played.expected;
    return played.expected;
  }
  if (words.at(0) == "echo") return std::to_string(last_status_) + "\n";
  if (words.at(0) == "printf" && words.at(2) == "|") {
    input = unescaped(words.at(1));
    drop(3);
  }
  if (words.at(0).starts_with("LC_ALL=")) {
    around.locale = words.at(0).substr(7);
    drop(1);
  }
  if (words.at(0) != "mpn-renewal")
    throw std::runtime_error{"line " + std::to_string(played.line) + ": cannot play " +
                             played.command};
  drop(1);
  if (words.size() >= 2 && words[words.size() - 2] == "<") {
    input = read_file(words.back());
    words.resize(words.size() - 2);
  }
  const ran done = run(words, input, around);
  last_status_ = done.status;
  if (markdown_) return done.out + done.err;
  std::string shown = with_visible_returns(done.out);
  if (!shown.empty() && !shown.ends_with('\n')) shown += "\n\\ no newline at the end\n";
  shown += marked(done.err, "! ");
  if (done.status != 0) shown += "? " + std::to_string(done.status) + "\n";
  return shown;
}

}  // namespace mpn::test
