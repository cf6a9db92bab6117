#include "record/suggestions.hpp"

#include <set>
#include <string>

#include "catch2.hpp"

namespace {

std::string suggestion(std::string_view text) {
  std::string names;
  for (const mpn::competency* entry : mpn::app::suggestions_for(text))
    names.append(names.empty() ? "" : "; ").append(entry->name);
  return names.empty() ? "none" : names;
}

std::string dropped(std::string text, std::size_t at) { return text.erase(at, 1); }
std::string swapped(std::string text, std::size_t at) {
  std::swap(text.at(at), text.at(at + 1));
  return text;
}

}  // namespace

TEST_CASE("a misspelt name is nearest to the one that was meant") {
  CHECK(suggestion("Cloud Buisness Applications") == "Cloud Business Applications");
  CHECK(suggestion("Gold Mesaging") == "Messaging");
  CHECK(suggestion("silver secruity competency") == "Security");
  CHECK(suggestion("데이타 분석") == "Data Analytics");
  CHECK(suggestion("Data Platfrom") == "Data Platform");
  CHECK(suggestion("Acton Pack") == "Microsoft Action Pack");
}

TEST_CASE("part of a name means it when no other name has that part") {
  CHECK(suggestion("Kubernetes") == "Kubernetes on Microsoft Azure");
  CHECK(suggestion("Kube") == "Kubernetes on Microsoft Azure");
  CHECK(suggestion("Linux") == "Linux and Open Source Databases Migration to Microsoft Azure");
  CHECK(suggestion("Gold Windows Virtual Desktop") == "Microsoft Windows Virtual Desktop");
  CHECK(suggestion("Cloud") == "none");
  CHECK(suggestion("Microsoft Teams") == "none");
  CHECK(suggestion("Azure") == "none");
}

TEST_CASE("too little of a name, or nothing like one, means none") {
  CHECK(suggestion("Kub") == "none");
  CHECK(suggestion("SAP") == "none");
  CHECK(suggestion("") == "none");
  CHECK(suggestion("Gold") == "none");
  CHECK(suggestion("SMB") == "none");
  CHECK(suggestion("????????") == "none");
  CHECK(suggestion("completely different") == "none");
}

TEST_CASE("too long a name, of whatever length, means none") {
  for (std::size_t size = 100; size < 200; ++size)
    CHECK(suggestion(std::string(size, 'x')) == "none");
  CHECK(suggestion(std::string(10'000, 'x')) == "none");
  CHECK(suggestion("Security" + std::string(10'000, 'y')) == "none");
}

TEST_CASE("a letter dropped or two swapped anywhere in an id still mean that entry") {
  std::set<std::string> wrong;
  for (const mpn::competency& entry : mpn::catalogue) {
    const std::string id{entry.id};
    for (std::size_t i = 0; i + 1 < id.size(); ++i)
      for (const std::string& text : {dropped(id, i), swapped(id, i)})
        if (suggestion(text) != entry.name) wrong.insert(text);
  }
  CHECK(wrong == std::set<std::string>{});
}
