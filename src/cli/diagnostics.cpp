#include "cli/diagnostics.hpp"

#include "text/limits.hpp"
#include "text/system_errors.hpp"
#include "text/utf8.hpp"

namespace mpn::app {

void diagnostics::report(std::string_view message) {
  last_ = message;
  (void)to_.write(fmt::format("mpn-renewal: {}\n", message));
}

void diagnostics::report(std::string_view file, std::error_code error) {
  report(fmt::format("{}: {}", escaped(file), system_error_text(error, lang_)));
}

void diagnostics::report(std::string_view file, const input_error& error) {
  report(fmt::format("{}: {}", escaped(file), sentence(error, lang_)));
}

void diagnostics::report(std::string_view file, const input_note& note) {
  report(fmt::format("{}: {}", escaped(file), sentence(note, lang_)));
}

bad_records::bad_records(diagnostics& to, std::string_view file, bad_record_detail detail)
    : to_{to},
      file_{file},
      silent_{detail == bad_record_detail::nothing},
      reported_{detail == bad_record_detail::first_ones ? limits::reported : 0} {}

void bad_records::add(std::uint64_t line, const record_error& error) {
  if (++count_ > reported_ || silent_) return;
  to_.report(fmt::format("{}:{}: {}", escaped(file_), line, sentence(error, to_.lang())));
}

void bad_records::finish() {
  static constexpr message<std::string, std::uint64_t> all{"{}: {} bad records",
                                                           "{}: 잘못된 레코드 {}개"};
  static constexpr message<std::string> one{"{}: 1 bad record", "{}: 잘못된 레코드 1개"};
  static constexpr message<std::string, std::uint64_t> more{"{}: {} more bad records",
                                                            "{}: 잘못된 레코드 외 {}개"};
  static constexpr message<std::string> one_more{"{}: 1 more bad record",
                                                 "{}: 잘못된 레코드 외 1개"};
  if (count_ <= reported_ || silent_) return;
  const std::uint64_t rest = count_ - reported_;
  const std::string file = escaped(file_);
  const bool is_first = reported_ == 0;
  if (rest == 1)
    to_.report((is_first ? one : one_more).in(to_.lang(), file));
  else
    to_.report((is_first ? all : more).in(to_.lang(), file, rest));
}

}  // namespace mpn::app
