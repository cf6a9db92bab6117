#include "mpn/find_competency.hpp"

#include <algorithm>
#include <string>

#include "catch2.hpp"

namespace {

using mpn::catalogue;
using mpn::competency;
using mpn::competency_kind;
using mpn::find_competency;

constexpr bool finds(std::string_view text, std::string_view name) {
  const auto entry = find_competency(text);
  return entry && entry->name == name;
}

constexpr bool is_unknown(std::string_view text) { return !find_competency(text); }

constexpr int count_of(competency_kind kind) {
  return static_cast<int>(std::count_if(catalogue.begin(), catalogue.end(),
                                        [=](const competency& c) { return c.kind == kind; }));
}

// Every name of this entry finds this entry.
constexpr bool is_found_by_its_names(const competency& entry) {
  const auto is_found_by = [&](std::string_view name) {
    const auto found = find_competency(name);
    return found && &*found == &entry;
  };
  if (!is_found_by(entry.id) || !is_found_by(entry.name)) return false;
  for (const std::string_view name : entry.korean)
    if (!is_found_by(name)) return false;
  for (const std::string_view name : entry.aliases)
    if (!is_found_by(name)) return false;
  return true;
}

constexpr bool all_are_found_by_their_names(std::size_t from, std::size_t to) {
  for (std::size_t i = from; i < to; ++i)
    if (!is_found_by_its_names(catalogue[i])) return false;
  return true;
}

}  // namespace

TEST_CASE("the catalogue has 18 competencies, 16 advanced specializations and the Action Pack") {
  BOTH_CHECK(catalogue.size() == 35);
  BOTH_CHECK(count_of(competency_kind::competency) == 18);
  BOTH_CHECK(count_of(competency_kind::advanced_specialization) == 16);
  BOTH_CHECK(count_of(competency_kind::action_pack) == 1);
}

TEST_CASE("every entry is found by its id and by all of its names") {
  BOTH_CHECK(all_are_found_by_their_names(0, 12));
  BOTH_CHECK(all_are_found_by_their_names(12, 24));
  BOTH_CHECK(all_are_found_by_their_names(24, catalogue.size()));
}

TEST_CASE("case, blanks, hyphens and underscores do not matter") {
  BOTH_CHECK(finds("cloud platform", "Cloud Platform"));
  BOTH_CHECK(finds("CLOUD PLATFORM", "Cloud Platform"));
  BOTH_CHECK(finds("cloud-platform", "Cloud Platform"));
  BOTH_CHECK(finds("Cloud_Platform", "Cloud Platform"));
  BOTH_CHECK(finds("CloudPlatform", "Cloud Platform"));
  BOTH_CHECK(finds("  c l o u d\tplatform--__", "Cloud Platform"));
  BOTH_CHECK(finds("Cloud\u00a0Platform\u3000", "Cloud Platform"));
  BOTH_CHECK(finds("데이터센터", "Datacenter"));
  BOTH_CHECK(finds("AZURE", "none") == false);
  BOTH_CHECK(finds("zZ", "none") == false);
  BOTH_CHECK(finds("APPDEV", "Application Development"));
}

TEST_CASE("a level before a name and a noun after it are ignored") {
  BOTH_CHECK(finds("Gold Security", "Security"));
  BOTH_CHECK(finds("Silver Security", "Security"));
  BOTH_CHECK(finds("silver-security-competency", "Security"));
  BOTH_CHECK(finds("Security Competency", "Security"));
  BOTH_CHECK(finds("골드 보안 역량", "Security"));
  BOTH_CHECK(finds("실버 보안", "Security"));
  BOTH_CHECK(finds("보안 역량", "Security"));
  BOTH_CHECK(finds("Gold 보안 역량", "Security"));
  BOTH_CHECK(finds("골드 Security competency", "Security"));
  BOTH_CHECK(finds("GOLDSECURITYCOMPETENCY", "Security"));
}

TEST_CASE("Microsoft, levels and nouns are ignored in any order and number") {
  BOTH_CHECK(finds("Microsoft Security", "Security"));
  BOTH_CHECK(finds("Microsoft Gold Security", "Security"));
  BOTH_CHECK(finds("Gold Microsoft Security", "Security"));
  BOTH_CHECK(finds("Security Gold", "Security"));
  BOTH_CHECK(finds("Security (Gold)", "Security"));
  BOTH_CHECK(finds("(Silver) Security", "Security"));
  BOTH_CHECK(finds("(골드)보안", "Security"));
  BOTH_CHECK(finds("보안(실버) 역량", "Security"));
  BOTH_CHECK(finds("Security competency (Gold)", "Security"));
  BOTH_CHECK(finds("Security (Gold) competency", "Security"));
  BOTH_CHECK(finds("Security (Gold competency)", "Security"));
  BOTH_CHECK(finds("Gold Gold Silver Security Gold competency competency 역량", "Security"));
  BOTH_CHECK(finds("Gold Microsoft Action Pack", "Microsoft Action Pack"));
  BOTH_CHECK(finds("Microsoft Microsoft Action Pack", "Microsoft Action Pack"));
  BOTH_CHECK(finds("Windows Virtual Desktop", "Microsoft Windows Virtual Desktop"));
  BOTH_CHECK(finds("Azure의 SAP", "SAP on Microsoft Azure"));
}

