// The catalogue: 18 competencies, 16 advanced specializations and the Action Pack, as Microsoft
// published them between February and May 2021.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace mpn {

/// The kinds of offer that the rules distinguish.
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
/// on it. An entry is recognized by its address, so it cannot be copied.
struct competency {
  std::string_view id;
  competency_kind kind;
  std::string_view name;  ///< the canonical English name
  std::string_view area;  ///< empty for the Action Pack
  other_names korean;     ///< the usual Korean name first, then Microsoft's others
  other_names aliases;    ///< other English names that Microsoft's pages use

  constexpr competency(std::string_view id_, competency_kind kind_, std::string_view name_,
                       std::string_view area_, other_names korean_, other_names aliases_) noexcept
      : id{id_}, kind{kind_}, name{name_}, area{area_}, korean{korean_}, aliases{aliases_} {}
  competency(const competency&) = delete;
  competency& operator=(const competency&) = delete;
};

/// The whole catalogue, competencies first. "SMB" is not an alias: Microsoft's pages use it for
/// three different things.
inline constexpr auto catalogue = []() -> std::array<competency, 18 + 16 + 1> {
  using enum competency_kind;
  return {{
      // clang-format off
        {"application-development", competency, "Application Development",
         "Applications and Infrastructure", {"애플리케이션 개발", "응용 프로그램 개발"},
         {"AppDev"}},
        {"app-integration", competency, "App Integration", "Applications and Infrastructure",
         {"앱 통합", "응용 프로그램 통합"}, {"Application Integration"}},
        {"cloud-platform", competency, "Cloud Platform", "Applications and Infrastructure",
         {"클라우드 플랫폼"}, {}},
        {"devops", competency, "DevOps", "Applications and Infrastructure", {"DevOps", "데브옵스"},
         {}},
        {"datacenter", competency, "Datacenter", "Applications and Infrastructure", {"데이터 센터"},
         {"Data Center"}},
        {"cloud-business-applications", competency, "Cloud Business Applications",
         "Business Applications", {"클라우드 비즈니스 애플리케이션",
         "클라우드 비즈니스 응용 프로그램"}, {"CBA"}},
        {"enterprise-resource-planning", competency, "Enterprise Resource Planning",
         "Business Applications", {"ERP(엔터프라이즈 리소스 계획)", "엔터프라이즈 리소스 계획"},
         {"ERP"}},
        {"project-and-portfolio", competency, "Project and Portfolio", "Business Applications",
         {"프로젝트 및 포트폴리오", "프로젝트 및 포트폴리오 관리"},
         {"Project and Portfolio Management", "PPM", "Project Portfolio Management"}},
        {"data-analytics", competency, "Data Analytics", "Data and AI", {"데이터 분석"}, {}},
        {"data-platform", competency, "Data Platform", "Data and AI", {"데이터 플랫폼"}, {}},
        {"collaboration-and-content", competency, "Collaboration and Content",
         "Modern Workplace and Security", {"협업 및 콘텐츠"}, {}},
        {"communications", competency, "Communications", "Modern Workplace and Security", {"통신"},
         {}},
        {"cloud-productivity", competency, "Cloud Productivity", "Modern Workplace and Security",
         {"클라우드 생산성"}, {}},
        {"enterprise-mobility-management", competency, "Enterprise Mobility Management",
         "Modern Workplace and Security", {"EMM(엔터프라이즈 이동성 관리)",
         "Enterprise Mobility 관리", "엔터프라이즈 이동성 관리"}, {"EMM"}},
        {"messaging", competency, "Messaging", "Modern Workplace and Security",
         {"메시징", "메시지"}, {}},
        {"security", competency, "Security", "Modern Workplace and Security", {"보안"}, {}},
        {"small-and-midmarket-cloud-solutions", competency, "Small and Midmarket Cloud Solutions",
         "Modern Workplace and Security", {"중소·중견기업 클라우드 솔루션",
         "중소기업 클라우드 솔루션", "영세 및 중견 기업 클라우드 솔루션"},
         {"SMCS", "Small and Mid-market Cloud Solutions"}},
        {"windows-and-devices", competency, "Windows and Devices", "Modern Workplace and Security",
         {"Windows 및 디바이스", "Windows 및 장치"}, {}},
        {"analytics-on-microsoft-azure", advanced_specialization, "Analytics on Microsoft Azure",
         "Azure", {"Microsoft Azure 분석", "Microsoft Azure에 대 한 분석"}, {}},
        {"data-warehouse-migration-to-microsoft-azure", advanced_specialization,
         "Data Warehouse Migration to Microsoft Azure", "Azure",
         {"Microsoft Azure로 데이터 웨어하우스 마이그레이션"}, {}},
        {"kubernetes-on-microsoft-azure", advanced_specialization, "Kubernetes on Microsoft Azure",
         "Azure", {"Microsoft Azure의 Kubernetes"}, {}},
        {"linux-and-open-source-databases-migration-to-microsoft-azure", advanced_specialization,
         "Linux and Open Source Databases Migration to Microsoft Azure", "Azure",
         {"Linux 및 오픈 소스 데이터베이스의 Microsoft Azure 마이그레이션",
         "Linux 및 오픈 소스 데이터베이스를 Microsoft Azure 마이그레이션",
         "Microsoft Azure로의 Linux 및 오픈 소스 데이터베이스 마이그레이션"}, {}},
        {"microsoft-windows-virtual-desktop", advanced_specialization,
         "Microsoft Windows Virtual Desktop", "Azure", {"Microsoft Windows Virtual Desktop"}, {}},
        {"modernization-of-web-applications-to-microsoft-azure", advanced_specialization,
         "Modernization of Web Applications to Microsoft Azure", "Azure",
         {"웹 애플리케이션을 Microsoft Azure로 현대화"}, {}},
        {"sap-on-microsoft-azure", advanced_specialization, "SAP on Microsoft Azure", "Azure",
         {"Microsoft Azure의 SAP"}, {}},
        {"windows-server-and-sql-server-migration-to-microsoft-azure", advanced_specialization,
         "Windows Server and SQL Server Migration to Microsoft Azure", "Azure",
         {"Microsoft Azure로 Windows Server 및 SQL Server 마이그레이션"}, {}},
        {"low-code-application-development", advanced_specialization,
         "Low Code Application Development", "Business Applications",
         {"낮은 코드 애플리케이션 개발", "낮은 코드 응용 프로그램 개발"}, {}},
        {"small-and-midsize-business-management", advanced_specialization,
         "Small and Midsize Business Management", "Business Applications",
         {"중소기업 관리", "중소 중소기업 관리"}, {}},
        {"adoption-and-change-management", advanced_specialization,
         "Adoption and Change Management", "Modern Work", {"채택 및 변경 관리"}, {}},
        {"calling-for-microsoft-teams", advanced_specialization, "Calling for Microsoft Teams",
         "Modern Work", {"Microsoft Teams용 통화", "Microsoft Teams 통화"}, {}},
        {"meetings-and-meeting-rooms-for-microsoft-teams", advanced_specialization,
         "Meetings and Meeting Rooms for Microsoft Teams", "Modern Work",
         {"Microsoft Teams용 모임 및 회의실"}, {}},
        {"teamwork-deployment", advanced_specialization, "Teamwork Deployment", "Modern Work",
         {"팀워크 구축"}, {}},
        {"identity-and-access-management", advanced_specialization,
         "Identity and Access Management", "Security", {"ID 및 액세스 관리"}, {}},
        {"threat-protection", advanced_specialization, "Threat Protection", "Security",
         {"위협 방지", "Threat Protection"}, {}},
        {"microsoft-action-pack", action_pack, "Microsoft Action Pack", "",
         {"Microsoft Action Pack", "액션 팩"}, {"MAPS", "Action Pack"}},
      // clang-format on
  }};
}();

/// Calls `visit(name, entry)` for every id, name and alias in the catalogue.
template <class Visitor>
constexpr void for_each_name(Visitor visit) {
  for (const competency& entry : catalogue) {
    visit(entry.id, entry);
    visit(entry.name, entry);
    for (const std::string_view name : entry.korean) visit(name, entry);
    for (const std::string_view name : entry.aliases) visit(name, entry);
  }
}

}  // namespace mpn
