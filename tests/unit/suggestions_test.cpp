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

TEST_CASE("a misspelt name suggests the nearest entry") {
  CHECK(suggestion("Cloud Buisness Applications") == "Cloud Business Applications");
  CHECK(suggestion("Gold Mesaging") == "Messaging");
  CHECK(suggestion("silver secruity competency") == "Security");
  CHECK(suggestion("데이타 분석") == "Data Analytics");
  CHECK(suggestion("Data Platfrom") == "Data Platform");
  CHECK(suggestion("Acton Pack") == "Microsoft Action Pack");
  CHECK(suggestion("Microsft Action Pack") == "Microsoft Action Pack");
  CHECK(suggestion("\u1107\u1169\u110b\u1161") == "Security");  // 보아, decomposed
}

TEST_CASE("part of a name suggests the entries that contain it, in the catalogue's order") {
  CHECK(suggestion("Kubernetes") == "Kubernetes on Microsoft Azure");
  CHECK(suggestion("Kub") == "Kubernetes on Microsoft Azure");
  CHECK(suggestion("ernet") == "Kubernetes on Microsoft Azure");
  CHECK(suggestion("cloudplat") == "Cloud Platform");
  CHECK(suggestion("SAP") == "SAP on Microsoft Azure");
  CHECK(suggestion("Gold Windows Virtual") == "Microsoft Windows Virtual Desktop");
  CHECK(suggestion("Cloud") ==
        "Cloud Platform; Cloud Business Applications; Cloud Productivity; "
        "Small and Midmarket Cloud Solutions");
  CHECK(suggestion("Microsoft Teams") ==
        "Calling for Microsoft Teams; Meetings and Meeting Rooms for Microsoft Teams");
  CHECK(suggestion("& Midsize") == "Small and Midsize Business Management");
  CHECK(suggestion("플랫폼") == "Cloud Platform; Data Platform");
}

TEST_CASE("at most five entries are suggested") {
  CHECK(suggestion("Azure") ==
        "Analytics on Microsoft Azure; Data Warehouse Migration to Microsoft Azure; "
        "Kubernetes on Microsoft Azure; "
        "Linux and Open Source Databases Migration to Microsoft Azure; "
        "Modernization of Web Applications to Microsoft Azure");
}

TEST_CASE("nothing is suggested for ignored words or for nothing like a name") {
  CHECK(suggestion("") == "none");
  CHECK(suggestion(" - ") == "none");
  CHECK(suggestion("Gold") == "none");
  CHECK(suggestion("Microsoft Gold competency") == "none");
  CHECK(suggestion("SMB") == "none");
  CHECK(suggestion("x") == "none");      // a single letter, although it is in "Linux"
  CHECK(suggestion("dplat") == "none");  // in "Cloud Platform", but across a blank
  CHECK(suggestion("????????") == "none");
  CHECK(suggestion("completely different") == "none");
}

TEST_CASE("nothing is suggested for a name that is too long") {
  for (std::size_t size = 100; size < 300; ++size)
    CHECK(suggestion(std::string(size, 'x')) == "none");
  CHECK(suggestion(std::string(10'000, 'x')) == "none");
  CHECK(suggestion("Security" + std::string(10'000, 'y')) == "none");
}

TEST_CASE("an id with a letter dropped or two swapped suggests its entry") {
  std::set<std::string> wrong;
  for (const mpn::competency& entry : mpn::catalogue) {
    const std::string id{entry.id};
    for (std::size_t i = 0; i + 1 < id.size(); ++i)
      for (const std::string& text : {dropped(id, i), swapped(id, i)})
        if (suggestion(text) != entry.name) wrong.insert(text);
  }
  CHECK(wrong == std::set<std::string>{});
}
