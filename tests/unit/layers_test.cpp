// The folders of the sources and what each may include: itself and what is below it.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "catch2.hpp"

namespace {

namespace fs = std::filesystem;

// From top to bottom; folders on one level do not know each other. Files directly in src/ are named
// without their extension.
const std::vector<std::vector<std::string>> levels{
    {"main"},   {"run"}, {"calculate"}, {"docs"}, {"cli"}, {"read", "select", "write"},
    {"record"}, {"io"},  {"text"},      {"mpn"}};

std::optional<std::size_t> level_of(const std::string& folder) {
  const auto found = std::find_if(levels.begin(), levels.end(), [&](const auto& level) {
    return std::find(level.begin(), level.end(), folder) != level.end();
  });
  if (found == levels.end()) return std::nullopt;
  return static_cast<std::size_t>(found - levels.begin());
}

// The first part of a path as sources include it: "read" of read/csv.hpp, "run" of run.hpp.
std::string folder_of(std::string_view path) {
  return std::string{path.substr(0, path.find_first_of("/."))};
}

// The defect of a source `path` that includes `included`, or an empty text.
std::string defect(const std::string& path, const std::string& included) {
  const std::string from = folder_of(path);
  const std::string to = folder_of(included);
  const auto from_level = level_of(from);
  const auto to_level = level_of(to);
  if (!from_level) return path + " is in an unknown folder";
  if (!to_level) return path + " includes " + included + ", which is in an unknown folder";
  if (from == to || *from_level < *to_level) return "";
  return path + " includes " + included;
}

// The path of each source under include/ and src/, as it is included, and its own #include "…".
std::map<std::string, std::vector<std::string>> read_includes() {
  std::map<std::string, std::vector<std::string>> includes;
  for (const char* const root : {MPN_PROJECT "/include", MPN_PROJECT "/src"})
    for (const auto& entry : fs::recursive_directory_iterator{root}) {
      if (entry.path().extension() != ".hpp" && entry.path().extension() != ".cpp") continue;
      auto& included = includes[entry.path().lexically_relative(root).generic_string()];
      std::ifstream file{entry.path()};
      for (std::string line; std::getline(file, line);)
        if (constexpr std::string_view begin = "#include \""; line.starts_with(begin))
          included.push_back(line.substr(begin.size(), line.rfind('"') - begin.size()));
    }
  return includes;
}

}  // namespace

TEST_CASE("sources include only their own folder and the ones below it") {
  std::set<std::string> defects;
  std::set<std::string> folders;
  for (const auto& [path, included] : read_includes()) {
    folders.insert(folder_of(path));
    for (const std::string& other : included) defects.insert(defect(path, other));
  }
  defects.erase("");
  CHECK(defects == std::set<std::string>{});
  CHECK(folders.size() >= 8);  // otherwise the sources were not found
}

TEST_CASE("an include of a folder above or beside is a defect") {
  CHECK(defect("main.cpp", "run.hpp").empty());
  CHECK(defect("run.cpp", "write/writers.hpp").empty());
  CHECK(defect("read/csv.cpp", "read/csv.hpp").empty());
  CHECK(defect("read/csv.cpp", "record/record.hpp").empty());
  CHECK(defect("text/utf8.cpp", "mpn/result.hpp").empty());
  CHECK(defect("write/csv.cpp", "read/csv.hpp") == "write/csv.cpp includes read/csv.hpp");
  CHECK(defect("select/sort.cpp", "write/csv.hpp") == "select/sort.cpp includes write/csv.hpp");
  CHECK(defect("record/record.hpp", "read/csv.hpp") == "record/record.hpp includes read/csv.hpp");
  CHECK(defect("cli/help.cpp", "run.hpp") == "cli/help.cpp includes run.hpp");
  CHECK(defect("mpn/date.hpp", "text/utf8.hpp") == "mpn/date.hpp includes text/utf8.hpp");
  CHECK(defect("util/x.cpp", "io/streams.hpp") == "util/x.cpp is in an unknown folder");
  CHECK(defect("io/streams.cpp", "util/x.hpp") ==
        "io/streams.cpp includes util/x.hpp, which is in an unknown folder");
}