TEST_CASE("ignored words are not names, and are not ignored elsewhere") {
  BOTH_CHECK(is_unknown("Gold"));
  BOTH_CHECK(is_unknown("(Silver)"));
  BOTH_CHECK(is_unknown("골드"));
  BOTH_CHECK(is_unknown("Microsoft"));
  BOTH_CHECK(is_unknown("competency"));
  BOTH_CHECK(is_unknown("역량"));
  BOTH_CHECK(is_unknown("Microsoft Gold competency"));
  BOTH_CHECK(is_unknown("competency Security"));
  BOTH_CHECK(is_unknown("Security Microsoft"));
  BOTH_CHECK(is_unknown("Cloud Gold Platform"));
  BOTH_CHECK(is_unknown("SAP on Azure"));
  BOTH_CHECK(is_unknown("Bronze Security"));
  BOTH_CHECK(is_unknown("Security competencies"));
}

TEST_CASE("only complete parentheses around ignored words are ignored") {
  BOTH_CHECK(is_unknown("(Security)"));
  BOTH_CHECK(is_unknown("Security ()"));
  BOTH_CHECK(is_unknown("() Security"));
  BOTH_CHECK(is_unknown("Security (Gold"));
  BOTH_CHECK(is_unknown("Security Gold)"));
  BOTH_CHECK(is_unknown("(Gold Security"));
  BOTH_CHECK(is_unknown("Gold) Security"));
  BOTH_CHECK(is_unknown("Security ((Gold))"));
  BOTH_CHECK(is_unknown("((Gold)) Security"));
  BOTH_CHECK(is_unknown("Security [Gold]"));
  BOTH_CHECK(is_unknown("Security (Gold, 2021)"));
  BOTH_CHECK(is_unknown(")("));
}

TEST_CASE("an ampersand is the same as the word and, and as 및") {
  BOTH_CHECK(finds("Windows & Devices", "Windows and Devices"));
  BOTH_CHECK(finds("Windows&Devices", "Windows and Devices"));
  BOTH_CHECK(finds("Adoption & Change Management", "Adoption and Change Management"));
  BOTH_CHECK(finds("Meetings & Meeting Rooms for Microsoft Teams",
                   "Meetings and Meeting Rooms for Microsoft Teams"));
  BOTH_CHECK(finds("협업 & 콘텐츠", "Collaboration and Content"));
  BOTH_CHECK(finds("ID&액세스 관리", "Identity and Access Management"));
  BOTH_CHECK(is_unknown("Windows + Devices"));
  BOTH_CHECK(is_unknown("Windows an Devices"));
  BOTH_CHECK(is_unknown("Windows &"));
  BOTH_CHECK(is_unknown("&"));
}

TEST_CASE("the corrected Korean names are found, and Microsoft's too") {
  BOTH_CHECK(finds("위협 방지", "Threat Protection"));
  BOTH_CHECK(finds("액션 팩", "Microsoft Action Pack"));
  BOTH_CHECK(finds("데브옵스", "DevOps"));
  BOTH_CHECK(finds("중소기업 관리", "Small and Midsize Business Management"));
  BOTH_CHECK(finds("중소 중소기업 관리", "Small and Midsize Business Management"));
}

TEST_CASE("a name that is not in the catalogue is never guessed") {
  BOTH_CHECK(is_unknown(""));
  BOTH_CHECK(is_unknown(" "));
  BOTH_CHECK(is_unknown("-_\t \u00a0"));
  BOTH_CHECK(is_unknown("SMB"));
  BOTH_CHECK(is_unknown("Azure"));
  BOTH_CHECK(is_unknown("Cloud"));
  BOTH_CHECK(is_unknown("Cloud Buisness Applications"));
  BOTH_CHECK(is_unknown("Cloud Business Application"));
  BOTH_CHECK(is_unknown("Cloud Business Applicationss"));
  BOTH_CHECK(is_unknown("Securit"));
  BOTH_CHECK(is_unknown("Securityy"));
  BOTH_CHECK(is_unknown("ecurity"));
  BOTH_CHECK(is_unknown("Security."));
  BOTH_CHECK(is_unknown({"Security\0", 9}));
  BOTH_CHECK(is_unknown("Security\n"));
  BOTH_CHECK(is_unknown("\xa0Security"));    // the second byte of a no-break space
  BOTH_CHECK(is_unknown("Security\xc2"));    // its first byte
  BOTH_CHECK(is_unknown("\u2003Security"));  // an em space
  BOTH_CHECK(is_unknown("\xff\xfe\xfd"));
  BOTH_CHECK(is_unknown("??"));
}

TEST_CASE("a name of any length is safe, one that is too long is unknown") {
  CHECK(is_unknown(std::string(10'000, 'x')));
  CHECK(is_unknown(std::string(10'000, '?')));
  CHECK(is_unknown("Security" + std::string(10'000, 'y')));
  CHECK(is_unknown("Gold" + std::string(10'000, 'y') + "competency"));
  CHECK(is_unknown(std::string(10'000, ' ')));
  CHECK(finds("Security" + std::string(10'000, ' '), "Security"));
  CHECK(finds(std::string(10'000, '-') + "Security", "Security"));
  for (std::size_t size = 200; size < 300; ++size) CHECK(is_unknown(std::string(size, 'x')));
}

TEST_CASE("other_names holds as many names as were given") {
  using mpn::other_names;
  constexpr auto size = [](const other_names& names) { return names.end() - names.begin(); };
  BOTH_CHECK(size({}) == 0);
  BOTH_CHECK(size({"a"}) == 1);
  BOTH_CHECK(size({"a", "b"}) == 2);
  BOTH_CHECK(size({"a", "b", "c"}) == 3);
  BOTH_CHECK(*(other_names{"a", "b", "c"}.begin() + 2) == "c");
}
