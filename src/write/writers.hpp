// The writers of all formats, and their settings: one record out for one record in, with its
// schedule or its error.
#pragma once

#include <cstdint>
#include <memory>

#include "io/output_buffer.hpp"
#include "record/writer.hpp"
#include "text/message.hpp"

namespace mpn::app {

/// Where the records are from: one offer from the arguments, one JSON object, or any number of
/// records.
enum class record_source : std::uint8_t { arguments, json_object, records };

/// What writers have to know about a run.
struct write_settings {
  record_source from{record_source::records};
  language lang{language::english};  ///< of text, ics and html
  bool colored{};                    ///< text
  bool excel{};                      ///< csv: a byte order mark, and CRLF
  bool has_status{};                 ///< there is an as-of day
  bool has_labels{};                 ///< --label-field was given
};

/// The page for an offer from the arguments, otherwise the list.
std::unique_ptr<writer> make_text_writer(output_buffer& to, const write_settings& settings);
std::unique_ptr<writer> make_page_writer(output_buffer& to, const write_settings& settings);
std::unique_ptr<writer> make_json_writer(output_buffer& to, const write_settings& settings);
std::unique_ptr<writer> make_ndjson_writer(output_buffer& to, const write_settings& settings);
std::unique_ptr<writer> make_csv_writer(output_buffer& to, const write_settings& settings);
std::unique_ptr<writer> make_ics_writer(output_buffer& to, const write_settings& settings);
std::unique_ptr<writer> make_html_writer(output_buffer& to, const write_settings& settings);

}  // namespace mpn::app
