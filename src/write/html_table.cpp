#include "write/html_table.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "text/utf8.hpp"
#include "write/html_text.hpp"
#include "write/html_words.hpp"
#include "write/keywords.hpp"
#include "write/wording.hpp"

namespace mpn::app {

namespace {

time_axis axis_for(const html_offers& offers) {
  std::vector<day_range> ranges;
  ranges.reserve(offers.rows.size());
  for (const html_offer& row : offers.rows)
    ranges.push_back({row.plan.reminders().first, row.plan.lapse()});
  return {std::move(ranges), offers.as_of};
}

// A position on the axis as CSS takes it: 53.20%.
std::string percent(int hundredths) {
  return fmt::format("{}.{:02}%", hundredths / 100, hundredths % 100);
}

constexpr std::string_view between_reminders = ", ";

bool same_year(sys_days first, sys_days second) {
  return date::year_month_day{first}.year() == date::year_month_day{second}.year();
}

// A cell with two days. The second one shows its year only if it is not the first one's.
void put_days(pen& out, sys_days first, std::string_view between, sys_days second) {
  out << "<td><time>" << first << "</time>" << between;
  if (same_year(first, second))
    out << "<time datetime=\"" << second << "\">" << date_text{second}.view().substr(5);
  else
    out << "<time>" << second;
  out << "</time></td>";
}

// How many characters the text of put_days() has, `between` of them between the days.
std::size_t width_of_days(sys_days first, std::size_t between, sys_days second) {
  return 10 + between + (same_year(first, second) ? 5 : 10);
}

// No text has more columns than bytes. Measuring only the longer ones halves the time of a page.
void widen(std::size_t& widest, std::string_view text) {
  if (text.size() > widest) widest = std::max(widest, display_width(text));
}

}  // namespace

html_table::html_table(output_buffer& to, const html_offers& offers, language in)
    : to_{to}, offers_{offers}, in_{in}, axis_{axis_for(offers)} {}

template <class Use>
void html_table::for_each_row(Use use) const {
  std::size_t label_begin = 0;
  for (const html_offer& row : offers_.rows) {
    use(row, std::string_view{offers_.labels}.substr(label_begin, row.label_end - label_begin));
    label_begin = row.label_end;
  }
}

void html_table::put_style() {
  to_.put(":root{--grid:linear-gradient(90deg");
  for (const time_axis::tick& each : axis_.ticks())
    to_.put(
        fmt::format(",#0000 {0},var(--line) {0},var(--line) calc({0} + 1px),#0000 calc({0} + 1px)",
                    percent(axis_.position(each.day))));
  to_.put(")");
  if (has_line()) to_.put(fmt::format(";--as-of:{}", axis_.position(*offers_.as_of)));
  put_bar_style();
  put_column_widths();
  // On narrow screens, headings stand before their cells.
  for (const auto& [name, word] : {std::pair{"anniversary", html_words::anniversary},
                                   std::pair{"renewal-window", html_words::window},
                                   std::pair{"reminders", html_words::reminders},
                                   std::pair{"extension", html_words::extension}})
    to_.put(fmt::format(";--{}:\"{}\"", name, word.in(in_)));
  to_.put("}\n");
}

// By the rules, the parts of every bar are the same number of days after the first reminder.
void html_table::put_bar_style() {
  const schedule& plan = offers_.rows.front().plan;
  const auto [first, second] = plan.reminders();
  const sys_days opens = plan.window().opens;
  for (const auto& [name, count] :
       {std::pair{"opens", opens - first}, std::pair{"window", plan.lapse() - opens},
        std::pair{"second", second - first}, std::pair{"lapse", plan.lapse() - first}})
    to_.put(fmt::format(";--{}:{}", name, percent(axis_.width(count))));
}

// How many characters the widest text of each column has; other columns have a fixed width.
void html_table::put_column_widths() {
  std::size_t label = 0;
  std::size_t offer = 0;
  std::size_t window = 0;
  std::size_t reminders = 0;
  const std::size_t range = display_width(html_words::range.in(in_));
  for_each_row([&](const html_offer& row, std::string_view its_label) {
    const auto [opens, closes] = row.plan.window();
    const auto [first, second] = row.plan.reminders();
    widen(label, its_label);
    widen(offer, offer_name(row));
    if (row.plan.term > 1)
      widen(offer, fmt::format("{} {}", offer_name(row), html_words::term.in(in_, row.plan.term)));
    window = std::max(window, width_of_days(opens, range, closes));
    reminders = std::max(reminders, width_of_days(first, between_reminders.size(), second));
  });
  to_.put(fmt::format(";--label-width:{};--offer-width:{};--window-width:{};--reminders-width:{}",
                      label, offer, window, reminders));
}

void html_table::put() {
  put_legend();
  to_.put(fmt::format("<table class=\"{}{}{}\">\n<caption>{}</caption>\n",
                      offers_.as_of ? "dated" : "undated", has_line() ? " marked" : "",
                      offers_.labels.empty() ? "" : " labelled", html_words::caption.in(in_)));
  put_heading();
  std::size_t count = 0;
  for_each_row([&](const html_offer& row, std::string_view label) {
    if (count++ % rows_per_group == 0) to_.put(count == 1 ? "<tbody>\n" : "</tbody>\n<tbody>\n");
    put_row(row, label);
  });
  to_.put("</tbody>\n</table>\n");
}

void html_table::put_legend() {
  const auto put_key = [&](std::string_view kind, std::string_view shape, const words& word) {
    to_.put(fmt::format("<span><svg{} aria-hidden=\"true\">{}</svg>{}</span>\n", kind, shape,
                        word.in(in_)));
  };
  to_.put("<p class=\"legend\">\n");
  put_key("", "<rect/>", html_words::reminder);
  put_key(" class=\"wide\"", R"(<rect class="w"/>)", html_words::window);
  put_key("", R"(<rect class="l"/>)", html_words::lapse);
  if (has_line()) put_key("", R"(<rect class="n"/>)", html_words::as_of_day);
  to_.put("</p>\n");
}

void html_table::put_heading() {
  const auto put_cell = [&](const words& word) {
    to_.put(fmt::format("<th scope=\"col\">{}</th>", word.in(in_)));
  };
  to_.put("<thead>\n<tr>");
  if (!offers_.labels.empty()) put_cell(html_words::label);
  put_cell(html_words::offer);
  if (offers_.as_of) put_cell(html_words::phase);
  for (const words& each :
       {html_words::anniversary, html_words::window, html_words::reminders, html_words::extension})
    put_cell(each);
  to_.put("<th scope=\"col\">");
  put_axis();
  to_.put("</th></tr>\n</thead>\n");
}

// A label has a line for the year, at its January and at the first label, and one for the month;
// the as-of day is below. Chromium does not repeat the text of an SVG on each printed page.
void html_table::put_axis() {
  const std::string name =
      html_words::axis.in(in_, date_text{axis_.begin()}, date_text{axis_.end() - days{1}});
  to_.put(fmt::format(R"(<div class="axis" role="img" aria-label="{}">)", name));
  bool needs_year = true;
  for (const time_axis::tick& each : axis_.ticks()) {
    if (!each.has_label) continue;
    const date::year_month_day ymd{each.day};
    const auto month = static_cast<unsigned>(ymd.month());
    const date_text text{each.day};
    to_.put(fmt::format("<span style=\"left:{}\">{}{}{}</span>", percent(axis_.position(each.day)),
                        needs_year || month == 1 ? text.view().substr(0, 4) : "",
                        axis_.has_yearly_labels() ? "" : "<br>",
                        axis_.has_yearly_labels() ? "" : html_words::months[month - 1].in(in_)));
    needs_year = false;
  }
  if (has_line()) {
    constexpr int late = 6'000;  // from there on, the text stands before the line
    const int position = axis_.position(*offers_.as_of);
    const auto [side, distance] =
        position > late ? std::pair{"right", 10'000 - position} : std::pair{"left", position};
    to_.put(fmt::format("<b style=\"{}:{}\">{}</b>", side, percent(distance),
                        date_text{*offers_.as_of}));
  }
  to_.put("</div>");
}

std::string_view html_table::offer_name(const html_offer& row) const {
  return row.plan.offer != not_given ? display_name(row.plan.offer, in_)
                                     : html_words::not_given.in(in_);
}

void html_table::put_row(const html_offer& row, std::string_view label) {
  to_.put("<tr");
  if (offers_.as_of)
    to_.put(
        fmt::format(" class=\"{}\"", to_string(phase_on(row.plan.anniversary, *offers_.as_of))));
  to_.put(">");
  if (!offers_.labels.empty()) {
    to_.put("<td><bdi>");
    put_html_text(to_, label);
    to_.put("</bdi></td>");
  }
  constexpr std::size_t longest_rest = 2048;
  pen out{to_, longest_rest, dates_};
  put_cells(out, row);
  put_bar(out, row.plan);
  out.finish();
}

void html_table::put_cells(pen& out, const html_offer& row) {
  const schedule& plan = row.plan;
  out << "<th scope=\"row\">" << offer_name(row);
  if (plan.term > 1) out << " <small>" << html_words::term.in(in_, plan.term) << "</small>";
  out << "</th>";
  if (offers_.as_of) {
    const sys_days day = *offers_.as_of;
    const term_status status{day, phase_on(plan.anniversary, day),
                             days_left(plan.anniversary, day)};
    out << "<td>" << phase_words(status.now, in_) << " <small>" << days_words(status, plan, in_)
        << "</small></td>";
  }
  out << "<td><time>" << plan.anniversary.day << "</time></td>";
  put_days(out, plan.window().opens, html_words::range.in(in_), plan.window().closes);
  put_days(out, plan.reminders().first, between_reminders, plan.reminders().second);
  out << "<td>" << extension_word(plan.covid().status(), in_) << "</td>";
}

// The style places the parts. An offer that is not on the axis has an arrow to where it would be.
void html_table::put_bar(pen& out, const schedule& plan) {
  const auto [opens, closes] = plan.window();
  const auto [first, second] = plan.reminders();
  out << R"(<td><svg role="img" style="--x:)" << axis_.position(first) << R"("><title>)"
      << html_words::reminder.in(in_) << " " << first << ", " << html_words::window.in(in_) << " "
      << opens << html_words::range.in(in_) << closes << ", " << html_words::reminder.in(in_) << " "
      << second << ", " << html_words::lapse.in(in_) << " " << plan.lapse() << "</title>";
  if (plan.lapse() < axis_.begin())
    out << "<text>◂</text>";
  else if (first >= axis_.end())
    out << R"(<text class="e" x="100%">▸</text>)";
  else
    out << "<rect/><rect/><rect/><rect/><rect/>";
  out << "</svg></td></tr>\n";
}

}  // namespace mpn::app
