// Runs a fuzz target on the files of a folder, with any compiler: replay FOLDER
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

// NOLINTNEXTLINE(readability-identifier-naming)
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

int main(int argc, char** argv) {
  namespace fs = std::filesystem;
  if (argc != 2) return 2;
  std::vector<fs::path> paths{fs::directory_iterator{argv[1]}, {}};
  std::sort(paths.begin(), paths.end());
  for (const fs::path& path : paths) {
    (void)std::fprintf(stderr, "%s\n", path.filename().string().c_str());  // before it may abort
    std::ifstream file{path, std::ios::binary};
    std::string bytes{std::istreambuf_iterator<char>{file}, {}};
    if (bytes.empty()) continue;
    // With every choice of options and check.
    for (int first = 0; first < 80; ++first) {
      bytes.front() = static_cast<char>(first);
      LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
    }
  }
  return paths.empty() ? 1 : 0;
}
