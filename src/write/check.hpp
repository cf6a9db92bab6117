// --check: one status line and an exit status, as cron and monitoring systems read them.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "cli/options.hpp"
#include "io/streams.hpp"
#include "text/message.hpp"
#include "write/writer.hpp"

namespace mpn::app {

/// The states of monitoring plugins, by their exit statuses.
enum class check_state : std::uint8_t { ok = 0, warning = 1, critical = 2, unknown = 3 };

/// Looks at every offer and tells, at the end, the worst state and the most urgent offers.
class check_writer final : public writer {
 public:
  /// `input_name` is empty for one offer from the arguments, which is told in a sentence.
  check_writer(output& to, const options& asked, std::string_view input_name);

  void begin(const columns*) override {}
  void write(const record& came, const outcome& became) override;
  void end() override;

  /// Notes that the input could not be read to its end.
  void fail(std::string_view why);

  /// CRITICAL before WARNING before UNKNOWN before OK.
  [[nodiscard]] check_state state() const;

 private:
  struct urgent_offer {
    std::uint64_t line;
    anniversary_date anniversary;
    days left;
    phase now;
    const competency* offer;
  };

  void put_one_offer();
  void put_many_offers();
  [[nodiscard]] std::uint64_t count(phase p) const { return counts_[static_cast<std::size_t>(p)]; }

  output& to_;
  language spoken_;
  bool quiet_;
  std::string input_name_;
  std::array<std::uint64_t, 5> counts_{};
  std::uint64_t unknown_{};
  std::string why_unknown_;
  std::vector<urgent_offer> urgent_;  // the most urgent first, and no more of them than are told
};

/// The first line when nothing could be looked at.
void put_unknown(output& to, std::string_view why);

}  // namespace mpn::app
