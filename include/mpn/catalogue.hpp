// The names: 18 competencies, 16 advanced specializations and the Action Pack, as published from
// February to May 2021, and how a name that somebody typed finds its entry.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "mpn/folded_name.hpp"

namespace mpn {

/// What an offer is, which is all that the extension asks about it (R6).
enum class competency_kind : std::uint8_t { competency, advanced_specialization, action_pack };

/// Up to three further names of one entry.
class other_names {
 public:
  constexpr other_names(std::string_view a = {}, std::string_view b = {},
                        std::string_view c = {}) noexcept
      : names_{a, b, c}, size_{c.empty() ? (b.empty() ? (a.empty() ? 0U : 1U) : 2U) : 3U} {}
  [[nodiscard]] constexpr const std::string_view* begin() const noexcept { return names_; }
  [[nodiscard]] constexpr const std::string_view* end() const noexcept { return names_ + size_; }

 private:
  std::string_view names_[3];
  std::size_t size_;
};

/// One entry of the catalogue. Every competency exists at silver and gold; the rules do not depend
/// on it.
struct competency {
  std::string_view id;
  competency_kind kind;
  std::string_view name;  ///< the canonical English name
  std::string_view area;  ///< empty for the Action Pack
  other_names korean;     ///< Microsoft's Korean names, the usual one first
  other_names aliases;    ///< other English names seen in Microsoft's pages
};

/// The whole catalogue, competencies first. "SMB" is no alias: it means three different things
/// there.
inline constexpr auto catalogue = std::to_array<competency>({
    // clang-format off
    {"application-development", competency_kind::competency, "Application Development", "Applications and Infrastructure", {"애플리케이션 개발", "응용 프로그램 개발"}, {"AppDev"}},
    {"app-integration", competency_kind::competency, "App Integration", "Applications and Infrastructure", {"앱 통합", "응용 프로그램 통합"}, {"Application Integration"}},
    {"cloud-platform", competency_kind::competency, "Cloud Platform", "Applications and Infrastructure", {"클라우드 플랫폼"}, {}},
    {"devops", competency_kind::competency, "DevOps", "Applications and Infrastructure", {"DevOps"}, {}},
    {"datacenter", competency_kind::competency, "Datacenter", "Applications and Infrastructure", {"데이터 센터"}, {"Data Center"}},
    {"cloud-business-applications", competency_kind::competency, "Cloud Business Applications", "Business Applications", {"클라우드 비즈니스 애플리케이션", "클라우드 비즈니스 응용 프로그램"}, {"CBA"}},
    {"enterprise-resource-planning", competency_kind::competency, "Enterprise Resource Planning", "Business Applications", {"ERP(엔터프라이즈 리소스 계획)", "엔터프라이즈 리소스 계획"}, {"ERP"}},
    {"project-and-portfolio", competency_kind::competency, "Project and Portfolio", "Business Applications", {"프로젝트 및 포트폴리오", "프로젝트 및 포트폴리오 관리"}, {"Project and Portfolio Management", "PPM", "Project Portfolio Management"}},
    {"data-analytics", competency_kind::competency, "Data Analytics", "Data and AI", {"데이터 분석"}, {}},
    {"data-platform", competency_kind::competency, "Data Platform", "Data and AI", {"데이터 플랫폼"}, {}},
    {"collaboration-and-content", competency_kind::competency, "Collaboration and Content", "Modern Workplace and Security", {"협업 및 콘텐츠"}, {}},
    {"communications", competency_kind::competency, "Communications", "Modern Workplace and Security", {"통신"}, {}},
    {"cloud-productivity", competency_kind::competency, "Cloud Productivity", "Modern Workplace and Security", {"클라우드 생산성"}, {}},
    {"enterprise-mobility-management", competency_kind::competency, "Enterprise Mobility Management", "Modern Workplace and Security", {"EMM(엔터프라이즈 이동성 관리)", "Enterprise Mobility 관리", "엔터프라이즈 이동성 관리"}, {"EMM"}},
    {"messaging", competency_kind::competency, "Messaging", "Modern Workplace and Security", {"메시징", "메시지"}, {}},
    {"security", competency_kind::competency, "Security", "Modern Workplace and Security", {"보안"}, {}},
    {"small-and-midmarket-cloud-solutions", competency_kind::competency, "Small and Midmarket Cloud Solutions", "Modern Workplace and Security", {"영세 및 중견 기업 클라우드 솔루션", "중소기업 클라우드 솔루션"}, {"SMCS", "Small and Mid-market Cloud Solutions"}},
    {"windows-and-devices", competency_kind::competency, "Windows and Devices", "Modern Workplace and Security", {"Windows 및 디바이스", "Windows 및 장치"}, {}},
    {"analytics-on-microsoft-azure", competency_kind::advanced_specialization, "Analytics on Microsoft Azure", "Azure", {"Microsoft Azure 분석", "Microsoft Azure에 대 한 분석"}, {}},
    {"data-warehouse-migration-to-microsoft-azure", competency_kind::advanced_specialization, "Data Warehouse Migration to Microsoft Azure", "Azure", {"Microsoft Azure로 데이터 웨어하우스 마이그레이션"}, {}},
    {"kubernetes-on-microsoft-azure", competency_kind::advanced_specialization, "Kubernetes on Microsoft Azure", "Azure", {"Microsoft Azure의 Kubernetes"}, {}},
    {"linux-and-open-source-databases-migration-to-microsoft-azure", competency_kind::advanced_specialization, "Linux and Open Source Databases Migration to Microsoft Azure", "Azure", {"Linux 및 오픈 소스 데이터베이스를 Microsoft Azure 마이그레이션", "Microsoft Azure로의 Linux 및 오픈 소스 데이터베이스 마이그레이션"}, {}},
    {"microsoft-windows-virtual-desktop", competency_kind::advanced_specialization, "Microsoft Windows Virtual Desktop", "Azure", {"Microsoft Windows Virtual Desktop"}, {}},
    {"modernization-of-web-applications-to-microsoft-azure", competency_kind::advanced_specialization, "Modernization of Web Applications to Microsoft Azure", "Azure", {"웹 애플리케이션을 Microsoft Azure로 현대화"}, {}},
    {"sap-on-microsoft-azure", competency_kind::advanced_specialization, "SAP on Microsoft Azure", "Azure", {"Microsoft Azure의 SAP"}, {}},
    {"windows-server-and-sql-server-migration-to-microsoft-azure", competency_kind::advanced_specialization, "Windows Server and SQL Server Migration to Microsoft Azure", "Azure", {"Microsoft Azure로 Windows Server 및 SQL Server 마이그레이션"}, {}},
    {"low-code-application-development", competency_kind::advanced_specialization, "Low Code Application Development", "Business Applications", {"낮은 코드 애플리케이션 개발", "낮은 코드 응용 프로그램 개발"}, {}},
    {"small-and-midsize-business-management", competency_kind::advanced_specialization, "Small and Midsize Business Management", "Business Applications", {"중소 중소기업 관리"}, {}},
    {"adoption-and-change-management", competency_kind::advanced_specialization, "Adoption and Change Management", "Modern Work", {"채택 및 변경 관리"}, {}},
    {"calling-for-microsoft-teams", competency_kind::advanced_specialization, "Calling for Microsoft Teams", "Modern Work", {"Microsoft Teams 통화"}, {}},
    {"meetings-and-meeting-rooms-for-microsoft-teams", competency_kind::advanced_specialization, "Meetings and Meeting Rooms for Microsoft Teams", "Modern Work", {"Microsoft Teams용 모임 및 회의실"}, {}},
    {"teamwork-deployment", competency_kind::advanced_specialization, "Teamwork Deployment", "Modern Work", {"팀워크 구축"}, {}},
    {"identity-and-access-management", competency_kind::advanced_specialization, "Identity and Access Management", "Security", {"ID 및 액세스 관리"}, {}},
    {"threat-protection", competency_kind::advanced_specialization, "Threat Protection", "Security", {"Threat Protection"}, {}},
    {"microsoft-action-pack", competency_kind::action_pack, "Microsoft Action Pack", "", {}, {"MAPS", "Action Pack"}},
    // clang-format on
});

namespace detail {

/// Calls `visit(text, entry)` for every way in which the catalogue writes a name.
template <class Visitor>
constexpr void for_each_name(Visitor visit) {
  for (const competency& entry : catalogue) {
    visit(entry.id, entry);
    visit(entry.name, entry);
    for (const std::string_view name : entry.korean) visit(name, entry);
    for (const std::string_view name : entry.aliases) visit(name, entry);
  }
}

/// All the names, folded and as they are usually written, in an open-addressing hash table that is
/// built at compile time and has no two entries under one name.
class name_index {
 public:
  consteval name_index() {
    for_each_name([this](std::string_view name, const competency& entry) {
      add(folded_name{name}.view(), entry);
    });
    for (const competency& entry : catalogue) add(entry.name, entry);
  }

