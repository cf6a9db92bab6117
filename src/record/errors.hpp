// Every error that a record or an input can have, and its sentence in every language.
//
// An error is a reason and the few values that its sentence names. The sentence is made where it is
// written, in the one language that is needed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "mpn/date.hpp"
#include "text/message.hpp"

namespace mpn::app {

/// The closed list of error codes in the output.
enum class error_code : std::uint8_t {
  invalid_date,
  ambiguous_date,
  missing_date,
  future_purchase,
  out_of_range,
  unknown_competency,
  malformed_record
};

/// The code as every output format writes it.
[[nodiscard]] std::string_view to_string(error_code code);

/// Why a record has no schedule. In brackets: the values of record_error that the sentence names.
/// The reasons of one error_code stand together, which code_of() relies on.
enum class error_reason : std::uint8_t {
  no_date,
  // The text is not a date.
  not_a_date,
  no_such_year,
  no_such_month,  ///< [number: the month]
  no_such_day,    ///< [day: the last day of the month that was meant]
  day_zero,
  year_too_short,
  wrong_weekday,     ///< [day: has another weekday than the one that is written]
  year_last_dmy,     ///< year-last, and only day/month/year is a date [day]
  year_last_mdy,     ///< year-last, and only month/day/year is a date [day]
  excel_day_number,  ///< [day]
  time_of_day,       ///< a date and a time [day]
  text_after_date,   ///< a date and something else [day]
  full_width_digits,
  date_not_string,  ///< JSON of another type
  // It could be two dates.
  two_orders,  ///< [day: by day/month/year, other_day: by month/day/year]
  // The purchase would be after the as-of day.
  future_purchase,  ///< [day: the as-of day, number: 1 if -a could be meant]
  // A day of the schedule is out of range.
  before_first_day,
  after_last_day,
  // The name is not a competency.
  unknown_name,
  name_not_string,  ///< JSON of another type
  // The record is malformed: `value` is its text.
  too_long,
  not_text,
  quote_not_closed,
  too_many_fields,  ///< [number: fields of the row, other_number: fields of the header]
  not_an_object,
  object_not_closed,
  string_not_closed,
  nested_too_deep,
  number_out_of_range,
  lone_surrogate,
  control_character,
  text_after_object,
  invalid_json,  ///< [number: the position of the byte, from 1]
};

/// A reason, and the values that its sentence names. The views point into the record.
struct record_error {
  error_reason reason{};
  std::string_view value{};  ///< the value that is wrong; of a malformed record, its text
  std::string_view field{};  ///< the name of the field, as in the input; empty without a field
  sys_days day{};
  sys_days other_day{};
  std::size_t number{};
  std::size_t other_number{};
};

[[nodiscard]] error_code code_of(error_reason reason);

/// The reason and how to fix it, without the value: what machine formats contain beside the code.
[[nodiscard]] std::string explanation(const record_error& error, language lang);

/// The whole sentence, with the value.
[[nodiscard]] std::string sentence(const record_error& error, language lang);

/// Why an input cannot be read, or not to its end.
enum class input_problem : std::uint8_t {
  no_date_column,  ///< [names: those of the columns; suggestion: the one that may hold a date]
  no_such_column,  ///< the user's [name; names: those of the columns; suggestion: the nearest]
  excel_workbook,
  bare_carriage_returns,  ///< in the first line
  not_text,
  purchase_date_with_a,  ///< -a, and a field for purchase dates [names: the field's]
  json_breaks_off,       ///< [line: where the broken record begins]
  array_not_closed,
  comma_without_record,  ///< in an array [line]
  text_after_array,      ///< [line]
};

struct input_error {
  input_problem problem{};
  std::string names{};
  std::uint64_t line{};
  std::string name{};
  std::string suggestion{};  ///< may be empty
};

[[nodiscard]] std::string sentence(const input_error& error, language lang);

}  // namespace mpn::app
