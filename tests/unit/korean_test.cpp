// What has to be the same in both languages, and how Korean is written.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <system_error>

#include "docs_pages.hpp"
#include "text/system_errors.hpp"
#include "text/utf8.hpp"
#include "text/wrap.hpp"

namespace mpn::test {

namespace {

namespace fs = std::filesystem;

// The headings of a man page: the macro, and the place of the line among all headings.
std::vector<std::string_view> levels_of_headings(const strings& lines) {
  std::vector<std::string_view> levels;
  for (const std::string_view line : lines)
    if (line.starts_with(".SH") || line.starts_with(".SS")) levels.push_back(line.substr(0, 3));
  return levels;
}

// The entries of all lists of a man page, its options and keywords by their names.
strings terms_of(const strings& lines) {
  strings found;
  for (std::size_t i = 1; i < lines.size(); ++i)
    if (lines[i - 1] == ".TP") found.push_back(lines[i]);
  return found;
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return '\0' < c; });
}

std::string read_file(const fs::path& path) {
  std::ifstream file{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{file}, {}};
}

}  // namespace

TEST_CASE("both man pages have the same headings, options, keywords and examples") {
  const strings english = split(man_page("en"), "\n");
  const strings korean = split(man_page("ko"), "\n");
  CHECK(levels_of_headings(english) == levels_of_headings(korean));
  const strings english_terms = terms_of(english);
  const strings korean_terms = terms_of(korean);
  REQUIRE(english_terms.size() == korean_terms.size());
  for (std::size_t i = 0; i < english_terms.size(); ++i) {
    const bool is_literal = is_ascii(korean_terms[i]);
    CAPTURE(english_terms[i], korean_terms[i]);
    CHECK((is_literal ? english_terms[i] == korean_terms[i] : !english_terms[i].starts_with('-')));
  }
  CHECK(lines_with(man_page("en"), "$ ") == lines_with(man_page("ko"), "$ "));
}

TEST_CASE("both man pages have the same date forms and field names") {
  const auto english_dates = definitions(".SS Dates", ".SS Fields", "en");
  const auto korean_dates = definitions(".SS 날짜", ".SS 필드", "ko");
  REQUIRE(english_dates.size() == korean_dates.size());
  for (std::size_t i = 0; i < english_dates.size(); ++i)
    CHECK(english_dates[i].lines == korean_dates[i].lines);
  const auto english_fields = definitions(".SS Fields", ".SS Competencies", "en");
  const auto korean_fields = definitions(".SS 필드", ".SS 역량", "ko");
  REQUIRE(english_fields.size() == korean_fields.size());
  for (std::size_t i = 0; i + 1 < english_fields.size(); ++i)
    CHECK(english_fields[i].lines == korean_fields[i].lines);
}

TEST_CASE("what is installed does not depend on the locale, only on --lang") {
  app::environment korean = test_environment();
  korean.locale = "ko_KR.UTF-8";
  for (const strings& arguments :
       {strings{"--list"}, strings{"--generate", "man"}, strings{"--schema"}}) {
    CAPTURE(arguments);
    CHECK(run(arguments, "", korean).out == page(arguments));
  }
  CHECK(page({"--list", "--lang", "ko"}).starts_with("애플리케이션 개발\n"));
}

TEST_CASE("help fits two screens of 80 by 24 in both languages") {
  for (const std::string language : {"en", "ko"}) {
    const strings lines = split(page({"--help", "--lang", language}), "\n");
    CHECK(lines.size() - 1 <= 47);
    for (const std::string& line : lines) {
      CAPTURE(line);
      CHECK(app::display_width(line) <= app::page_width);
    }
  }
}

TEST_CASE("no Korean text leaves the choice of a particle to the reader") {
  std::size_t files = 0;
  for (const char* const folder : {MPN_PROJECT "/src", MPN_PROJECT "/.github"})
    for (const auto& entry : fs::recursive_directory_iterator{folder}) {
      if (!entry.is_regular_file()) continue;
      const std::string text = read_file(entry.path());
      ++files;
      for (const std::string_view particle : {"은(는)", "는(은)", "을(를)", "를(을)", "이(가)",
                                              "가(이)", "와(과)", "과(와)", "(으)로", "(이)"}) {
        CAPTURE(entry.path().string(), particle);
        CHECK(text.find(particle) == std::string::npos);
      }
    }
  CHECK(files > 50);
}

TEST_CASE("errors of files and disks are reported in both languages") {
  const auto text = [](std::errc error, app::language lang) {
    return app::system_error_text(std::make_error_code(error), lang);
  };
  using enum std::errc;
  for (const std::errc error :
       {no_such_file_or_directory, permission_denied, operation_not_permitted, is_a_directory,
        not_a_directory, read_only_file_system, no_space_on_device, file_too_large,
        filename_too_long, too_many_symbolic_link_levels, too_many_files_open,
        device_or_resource_busy, bad_file_descriptor, io_error, not_enough_memory}) {
    const std::string english = std::make_error_code(error).message();
    CAPTURE(english);
    CHECK(text(error, app::language::english) == english);
    CHECK(text(error, app::language::korean).ends_with("니다"));
  }
  CHECK(text(no_space_on_device, app::language::korean) == "디스크 공간이 부족합니다");
  CHECK(text(connection_refused, app::language::korean) ==
        text(connection_refused, app::language::english));
}

}  // namespace mpn::test
