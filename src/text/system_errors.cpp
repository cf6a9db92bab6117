#include "text/system_errors.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace mpn::app {

namespace {

struct korean_error {
  std::errc error;
  std::string_view text;
};

constexpr auto korean_errors = std::to_array<korean_error>({
    {std::errc::no_such_file_or_directory, "파일이나 폴더가 없습니다"},
    {std::errc::permission_denied, "권한이 없습니다"},
    {std::errc::operation_not_permitted, "허용되지 않는 작업입니다"},
    {std::errc::is_a_directory, "파일이 아니라 폴더입니다"},
    {std::errc::not_a_directory, "경로의 일부가 폴더가 아닙니다"},
    {std::errc::read_only_file_system, "읽기 전용 파일 시스템입니다"},
    {std::errc::no_space_on_device, "디스크 공간이 부족합니다"},
    {std::errc::file_too_large, "파일이 너무 큽니다"},
    {std::errc::filename_too_long, "파일 이름이 너무 깁니다"},
    {std::errc::too_many_symbolic_link_levels, "심볼릭 링크가 너무 많이 이어집니다"},
    {std::errc::too_many_files_open, "열린 파일이 너무 많습니다"},
    {std::errc::device_or_resource_busy, "다른 프로그램이 사용 중입니다"},
    {std::errc::bad_file_descriptor, "열려 있지 않은 파일입니다"},
    {std::errc::io_error, "입출력 오류가 발생했습니다"},
    {std::errc::not_enough_memory, "메모리가 부족합니다"},
});

}  // namespace

std::string system_error_text(std::error_code error, language lang) {
  const auto* const found =
      std::find_if(korean_errors.begin(), korean_errors.end(),
                   [&](const korean_error& each) { return error == each.error; });
  if (lang == language::english || found == korean_errors.end()) return error.message();
  return std::string{found->text};
}

}  // namespace mpn::app
