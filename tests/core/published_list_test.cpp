// The catalogue compared with the published list, tests/data/catalogue.json.
#include <algorithm>
#include <fstream>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "catch2.hpp"
#include "mpn/find_competency.hpp"

namespace {

using mpn::catalogue;
using mpn::competency_kind;

// One entry of the published list.
struct listed {
  std::string id, kind, name, area;
  std::vector<std::string> korean, aliases;

  std::vector<std::string> all_names() const {
    std::vector<std::string> all{id, name};
    all.insert(all.end(), korean.begin(), korean.end());
    all.insert(all.end(), aliases.begin(), aliases.end());
    return all;
  }
};

// The strings in the value of `key`. The list has one entry per line and no escapes.
std::vector<std::string> values_of(const std::string& line, const std::string& key) {
  std::size_t at = line.find('"' + key + "\": ");
  if (at == std::string::npos) return {};
  at += key.size() + 4;
  const std::size_t end = line[at] == '[' ? line.find(']', at) : line.find('"', at + 1) + 1;
  std::vector<std::string> values;
  while ((at = line.find('"', at)) < end) {
    const std::size_t closing = line.find('"', at + 1);
    values.push_back(line.substr(at + 1, closing - at - 1));
    at = closing + 1;
  }
  return values;
}

std::vector<listed> published_list() {
  std::ifstream file{MPN_TEST_DATA "/catalogue.json"};
  std::vector<listed> entries;
  for (std::string line; std::getline(file, line);)
    if (const auto id = values_of(line, "id"); !id.empty())
      entries.push_back({id.at(0), values_of(line, "kind").at(0), values_of(line, "name").at(0),
                         values_of(line, "area").at(0), values_of(line, "ko"),
                         values_of(line, "aliases")});
  return entries;
}

std::string_view kind_name(competency_kind kind) {
  switch (kind) {
    case competency_kind::competency:
      return "competency";
    case competency_kind::advanced_specialization:
      return "advanced_specialization";
    case competency_kind::action_pack:
      return "action_pack";
  }
  return "";
}

// ASCII only, independent of the locale.
std::string changed(std::string text, char (*change)(char)) {
  std::transform(text.begin(), text.end(), text.begin(), change);
  return text;
}
char upper(char c) { return 'a' <= c && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }
char lower(char c) { return 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
char hyphen(char c) { return c == ' ' ? '-' : c; }
char underscore(char c) { return c == ' ' || c == '-' ? '_' : c; }
char tab(char c) { return c == ' ' || c == '-' ? '\t' : c; }

std::string squeezed(std::string text) {
  text.erase(std::remove_if(text.begin(), text.end(), [](char c) { return c == ' ' || c == '-'; }),
             text.end());
  return text;
}

std::string spread(const std::string& text) {
  std::string result = " \t";
  for (const char c : text) result += c == ' ' ? std::string{"\u00a0 -_"} : std::string{c};
  return result + "  ";
}

}  // namespace

TEST_CASE("the catalogue equals the published list") {
  const auto list = published_list();
  REQUIRE(list.size() == catalogue.size());
  for (std::size_t i = 0; i < list.size(); ++i) {
    CAPTURE(list[i].id);
    CHECK(catalogue[i].id == list[i].id);
    CHECK(kind_name(catalogue[i].kind) == list[i].kind);
    CHECK(catalogue[i].name == list[i].name);
    CHECK(catalogue[i].area == list[i].area);
    CHECK(std::vector<std::string>(catalogue[i].korean.begin(), catalogue[i].korean.end()) ==
          list[i].korean);
    CHECK(std::vector<std::string>(catalogue[i].aliases.begin(), catalogue[i].aliases.end()) ==
          list[i].aliases);
  }
}

TEST_CASE("every published name is found with any level, any noun and in any spelling") {
  std::size_t tried = 0;
  std::set<std::string> not_found;
  const auto expect = [&](const std::string& text, const listed& entry) {
    ++tried;
    const auto found = mpn::find_competency(text);
    if (!found || found->name != entry.name) not_found.insert(text);
  };
  const auto list = published_list();
  for (const listed& entry : list)
    for (const std::string& name : entry.all_names())
      for (const std::string level : {"", "Gold ", "Silver ", "골드 ", "실버 "})
        for (const std::string noun : {"", " competency", " 역량"}) {
          const std::string text = level + name + noun;
          expect(text, entry);
          expect(changed(text, upper), entry);
          expect(changed(text, lower), entry);
          expect(changed(text, hyphen), entry);
          expect(changed(text, underscore), entry);
          expect(changed(text, tab), entry);
          expect(changed(changed(text, underscore), upper), entry);
          expect(squeezed(text), entry);
          expect(spread(text), entry);
          expect(spread(changed(text, lower)), entry);
        }
  CHECK(not_found == std::set<std::string>{});
  CHECK(tried > 35 * 3 * 15 * 10);
}
