// --check: one status line and an exit status, as cron and monitoring systems read them.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "record/urgency.hpp"
#include "write/rules_ended_sentences.hpp"
#include "write/writers.hpp"

namespace mpn::app {

/// The states of monitoring plugins; the values are their exit statuses.
enum class check_state : std::uint8_t { ok = 0, warning = 1, critical = 2, unknown = 3 };

/// Examines every offer and reports the worst state and the most urgent offers at the end.
class check_writer final : public writer {
 public:
  /// `input_name` is empty for one offer from the arguments. With `quiet`, nothing is written when
  /// all is OK.
  check_writer(output_buffer& to, language lang, bool quiet, std::string_view input_name);

  void begin(const table_header*) override {}
  void write(const record& record, const evaluation_result& result) override;
  void end() override {}

  /// Writes the status line and the lines below it, after the last record.
  void put_status();

  /// Notes that the input could not be read to its end.
  void fail(std::string_view why);

  /// The worst state: CRITICAL before WARNING before UNKNOWN before OK.
  [[nodiscard]] check_state state() const;

 private:
  struct due_offer {
    urgency order;
    std::uint64_t line;
    evaluation done;
    std::string label;
  };

  void note(const record& record, const evaluation& done);
  void put_one_offer();
  void put_many_offers();
  [[nodiscard]] std::string rules_ended() const;
  [[nodiscard]] std::string place(std::uint64_t line) const;
  [[nodiscard]] std::string next_due() const;
  [[nodiscard]] std::uint64_t count(phase p) const { return counts_[static_cast<std::size_t>(p)]; }

  output_buffer& to_;
  language lang_;
  bool quiet_;
  std::string input_name_;
  std::array<std::uint64_t, 5> counts_{};
  std::uint64_t unknown_{};
  std::vector<due_offer> due_;        // the most urgent ones that are reported, in order
  std::vector<due_offer> lapsed_;     // likewise
  std::vector<std::string> reasons_;  // of the first bad records
  rules_ended_sentences rules_ended_;
};

/// The status line when nothing could be examined.
void put_unknown(output_buffer& to, std::string_view why);

}  // namespace mpn::app
