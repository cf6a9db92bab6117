// The table of the page: a row for each offer, with its renewal window on a time axis.
#pragma once

#include <cstddef>
#include <deque>
#include <optional>
#include <string>

#include "record/evaluate.hpp"
#include "text/message.hpp"
#include "write/pen.hpp"
#include "write/time_axis.hpp"

namespace mpn::app {

/// Rows and bad records are in groups of this size, which the browser lays out only when they are
/// near. The heights in style.css go with it.
inline constexpr std::size_t rows_per_group = 50;

/// What the page keeps of an offer.
struct html_offer {
  schedule plan;
  std::size_t label_end;  ///< where its label ends in html_offers::labels; it begins where the one
                          ///< before it ends
};

/// All offers of the page, in the order of the rows.
struct html_offers {
  std::deque<html_offer> rows;    ///< a deque, so that growing moves nothing
  std::string labels;             ///< one after the other; empty: there is no column for them
  std::optional<sys_days> as_of;  ///< the same for all
};

/// Writes the table of at least one offer.
class html_table {
 public:
  html_table(output_buffer& to, const html_offers& offers, language in);

  /// Writes the style that depends on the axis and the language.
  void put_style();
  void put();

 private:
  void put_bar_style();
  void put_column_widths();
  void put_legend();
  void put_heading();
  void put_axis();
  void put_row(const html_offer& row, std::string_view label);
  void put_cells(pen& out, const html_offer& row);
  void put_bar(pen& out, const schedule& plan);
  [[nodiscard]] std::string_view offer_name(const html_offer& row) const;
  /// Calls `use` with each offer and its label.
  template <class Use>
  void for_each_row(Use use) const;
  [[nodiscard]] bool has_line() const { return offers_.as_of && axis_.contains(*offers_.as_of); }

  output_buffer& to_;
  const html_offers& offers_;
  language in_;
  time_axis axis_;
  date_cache dates_;
};

}  // namespace mpn::app
