#include <array>
#include <string>
#include <vector>

#include "text/utf8.hpp"
#include "write/writer.hpp"

namespace mpn::app {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// A schedule's columns; the three of the status only with an as-of day.
constexpr std::array<std::string_view, 12> plan_columns{
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
};
constexpr std::array<std::string_view, 3> status_columns{
    "renewal.status.as_of", "renewal.status.phase", "renewal.status.days_left"};
constexpr std::string_view error_column = "renewal.error";

class csv_writer final : public writer {
 public:
  csv_writer(output& to, const options& asked)
      : to_{to}, excel_{asked.excel}, with_status_{asked.as_of.has_value()} {}

  void begin(const columns* header) override {
    header_ = header;
    std::string_view preamble = header->preamble;
    if (excel_ || preamble.starts_with(byte_order_mark)) to_.put(byte_order_mark);
    if (preamble.starts_with(byte_order_mark)) preamble.remove_prefix(byte_order_mark.size());
    to_.put(preamble);

    std::vector<cell> cells;
    for (const std::string& raw : header->raw) cells.push_back({raw, raw});
    put_kept(cells);
    for (const std::string_view name : plan_columns) put_cell(name);
    if (with_status_)
      for (const std::string_view name : status_columns) put_cell(name);
    put_cell(error_column);
    end_row(header->line_end);
  }

  void write(const record& came, const outcome& became) override {
    put_kept(came.cells);
    if (became)
      put_plan(*became);
    else
      put_failure(came, became.error());
    end_row(came.line_end);
  }

  void end() override {}

 private:
  // The cells that came, without those that ours take the place of, and with empty ones for those
  // that are missing.
  void put_kept(std::span<const cell> cells) {
    first_ = true;
    for (std::size_t i = 0; i < std::max(cells.size(), header_->names.size()); ++i)
      if (header_->keeps(i, cells.size())) put_raw(i < cells.size() ? cells[i].raw : "");
  }

  void put_plan(const worked& done) {
    const schedule& plan = done.plan;
    const bool eligible = plan.covid.wave != nullptr;
    put_raw(done.offer != nullptr ? done.offer->name : "");
    put_raw(fmt::format_int{plan.term}.str());
    for (const sys_days day : {plan.anniversary.day, plan.window().opens, plan.window().closes,
                               plan.reminders().first, plan.reminders().second, plan.next().day})
      put_raw(date_text{day}.view());
    put_raw(name_of(plan.covid.status()));
    put_raw(name_of(plan.covid.reason));
    put_raw(eligible ? plan.covid.wave->name : "");
    put_raw(eligible ? date_text{plan.next().day}.view() : "");
    if (done.status) {
      put_raw(date_text{done.status->as_of}.view());
      put_raw(name_of(done.status->now));
      put_raw(fmt::format_int{done.status->left.count()}.str());
    }
    put_raw("");
  }

  void put_failure(const record& came, const failure& why) {
    for (std::size_t i = 0; i < plan_columns.size() + (with_status_ ? status_columns.size() : 0);
         ++i)
      put_raw("");
    // A row that has nothing but what we made of it before stays what it is.
    if (came.only_renewal)
      for (std::size_t i = came.cells.size(); i-- > 0;)
        if (header_->names[i] == error_column && !is_blank(came.cells[i].value))
          return put_raw(came.cells[i].raw);
    put_cell(fmt::format("{}: {}", name_of(why.code), why.message.english));
  }

  void put_cell(std::string_view value) {
    if (value.find_first_of("\"\r\n") == std::string_view::npos &&
        value.find(header_->delimiter) == std::string_view::npos)
      return put_raw(value);
    quoted_ = '"';
    for (const char c : value) {
      quoted_ += c;
      if (c == '"') quoted_ += c;
    }
    quoted_ += '"';
    put_raw(quoted_);
  }

  void put_raw(std::string_view bytes) {
    if (!first_) to_.put(header_->delimiter);
    first_ = false;
    to_.put(bytes);
  }

  void end_row(std::string_view line_end) { to_.put(excel_ ? "\r\n" : line_end); }

  output& to_;
  bool excel_;
  bool with_status_;
  const columns* header_{};
  bool first_{};
  std::string quoted_;
};

}  // namespace

std::unique_ptr<writer> make_csv_writer(output& to, const options& asked) {
  return std::make_unique<csv_writer>(to, asked);
}

}  // namespace mpn::app
