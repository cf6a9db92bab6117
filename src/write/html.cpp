// HTML: one self-contained page with a summary, a table and a list of bad records.
//
// page.html is the page; this writer fills in its {{placeholders}}. There is no script, and nothing
// is loaded.
#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "record/urgency.hpp"
#include "text/utf8.hpp"
#include "write/html_table.hpp"
#include "write/html_text.hpp"
#include "write/html_words.hpp"
#include "write/keywords.hpp"
#include "write/rules_ended_sentences.hpp"
#include "write/writers.hpp"

namespace mpn::app {

namespace {

constexpr char html_page[] = {
#include "write/html/page.html.inc"
};
constexpr char html_style[] = {
#include "write/html/style.css.inc"
};

std::string time_element(sys_days day) {
  return fmt::format("<time datetime=\"{0}\">{0}</time>", date_text{day});
}

// What the phase asks of somebody who reads the page.
const words& meaning_of(phase p) {
  switch (p) {
    case phase::active:
      return html_words::active_meaning;
    case phase::reminded:
      return html_words::reminded_meaning;
    case phase::open:
      return html_words::open_meaning;
    case phase::last_call:
      return html_words::last_call_meaning;
    case phase::lapsed:
      break;
  }
  return html_words::lapsed_meaning;
}

class html_writer final : public writer {
 public:
  html_writer(output_buffer& to, const write_settings& settings)
      : to_{to}, in_{settings.lang}, rules_ended_{in_} {}

  void begin(const table_header*) override { begun_ = true; }

  void write(const record& record, const evaluation_result& result) override {
    const std::string_view label = trimmed(record.label.value);
    if (!result) {
      bad_.push_back({record.line, std::string{label}, sentence(result.error(), in_)});
      return;
    }
    const evaluation& done = *result;
    offers_.labels += label;
    offers_.rows.push_back({done.plan, offers_.labels.size()});
    has_later_terms_ |= done.plan.term > 1;
    rules_ended_.add(done);
    if (!done.status) return;
    offers_.as_of = done.status->as_of;
    ++counts_[static_cast<std::size_t>(done.status->now)];
    const urgency order{done};
    if (done.status->now != phase::lapsed && (!next_ || order < next_->order))
      next_ = next_offer{order, done, std::string{label}};
  }

  // Writes the page, unless a selection leaves no record.
  void end() override {
    if (!begun_) return;
    if (!offers_.rows.empty()) table_.emplace(to_, offers_, in_);
    std::string_view rest{html_page, sizeof html_page};
    for (;;) {
      const std::size_t begin = rest.find("{{");
      to_.put(rest.substr(0, begin));
      if (begin == std::string_view::npos) return;
      rest.remove_prefix(begin + 2);
      const std::size_t end = rest.find("}}");
      put_part(rest.substr(0, end));
      rest.remove_prefix(end + 2);
    }
  }

 private:
  struct bad_record {
    std::uint64_t line;
    std::string label;
    std::string why;
  };
  struct next_offer {
    urgency order;
    evaluation done;
    std::string label;
  };

  void put_part(std::string_view name) {
    struct part {
      std::string_view name;
      void (html_writer::*put)();
    };
    static constexpr auto parts = std::to_array<part>({
        {"language", &html_writer::put_language},
        {"title", &html_writer::put_title},
        {"style", &html_writer::put_style},
        {"summary", &html_writer::put_summary},
        {"notes", &html_writer::put_notes},
        {"table", &html_writer::put_table},
        {"bad records", &html_writer::put_bad_records},
    });
    const auto* const found = std::find_if(parts.begin(), parts.end(),
                                           [&](const part& each) { return each.name == name; });
    (this->*found->put)();
  }

  void put_language() { to_.put(html_words::language_code.in(in_)); }
  void put_title() { to_.put(html_words::title.in(in_)); }

  void put_style() {
    to_.put({html_style, sizeof html_style});
    if (table_) table_->put_style();
  }

  void put_summary() {
    to_.put(fmt::format("<p class=\"day\">{}</p>\n", lead()));
    if (next_) put_next();
    if (offers_.as_of) put_counts();
  }

