// Runs the transcripts and the examples in README.md, and compares every byte. With
// MPN_RENEWAL_REWRITE set, expected outputs are replaced by the actual ones: review the change.
#include "transcript.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "catch2.hpp"

namespace {

using namespace mpn::test;
namespace fs = std::filesystem;

std::string read_file(const fs::path& path) {
  std::ifstream file{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{file}, {}};
}

// The current folder while it exists, for the files of one transcript.
class scratch_folder {
 public:
  scratch_folder()
      : before_{fs::current_path()},
        path_{fs::temp_directory_path() /
              ("mpn-renewal-transcript-" + std::to_string(std::random_device{}()))} {
    fs::create_directory(path_);
    fs::current_path(path_);
  }
  scratch_folder(const scratch_folder&) = delete;
  scratch_folder& operator=(const scratch_folder&) = delete;
  ~scratch_folder() {
    fs::current_path(before_);
    fs::remove_all(path_);
  }

 private:
  fs::path before_;
  fs::path path_;
};

void check_transcript(const fs::path& path) {
  const std::string text = read_file(path);
  const bool markdown = path.extension() == ".md";
  const std::vector<step> steps = find_steps(text, markdown);
  REQUIRE_FALSE(steps.empty());
  const scratch_folder folder;
  player player{markdown, path.stem().extension() == ".ko" ? "ko_KR.UTF-8" : ""};
  std::vector<std::string> outputs;
  std::string differences;
  for (const step& s : steps) {
    outputs.push_back(player.play(s));
    if (outputs.back() != s.expected)
      differences += path.string() + ":" + std::to_string(s.line) + ": $ " + s.command + "\n" +
                     difference(s.expected, outputs.back(), s.line + 1);
  }
  std::cout << differences << std::flush;  // Catch2 would wrap its lines
  CHECK(differences.empty());
  if (std::getenv("MPN_RENEWAL_REWRITE") != nullptr)
    std::ofstream{path, std::ios::binary} << replace_outputs(text, steps, outputs);
}

}  // namespace

TEST_CASE("transcripts match the output of the program", "[transcript]") {
  const fs::path project{MPN_PROJECT};
  std::vector<fs::path> paths{fs::directory_iterator{project / "tests/cli/transcripts"}, {}};
  REQUIRE_FALSE(paths.empty());
  paths.insert(paths.end(), {project / "README.md", project / ".github/README.ko.md"});
  for (const fs::path& path : paths) DYNAMIC_SECTION(path.filename().string()) {
      check_transcript(path);
    }
}

TEST_CASE("a difference shows the changed lines with their numbers") {
  CHECK(difference("", "", 7).empty());
  CHECK(difference("a\nb\n", "a\nb\n", 7).empty());
  CHECK(difference("a\n", "", 7) == "@@ line 7 @@\n-a\n");
  CHECK(difference("", "a\nb", 7) == "@@ line 7 @@\n+a\n+b\n");
  CHECK(difference("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\nx\n5\n6\n7\n8\n9\ny\n", 10) ==
        "@@ line 11 @@\n 2\n 3\n-4\n+x\n 5\n 6\n"
        "@@ line 17 @@\n 8\n 9\n+y\n");
}

TEST_CASE("replaced outputs leave the rest of a transcript unchanged") {
  const std::string text = "## Note.\n$ one\n1\n\n$ two\n\n## Another note.\n$ three\n3\n3\n";
  const std::vector<step> steps = find_steps(text, false);
  REQUIRE(steps.size() == 3);
  CHECK(steps[1].line == 5);
  CHECK(steps[1].expected.empty());
  CHECK(replace_outputs(text, steps, {"1\n", "", "3\n3\n"}) == text);
  CHECK(replace_outputs(text, steps, {"I\n", "II\n", ""}) ==
        "## Note.\n$ one\nI\n\n$ two\nII\n\n## Another note.\n$ three\n");
}
