#include <fmt/format.h>

#include <array>
#include <string>
#include <string_view>

#include "docs/generate.hpp"
#include "mpn/catalogue.hpp"
#include "text/display_name.hpp"
#include "text/json_text.hpp"

namespace mpn::app {

namespace {

std::string_view kind_keyword(competency_kind kind) {
  constexpr std::array<std::string_view, 3> keywords{"competency", "advanced_specialization",
                                                     "action_pack"};
  return keywords[static_cast<std::size_t>(kind)];
}

std::string json_array(const other_names& names) {
  std::string array = "[";
  for (const std::string_view name : names) {
    if (array.size() > 1) array += ',';
    append_json_string(array, name);
  }
  return array + "]";
}

std::string catalogue_entry(const competency& entry) {
  return fmt::format(
      R"({{"id":"{}","kind":"{}","name":"{}","area":"{}","korean":{},"aliases":{}}})", entry.id,
      kind_keyword(entry.kind), entry.name, entry.area, json_array(entry.korean),
      json_array(entry.aliases));
}

}  // namespace

void put_catalogue(output_buffer& to, const output_format* format, language lang) {
  const bool array = format == &json_format;
  const bool objects = array || format == &ndjson_format;
  std::string_view separator = "[\n";
  for (const competency& entry : catalogue) {
    if (array) to.put(separator);
    separator = ",\n";
    to.put(objects ? catalogue_entry(entry) : std::string{display_name(entry, lang)});
    if (!array) to.put('\n');
  }
  if (array) to.put("\n]\n");
}

}  // namespace mpn::app