  [[nodiscard]] std::string lead() const {
    if (offers_.rows.empty()) return std::string{html_words::no_offers.in(in_)};
    if (offers_.as_of) return html_words::as_of.in(in_, time_element(*offers_.as_of));
    const auto day = [](const html_offer& row) { return row.plan.anniversary.day; };
    const auto [first, last] = std::ranges::minmax(offers_.rows, {}, day);
    if (offers_.rows.size() == 1)
      return html_words::one_anniversary.in(in_, time_element(day(first)));
    return html_words::anniversaries.in(in_, offers_.rows.size(), time_element(day(first)),
                                        time_element(day(last)));
  }

  void put_next() {
    const evaluation& done = next_->done;
    const renewal_window window = done.plan.window();
    to_.put(fmt::format("<p class=\"next {}\"><span>{}</span> <strong>",
                        to_string(done.status->now), html_words::next.in(in_)));
    put_label(next_->label);
    to_.put(done.plan.offer != not_given ? display_name(done.plan.offer, in_)
                                         : html_words::offer.in(in_));
    const std::string when = done.status->as_of >= window.opens
                                 ? html_words::renew_now.in(in_, time_element(window.closes))
                                 : html_words::renew_later.in(in_, time_element(window.opens),
                                                              time_element(window.closes));
    to_.put(fmt::format("</strong> <span>{}</span> <em>{}</em></p>\n", when,
                        days_words(*done.status, done.plan, in_)));
  }

  // Whose offer something is, before what follows.
  void put_label(std::string_view label) {
    if (label.empty()) return;
    to_.put("<bdi>");
    put_html_text(to_, label);
    to_.put("</bdi>: ");
  }

  void put_counts() {
    const auto put_count = [&](std::string_view kind, std::string_view word, std::uint64_t count,
                               const words& meaning) {
      to_.put(
          fmt::format("<li class=\"{}{}\"><b>{}</b> <strong>{}</strong> <small>{}</small></li>\n",
                      kind, count == 0 ? " zero" : "", count, word, meaning.in(in_)));
    };
    to_.put("<ul class=\"counts\">\n");
    for (const phase each :
         {phase::last_call, phase::open, phase::reminded, phase::active, phase::lapsed})
      put_count(to_string(each), phase_words(each, in_), count(each), meaning_of(each));
    put_count("errors", html_words::errors.in(in_), bad_.size(), html_words::errors_meaning);
    to_.put("</ul>\n");
  }

  // What holds for several rows is said once.
  void put_notes() {
    const auto put_note = [&](std::string_view note) {
      to_.put(fmt::format("<p class=\"note\">{}</p>\n", note));
    };
    for (const std::string& sentence : rules_ended_.by_kind())
      if (!sentence.empty()) put_note(sentence);
    if (count(phase::lapsed) != 0) put_note(renewed_hint(false, in_));
    if (has_later_terms_) put_note(html_words::later_terms.in(in_));
  }

  void put_table() {
    if (table_) table_->put();
  }

  void put_bad_records() {
    if (bad_.empty()) return;
    to_.put(fmt::format("<section>\n<h2>{}</h2>\n<ul>\n", html_words::bad_records.in(in_)));
    std::size_t count = 0;
    for (const bad_record& each : bad_) {
      if (count != 0 && count % rows_per_group == 0) to_.put("</ul>\n<ul>\n");
      ++count;
      to_.put(fmt::format("<li><b>{}</b> ", html_words::line.in(in_, each.line)));
      put_label(each.label);
      to_.put("<bdi>");
      put_html_text(to_, each.why);
      to_.put("</bdi></li>\n");
    }
    to_.put("</ul>\n</section>\n");
  }

  [[nodiscard]] std::uint64_t count(phase p) const { return counts_[static_cast<std::size_t>(p)]; }

  output_buffer& to_;
  language in_;
  bool begun_{};
  html_offers offers_;
  std::deque<bad_record> bad_;
  std::array<std::uint64_t, 5> counts_{};
  rules_ended_sentences rules_ended_;
  bool has_later_terms_{};
  std::optional<next_offer> next_;
  std::optional<html_table> table_;
};

}  // namespace

std::unique_ptr<writer> make_html_writer(output_buffer& to, const write_settings& settings) {
  return std::make_unique<html_writer>(to, settings);
}

}  // namespace mpn::app
