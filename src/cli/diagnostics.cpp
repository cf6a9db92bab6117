#include "cli/diagnostics.hpp"

#include <fmt/format.h>

#include "text/utf8.hpp"

namespace mpn::app {

namespace {

constexpr std::uint64_t most_told = 20;

}  // namespace

void diagnostics::say(std::string_view message) {
  last_ = message;
  (void)to_.write(fmt::format("mpn-renewal: {}\n", message));
}

void diagnostics::say(std::string_view file, std::error_code error) {
  say(fmt::format("{}: {}", shown(file), error.message()));
}

void bad_records::add(std::uint64_t line, const bilingual& sentence, language spoken) {
  if (++count_ <= most_told && !quiet_)
    to_.say(fmt::format("{}:{}: {}", shown(file_), line, sentence.in(spoken)));
}

void bad_records::finish() {
  static constexpr phrase<std::string, std::uint64_t> more{"{}: {} more bad records",
                                                           "{}: 잘못된 레코드가 {}개 더 있습니다"};
  static constexpr phrase<std::string> one_more{"{}: 1 more bad record",
                                                "{}: 잘못된 레코드가 1개 더 있습니다"};
  if (count_ <= most_told || quiet_) return;
  const std::uint64_t rest = count_ - most_told;
  to_.say(rest == 1 ? one_more.with(shown(file_)) : more.with(shown(file_), rest));
}

}  // namespace mpn::app
