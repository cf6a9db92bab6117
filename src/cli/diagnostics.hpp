// What is said on standard error.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "io/streams.hpp"
#include "text/message.hpp"

namespace mpn::app {

class diagnostics {
 public:
  diagnostics(sink& to, language spoken) : to_{to}, spoken_{spoken} {}

  /// Says `message` under the program's name. There is nowhere to complain about standard error
  /// itself.
  void say(std::string_view message);
  void say(const bilingual& message) { say(message.in(spoken_)); }

  /// Says what is wrong with `file`, in the words of the operating system.
  void say(std::string_view file, std::error_code error);

  /// What was said last.
  [[nodiscard]] const std::string& last() const { return last_; }

 private:
  sink& to_;
  language spoken_;
  std::string last_;
};

/// The bad records of one input: the first twenty are told one by one, the others counted.
class bad_records {
 public:
  bad_records(diagnostics& to, std::string_view file, bool quiet)
      : to_{to}, file_{file}, quiet_{quiet} {}

  void add(std::uint64_t line, const bilingual& sentence, language spoken);
  void finish();
  [[nodiscard]] std::uint64_t count() const { return count_; }

 private:
  diagnostics& to_;
  std::string file_;
  bool quiet_;
  std::uint64_t count_{};
};

}  // namespace mpn::app
