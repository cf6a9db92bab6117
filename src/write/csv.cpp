// CSV out: the cells of the input, then ours.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "text/display_name.hpp"
#include "text/utf8.hpp"
#include "write/error_text.hpp"
#include "write/keywords.hpp"
#include "write/pen.hpp"
#include "write/writers.hpp"

namespace mpn::app {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

constexpr std::array<std::string_view, 13> schedule_columns{
    "renewal.competency",
    "renewal.term",
    "renewal.anniversary",
    "renewal.window.opens",
    "renewal.window.closes",
    "renewal.reminders.first",
    "renewal.reminders.second",
    "renewal.next_anniversary",
    "renewal.covid_extension.status",
    "renewal.covid_extension.reason",
    "renewal.covid_extension.wave",
    "renewal.covid_extension.extended_to",
    "renewal.rules_ended",
};
constexpr std::array<std::string_view, 3> status_columns{
    "renewal.status.as_of", "renewal.status.phase", "renewal.status.days_left"};

class csv_writer final : public writer {
 public:
  csv_writer(output_buffer& to, const write_settings& settings)
      : to_{to}, excel_{settings.excel}, has_status_{settings.has_status} {}

  void begin(const table_header* header) override {
    header_ = header;
    std::string_view preamble = header->preamble;
    const bool marked = preamble.starts_with(byte_order_mark);
    if (marked) preamble.remove_prefix(byte_order_mark.size());
    if (excel_ || marked) to_.put(byte_order_mark);
    put_preamble(preamble);

    first_ = true;
    for (std::size_t i = 0; i < header->names.size(); ++i)
      if (!header->is_renewal[i])
        header->is_csv() ? put_cell(header->raw[i]) : put_value(header->names[i]);
    for (const std::string_view name : schedule_columns) put_value(name);
    if (has_status_)
      for (const std::string_view name : status_columns) put_value(name);
    put_value(error_column);
    end_row(header->line_end);
  }

  void write(const record& record, const evaluation_result& result) override {
    const auto& row = std::get<table_row>(record.shape);
    put_kept(row, record.malformed);
    if (result)
      put_schedule(*result);
    else
      put_error(row.cells, record.only_renewal, result.error());
    end_row(record.line_end);
  }

  void end() override {}

 private:
  // The cells that stay, and an empty one for each that is missing. Of a row that could not be
  // split because of an unclosed quote, the first line stands in the first cell.
  void put_kept(const table_row& row, const std::optional<record_error>& malformed) {
    first_ = true;
    const std::size_t columns = row.is_too_long ? 0 : header_->names.size();
    for (std::size_t i = 0; i < std::max(row.cells.size(), columns); ++i) {
      if (!row.keeps(i)) continue;
      if (i < row.cells.size())
        header_->is_csv() ? put_cell(row.cells[i].raw) : put_value(row.cells[i].value);
      else if (first_ && malformed && malformed->reason == error_reason::quote_not_closed)
        put_quoted(malformed->value);
      else
        put_cell("");
    }
  }

  void put_schedule(const evaluation& done) {
    constexpr std::size_t longest = 512;  // the longest competency, thirteen days, and words
    const schedule& plan = done.plan;
    const extension covid = plan.covid();
    const std::string_view next_cell{&header_->delimiter, 1};
    pen out{to_, longest, dates_};
    if (!first_) out << next_cell;
    out << display_name(plan.offer, language::english);
    out << next_cell << plan.term;
    for (const sys_days day : {plan.anniversary.day, plan.window().opens, plan.window().closes,
                               plan.reminders().first, plan.reminders().second, plan.next().day})
      out << next_cell << day;
    out << next_cell << to_string(covid.status());
    out << next_cell << to_string(covid.reason);
    out << next_cell;
    if (covid.wave != nullptr)
      out << covid.wave->name << next_cell << plan.next().day;
    else
      out << next_cell;
    out << next_cell;
    if (plan.rules_ended()) out << last_day_of_rules(plan.offer);
    if (done.status) {
      out << next_cell << done.status->as_of;
      out << next_cell << to_string(done.status->now);
      out << next_cell << static_cast<int>(done.status->left.count());
    }
    out << next_cell;  // no error
    out.finish();
  }

  void put_error(std::span<const cell> cells, bool only_renewal, const record_error& error) {
    const std::size_t empty = schedule_columns.size() + (has_status_ ? status_columns.size() : 0);
    for (std::size_t i = 0; i < empty; ++i) put_cell("");
    // A row that holds nothing but our own earlier error keeps it.
    if (only_renewal)
      for (std::size_t i = cells.size(); i-- > 0;)
        if (header_->names[i] == error_column && !is_blank(cells[i].value))
          return put_cell(cells[i].raw);
    put_value(fmt::format("{}: {}", to_string(code_of(error.reason)), explanations_.of(error)));
  }

  // Writes plain text as a cell, quoted if it has to be.
  void put_value(std::string_view value) {
    const auto is_special = [&](char c) {
      return c == header_->delimiter || c == '"' || c == '\r' || c == '\n';
    };
    if (std::none_of(value.begin(), value.end(), is_special)) return put_cell(value);
    put_quoted(value);
  }

  void put_quoted(std::string_view value) {
    quoted_ = '"';
    for (const char c : value) {
      quoted_ += c;
      if (c == '"') quoted_ += c;
    }
    quoted_ += '"';
    put_cell(quoted_);
  }

  // Writes what is CSV already.
  void put_cell(std::string_view csv) {
    if (!first_) to_.put(header_->delimiter);
    first_ = false;
    to_.put(csv);
  }

  void put_preamble(std::string_view lines) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (excel_ && lines[i] == '\n' && !lines.substr(0, i).ends_with('\r')) to_.put('\r');
      to_.put(lines[i]);
    }
  }

  void end_row(std::string_view line_end) { to_.put(excel_ ? "\r\n" : line_end); }

  output_buffer& to_;
  bool excel_;
  bool has_status_;
  const table_header* header_{};
  bool first_{};
  std::string quoted_;
  date_cache dates_;
  error_text explanations_{explanation, language::english};
};

}  // namespace

std::unique_ptr<writer> make_csv_writer(output_buffer& to, const write_settings& settings) {
  return std::make_unique<csv_writer>(to, settings);
}

}  // namespace mpn::app
