// Messages on standard error.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <system_error>

#include "io/streams.hpp"
#include "record/errors.hpp"
#include "record/notes.hpp"
#include "text/message.hpp"

namespace mpn::app {

/// Writes messages, each after the program's name. A failure of standard error itself is ignored.
class diagnostics {
 public:
  diagnostics(sink& to, language lang) : to_{to}, lang_{lang} {}

  void report(std::string_view message);
  /// Reports an error of the operating system about `file`.
  void report(std::string_view file, std::error_code error);
  void report(std::string_view file, const input_error& error);
  void report(std::string_view file, const input_note& note);

  /// The message reported last.
  [[nodiscard]] const std::string& last() const { return last_; }
  [[nodiscard]] language lang() const { return lang_; }

 private:
  sink& to_;
  language lang_;
  std::string last_;
};

/// Which bad records are reported one by one; the others are reported as a count.
enum class bad_record_detail : std::uint8_t { first_ones, count_only, nothing };

/// The bad records of one input.
class bad_records {
 public:
  bad_records(diagnostics& to, std::string_view file, bad_record_detail detail);

  void add(std::uint64_t line, const record_error& error);
  void finish();
  [[nodiscard]] std::uint64_t count() const { return count_; }

 private:
  diagnostics& to_;
  std::string_view file_;
  bool silent_;
  std::uint64_t reported_;  // the limit
  std::uint64_t count_{};
};

}  // namespace mpn::app
