// The output formats. A new one is a row here and a file of its own.
#pragma once

#include <array>
#include <string_view>

#include "write/writers.hpp"

namespace mpn::app {

struct output_format {
  std::string_view name;                     ///< as -f takes it
  std::array<std::string_view, 2> suffixes;  ///< of file names, each with its dot
  std::unique_ptr<writer> (*make_writer)(output_buffer& to, const write_settings& settings);
  bool needs_table{};   ///< it has no way to write JSON records
  bool needs_offers{};  ///< an output without any offer is not valid
};

inline constexpr output_format text_format{"text", {".txt"}, make_text_writer};
inline constexpr output_format json_format{"json", {".json"}, make_json_writer};
inline constexpr output_format ndjson_format{"ndjson", {".ndjson", ".jsonl"}, make_ndjson_writer};
inline constexpr output_format csv_format{"csv", {".csv"}, make_csv_writer, true};
inline constexpr output_format ics_format{"ics", {".ics"}, make_ics_writer, false, true};
inline constexpr output_format html_format{"html", {".html", ".htm"}, make_html_writer};

inline constexpr std::array<const output_format*, 6> output_formats{
    &text_format, &json_format, &ndjson_format, &csv_format, &ics_format, &html_format};

/// The format that goes with a file's name, by its suffix in any case; nullptr: none of them.
[[nodiscard]] const output_format* format_for_file(std::string_view name);

}  // namespace mpn::app
