// Plays the transcripts and the examples in README.md, and compares every byte. With
// MPN_RENEWAL_REWRITE set, the transcripts are written anew with what was really printed: read the
// difference before you believe it.
#include "transcript.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>

#include "catch2.hpp"

namespace {

namespace fs = std::filesystem;

std::string read_file(const fs::path& path) {
  std::ifstream file{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{file}, {}};
}

// A folder of its own for the files of one transcript.
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

void play(const fs::path& path, bool markdown) {
  const std::string text = read_file(path);
  const auto steps = mpn::test::steps_of(text, markdown);
  REQUIRE_FALSE(steps.empty());
  const scratch_folder folder;
  mpn::test::player player{markdown};
  std::string rewritten;
  for (const auto& step : steps) {
    CAPTURE(path.filename().string(), step.line, step.command);
    const std::string printed = player.play(step);
    CHECK(printed == step.expected);
    rewritten += step.comment + "$ " + step.command + "\n" + printed + "\n";
  }
  if (!markdown && std::getenv("MPN_RENEWAL_REWRITE") != nullptr)
    std::ofstream{path, std::ios::binary} << rewritten;
}

}  // namespace

TEST_CASE("every transcript is what the program prints") {
  for (const auto& entry : fs::directory_iterator{fs::path{MPN_TESTS} / "transcripts"})
    play(entry.path(), false);
}

TEST_CASE("every example in README.md is what the program prints") {
  play(fs::path{MPN_README}, true);
}