  [[nodiscard]] constexpr const competency* find(std::string_view folded) const noexcept {
    for (std::size_t at = slot_of(folded); slots_[at].entry != nullptr;
         at = (at + 1) % slots_.size())
      if (slots_[at].key() == folded) return slots_[at].entry;
    return nullptr;
  }

 private:
  struct slot {
    const competency* entry{};
    std::uint8_t size{};
    std::array<char, 79> bytes{};
    [[nodiscard]] constexpr std::string_view key() const noexcept { return {bytes.data(), size}; }
  };

  constexpr void add(std::string_view key, const competency& entry) {
    std::size_t at = slot_of(key);
    while (slots_[at].entry != nullptr && slots_[at].key() != key) at = (at + 1) % slots_.size();
    if (slots_[at].entry != nullptr && slots_[at].entry != &entry) throw "two entries share a name";
    slots_[at].entry = &entry;
    slots_[at].size = static_cast<std::uint8_t>(key.size());
    for (std::size_t i = 0; i < key.size(); ++i) slots_[at].bytes[i] = key[i];
  }

  // The length and three of its bytes tell nearly all names apart.
  [[nodiscard]] static constexpr std::size_t slot_of(std::string_view folded) noexcept {
    if (folded.empty()) return 0;
    const auto byte = [&](std::size_t i) {
      return static_cast<std::size_t>(static_cast<unsigned char>(folded[i]));
    };
    return (folded.size() * 3 + byte(0) * 5 + byte(folded.size() / 2) * 11 +
            byte(folded.size() - 1) * 21) %
           256;
  }

