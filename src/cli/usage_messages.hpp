// What is wrong with the arguments, in every language.
#pragma once

#include "text/limits.hpp"
#include "text/message.hpp"

namespace mpn::app::usage {

inline constexpr message<std::string> unknown_option{
    "unknown option '{}'; --help lists them",
    "알 수 없는 옵션입니다: '{}'. --help로 옵션 목록을 볼 수 있습니다"};
inline constexpr message<std::string, std::string> nearest_option{
    "unknown option '{}'; did you mean '{}'?",
    "알 수 없는 옵션입니다: '{}'. '{}' 옵션을 찾으십니까?"};
inline constexpr message<std::string, std::string> missing_value{
    "{0} needs a value: {0} {1}", "{0} 옵션에는 값이 필요합니다: {0} {1}"};
inline constexpr message<std::string> unexpected_value{"{} takes no value",
                                                       "{} 옵션에는 값을 지정할 수 없습니다"};
inline constexpr message<std::string> given_twice{"{} can be given only once",
                                                  "{} 옵션은 한 번만 쓸 수 있습니다"};
inline constexpr message<std::string, std::string, std::string> invalid_choice{
    "invalid value '{}' for {}; choose from {}",
    "{1} 옵션에 쓸 수 없는 값입니다: '{0}'. 다음 중에서 고르십시오: {2}"};
inline constexpr message<std::string, std::string> contradiction{
    "{} and {} cannot be used together", "{} 옵션과 {} 옵션은 함께 쓸 수 없습니다"};
inline constexpr message<std::string> input_with_date{"-i and DATE '{}' cannot be used together",
                                                      "-i 옵션과 DATE '{}'는 함께 쓸 수 없습니다"};
static_assert(limits::term == 9999);
inline constexpr message<std::string> invalid_term{
    "invalid value '{}' for -t; give a number from 1 to 9999, or current",
    "-t 옵션에 쓸 수 없는 값입니다: '{}'. 1부터 9999까지의 수 또는 current를 지정하십시오"};
inline constexpr words current_needs_day{
    "-t current needs an as-of day; add --as-of today or --as-of DATE",
    "-t current에는 기준일이 필요합니다. --as-of today 또는 --as-of DATE를 추가하십시오"};
inline constexpr words only_needs_day{
    "--only needs an as-of day; add --as-of today or --as-of DATE",
    "--only에는 기준일이 필요합니다. --as-of today 또는 --as-of DATE를 추가하십시오"};
inline constexpr words check_with_current{
    "--check and -t current cannot be used together: give the current anniversary with -a, or a "
    "column of anniversaries; -t current assumes that every renewal was made",
    "--check 옵션과 -t current 옵션은 함께 쓸 수 없습니다. 현재 갱신일을 -a로 지정하거나 갱신일이 "
    "들어 있는 열을 사용하십시오. -t current는 지금까지 모두 갱신했다고 가정합니다"};
inline constexpr words nothing_given{"give a DATE, or a file with -i",
                                     "DATE를 입력하거나 -i로 파일을 지정하십시오"};
inline constexpr message<std::string> blank_name{"{} needs a name that is not blank",
                                                 "{} 옵션에는 비어 있지 않은 이름을 지정하십시오"};

inline constexpr message<std::string, std::string> renewal_field{
    "{} cannot name '{}': the renewal columns are the output of this program",
    "{} 옵션에 '{}' 이름은 쓸 수 없습니다. renewal 열은 이 프로그램의 출력입니다"};

}  // namespace mpn::app::usage
