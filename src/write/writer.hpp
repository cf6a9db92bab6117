// Writers: one record in, one record out, with what became of it.
#pragma once

#include <memory>

#include "cli/options.hpp"
#include "io/streams.hpp"
#include "record/evaluate.hpp"
#include "record/record.hpp"

namespace mpn::app {

class writer {
 public:
  writer() = default;
  writer(const writer&) = delete;
  writer& operator=(const writer&) = delete;
  virtual ~writer() = default;

  /// Before the first record; `header` is what its rows stand under, nullptr when they are JSON.
  virtual void begin(const columns* header) = 0;
  virtual void write(const record& came, const outcome& became) = 0;
  virtual void end() = 0;
};

/// The names of things in every machine format.
[[nodiscard]] std::string_view name_of(phase p);
[[nodiscard]] std::string_view name_of(extension_status status);
[[nodiscard]] std::string_view name_of(extension_reason reason);

/// JSON: a line a record, one array, or the one record alone.
enum class json_layout : std::uint8_t { lines, array, single };

std::unique_ptr<writer> make_json_writer(output& to, json_layout layout);
std::unique_ptr<writer> make_csv_writer(output& to, const options& asked);
/// An iCalendar file (RFC 5545), or nothing when there is no offer.
std::unique_ptr<writer> make_ics_writer(output& to, const options& asked);
/// One aligned line an offer.
std::unique_ptr<writer> make_table_writer(output& to, const options& asked, bool colored);
/// All about one offer, on a page.
std::unique_ptr<writer> make_page_writer(output& to, const options& asked, bool colored);

}  // namespace mpn::app