  std::array<slot, 256> slots_{};
};

inline constexpr name_index names{};

/// Folded text without a leading Gold or Silver and a trailing "competency", which carry no
/// meaning.
[[nodiscard]] constexpr std::string_view without_level(std::string_view folded) noexcept {
  for (const std::string_view level : {"gold", "silver", "골드", "실버"})
    if (folded.starts_with(level)) {
      folded.remove_prefix(level.size());
      break;
    }
  for (const std::string_view noun : {"competency", "역량"})
    if (folded.ends_with(noun)) {
      folded.remove_suffix(noun.size());
      break;
    }
  return folded;
}

}  // namespace detail

/// The entry that `name` means: an English or Korean name, an id or an alias, whatever its case,
/// blanks, hyphens and underscores, with or without Gold or Silver (골드, 실버) before it and
/// "competency" (역량) behind it. nullptr when there is none: a name is never guessed, or a typo in
/// the one excluded competency would come out as eligible.
[[nodiscard]] constexpr const competency* find_competency(std::string_view name) noexcept {
  if (const competency* entry = detail::names.find(name)) return entry;
  const folded_name folded{name};
  if (const competency* entry = detail::names.find(folded.view())) return entry;
  return detail::names.find(detail::without_level(folded.view()));
}

static_assert(find_competency("cloud platform")->name == "Cloud Platform");
static_assert(find_competency("Gold DATA-CENTER competency")->name == "Datacenter");
static_assert(find_competency("실버 보안 역량")->name == "Security");
static_assert(find_competency("SMB") == nullptr && find_competency("") == nullptr &&
              find_competency("Gold") == nullptr);

}  // namespace mpn
