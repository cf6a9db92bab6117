// Writers: one record out for one record in, with its schedule or its error.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

#include "io/output_buffer.hpp"
#include "record/evaluate.hpp"
#include "record/record.hpp"
#include "text/message.hpp"

namespace mpn::app {

class writer {
 public:
  writer() = default;
  writer(const writer&) = delete;
  writer& operator=(const writer&) = delete;
  virtual ~writer() = default;

  /// Called once before the first record; `header` is that of its rows, nullptr for JSON.
  virtual void begin(const table_header* header) = 0;
  virtual void write(const record& record, const evaluation_result& result) = 0;
  /// Called once after the last record.
  virtual void end() = 0;
};

/// Where the records are from: one offer from the arguments, one JSON object, or any number of
/// records.
enum class record_source : std::uint8_t { arguments, json_object, records };

/// What writers have to know about a run.
struct write_settings {
  record_source from{record_source::records};
  language in{language::english};  ///< of text and ics
  bool colored{};                  ///< text
  bool excel{};                    ///< csv: a byte order mark, and CRLF
  bool has_status{};               ///< there is an as-of day
  bool has_labels{};               ///< --label-field was given
  waves counted{waves::article};   ///< which extension waves apply
};

/// The page for an offer from the arguments, otherwise the list.
std::unique_ptr<writer> make_text_writer(output_buffer& to, const write_settings& settings);
std::unique_ptr<writer> make_page_writer(output_buffer& to, const write_settings& settings);
std::unique_ptr<writer> make_json_writer(output_buffer& to, const write_settings& settings);
std::unique_ptr<writer> make_ndjson_writer(output_buffer& to, const write_settings& settings);
std::unique_ptr<writer> make_csv_writer(output_buffer& to, const write_settings& settings);
std::unique_ptr<writer> make_ics_writer(output_buffer& to, const write_settings& settings);

}  // namespace mpn::app
