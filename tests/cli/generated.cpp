#include "generated.hpp"

#include <algorithm>
#include <utility>

namespace mpn::test {

namespace {

std::string number(std::size_t value, std::size_t width) {
  const std::string digits = std::to_string(value);
  return std::string(width - std::min(width, digits.size()), '0') + digits;
}

std::string date(dice& by) {
  const auto day = [&](std::size_t first_year, std::size_t years) {
    std::string text = number(first_year + by.below(years), 4);
    text += "-" + number(1 + by.below(12), 2);
    return text + "-" + number(1 + by.below(28), 2);
  };
  if (by.chance(60)) return day(2018, 5);
  if (by.chance(25)) return day(1, 9999);
  if (by.chance(20)) return day(2018, 5) + by.one_of({"T00:00:00", " 00:00:00", "T00:00:00.000"});
  return by.one_of({"2020-02-29", "2021-02-30", "04/05/2021", "13/05/2021", "05/05/2021", "44306",
                    "2021-2-9", "20210209", "0001-01-01", "9999-12-31", "2020-04-20T10:00:00",
                    "2020-04-20x", "9", "0"});
}

std::string name(dice& by) {
  return by.one_of({"Cloud Platform", "cloud-platform", "Gold DevOps competency", "클라우드 플랫폼",
                    "골드 보안 역량", "Security", "Action Pack", "Low Code Application Development",
                    "Cloud Buisness Applications", "???", "보안 \U0001F600", "nothing we know"});
}

std::string line_end(dice& by) { return by.chance(70) ? "\n" : "\r\n"; }

std::string date_name(dice& by, const wish& like) {
  if (like.anniversaries) return by.one_of({"date", "anniversary", "Renewal Start Date", "갱신일"});
  return by.one_of({"date", "purchase_date", "Purchase Date", "PURCHASED", "구매일", "anniversary",
                    "갱신 시작 날짜"});
}

// ---- JSON ----

// A string in JSON, now and then with an escape where none is needed.
std::string json_string(dice& by, std::string_view text) {
  std::string json = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') json += '\\';
    if (c == 'e' && by.chance(10))
      json += "\\u0065";
    else
      json += c;
  }
  return json + "\"";
}

std::string json_value(dice& by, int depth = 0) {
  if (depth < 3 && by.chance(15)) {
    const std::string first = json_value(by, depth + 1);
    return "[" + first + ", " + json_value(by, depth + 1) + "]";
  }
  if (depth < 3 && by.chance(15)) {
    const std::string key = by.one_of({R"({"renewal":)", R"({"date":)", R"({ "k":)"});
    return key + json_value(by, depth + 1) + " }";
  }
  return by.one_of({"null", "true", "false", "0", "-0.0", "1E5",
                    "123456789012345678901234567890.10", "1e-400", "[]", "{}", R"("")",
                    R"("2020-04-20")", R"("Cloud Platform")", R"("\u00e9\n\/\\\"\ud83d\ude00")",
                    R"("[{,]}\"renewal\":{")", R"("가")", "\"\u00a0 \"", R"("a, \"b\": c")"});
}

// Blanks between tokens; within a line, or over several.
class layout {
 public:
  layout(dice& by, bool line) : by_{by}, line_{line}, spacious_{by.chance(30)} {}
  std::string blanks() {
    if (!spacious_ || by_.chance(50)) return "";
    return line_ ? by_.one_of({" ", "  ", "\t"}) : by_.one_of({" ", "\n  ", "\r\n\t", "\n"});
  }

 private:
  dice& by_;
  bool line_;
  bool spacious_;
};

std::string date_value(dice& by) {
  if (by.chance(85)) return json_string(by, by.chance(10) ? " " + date(by) + " " : date(by));
  return by.one_of({"null", R"("")", R"("  ")", "44306", "true", R"({"date":"2020-04-20"})",
                    R"(["2020-04-20"])"});
}

std::string json_object(dice& by, const wish& like, int id, bool line) {
  layout room{by, line};
  std::vector<std::pair<std::string, std::string>> members;
  const auto add = [&](std::string key, std::string value) {
    const auto at = members.begin() + static_cast<std::ptrdiff_t>(by.below(members.size() + 1));
    members.insert(at, {std::move(key), std::move(value)});
  };
  add(R"("id")", std::to_string(id));
  for (std::size_t i = by.below(4); i > 0; --i) {
    std::string key = json_string(by, date_name(by, like));
    add(std::move(key), date_value(by));
  }
  for (std::size_t i = by.below(3); i > 0; --i) {
    std::string key = json_string(by, by.one_of({"competency", "Competency", "역량"}));
    add(std::move(key), by.chance(80) ? json_string(by, name(by)) : json_value(by));
  }
  for (std::size_t i = by.below(4); i > 0; --i) {
    std::string key =
        json_string(by, by.one_of({"note", "note", "", "a\"b", "renewals", "Renewal"}));
    add(std::move(key), json_value(by));
  }
  if (like.renewals)
    for (std::size_t i = by.below(3); i > 0; --i) {
      std::string key = by.chance(80) ? R"("renewal")" : R"("r\u0065newal")";
      add(std::move(key),
          by.chance(50) ? json_value(by)
                        : R"({"schema_version":1,"error":{"code":"invalid_date","message":"x"}})");
    }

  std::string json = "{" + room.blanks();
  for (const auto& [key, value] : members) {
    if (&key != &members.front().first) json += "," + room.blanks();
    json += key + room.blanks();
    json += ":" + room.blanks();
    json += value + room.blanks();
  }
  return json + "}";
}

// What is no record; in an array with its brackets in order, so that the array goes on behind it.
std::string malformed_json(dice& by, const wish& like, bool line) {
  if (!like.only_utf8 && by.chance(20))
    return by.one_of({"{\"date\":\"\xFF\"}", "{\"date\":\"\xED\xA0\x80\"}"});
  if (line && by.chance(30))
    return by.one_of({R"({"id":1)", R"({"date":"2020-04-20)", R"({"a":1}{"b":2})", R"({"a":[})"});
  if (!line && by.chance(30)) return by.one_of({"1", R"("x,]")", "null", "[[],{}]"});
  return by.one_of({R"({"a":tru})", R"({"a":"\ud800"})", R"({"n":1e400})", "{'a':1}", R"({"a":1,})",
                    R"({"a" 1})", R"({"a":01})"});
}

generated_record json_record(dice& by, const wish& like, int id, bool line) {
  if (like.renewals && by.chance(5)) {
    const std::string only =
        by.chance(50) ? "{\"renewal\":" + json_value(by) + "}" : R"({ "renewal":1 , "renewal":2 })";
    return {only, "", only, 0};
  }
  if (by.chance(4)) return {"{}", "", "{}", 0};
  if (by.chance(12)) return {malformed_json(by, like, line), "", "{}", 0};
  const std::string text = json_object(by, like, id, line);
  return {text, "", text, id};
}

generated json_lines(dice& by, const wish& like, std::size_t count) {
  generated all;
  for (std::size_t i = 1; i <= count; ++i) {
    generated_record one = json_record(by, like, static_cast<int>(i), true);
    if (one.id != 0 && by.chance(10)) one.text = one.kept = " " + one.text + "\t";
    one.end = line_end(by);
    if (like.blank_lines && by.chance(10)) one.end += by.one_of({"\n", " \t\r\n"});
    all.records.push_back(std::move(one));
  }
  return all;
}

generated json_array(dice& by, const wish& like, std::size_t count) {
  generated all;
  layout room{by, false};
  all.front = "[" + room.blanks();
  for (std::size_t i = 1; i <= count; ++i) {
    generated_record one = json_record(by, like, static_cast<int>(i), false);
    one.end = room.blanks();
    if (i < count) one.end += "," + room.blanks();
    all.records.push_back(std::move(one));
  }
  all.back = "]" + by.one_of({"", "\n", "\r\n", " \n\n"});
  return all;
}

// A good one: what a malformed one becomes is, piped in again, one line of JSON.
generated json_object_alone(dice& by, const wish& like) {
  std::string text = json_object(by, like, 1, false);
  text.insert(1, line_end(by));
  generated all;
  all.records.push_back({text, by.one_of({"", "\n", "\r\n", "\n \n"}), text, 1});
  return all;
}

// ---- CSV ----

std::string csv_quoted(std::string_view text) {
  std::string cell = "\"";
  for (const char c : text) {
    if (c == '"') cell += c;
    cell += c;
  }
  return cell + "\"";
}

// Quoted where it has to be, and now and then where it need not.
std::string csv_cell(dice& by, std::string_view text, char delimiter) {
  const bool special = text.find_first_of("\r\n") != std::string_view::npos ||
                       text.find(delimiter) != std::string_view::npos;
  return special || text.starts_with('"') || by.chance(15) ? csv_quoted(text) : std::string{text};
}

std::string note(dice& by) {
  return by.one_of({"", " ", "x", "5\" disk", "\"said\"", "a,b;c\td", "two\nlines", "two\r\nlines",
                    "가나다", "\U0001F600", "0", "1,5", "\\", "a\"", "renewal.term", "2020-04-20"});
}

std::string row(const std::vector<std::string>& cells, char delimiter) {
  std::string text = cells.front();
  for (std::size_t i = 1; i < cells.size(); ++i) text += delimiter + cells[i];
  return text;
}

generated csv(dice& by, const wish& like, std::size_t count) {
  generated all;
  all.delimiter = by.one_of({",", ",", ";", "\t"}).front();
  enum class kind { id, date, name, note, renewal };
  struct column {
    kind what;
    std::string title;
  };
  std::vector<column> columns;
  const auto add = [&](kind what, const std::string& title) {
    const auto at = columns.begin() + static_cast<std::ptrdiff_t>(by.below(columns.size() + 1));
    columns.insert(at, {what, csv_cell(by, title, all.delimiter)});
  };
  add(kind::id, "id");
  for (std::size_t i = 1 + by.below(2); i > 0; --i) add(kind::date, date_name(by, like));
  for (std::size_t i = by.below(3); i > 0; --i)
    add(kind::name, by.one_of({"competency", "COMPETENCY", "역량"}));
  for (std::size_t i = by.below(3); i > 0; --i)
    add(kind::note, by.one_of({"note", "", "a note", "Renewal.x", "\"q\"", "n\nn"}));
  if (like.renewals)
    for (std::size_t i = by.below(4); i > 0; --i)
      add(kind::renewal, by.one_of({"renewal.anniversary", "renewal.error", "renewal.",
                                    "renewal.x y", "renewal"}));

  if (by.chance(10)) all.front += "#TYPE Selected.System.Object" + line_end(by);
  if (by.chance(10)) all.front += std::string{"sep="} + all.delimiter + line_end(by);
  std::vector<std::string> titles;
  for (const column& c : columns) titles.push_back(c.title);
  all.front += row(titles, all.delimiter) + line_end(by);

  for (std::size_t r = 1; r <= count; ++r) {
    const auto cell = [&](kind what) -> std::string {
      if (what == kind::id) return std::to_string(r);
      if (what == kind::date)
        return by.chance(10) ? "" : by.chance(10) ? " " + date(by) + " " : date(by);
      if (what == kind::name) return by.chance(30) ? "" : name(by);
      return note(by);
    };
    std::vector<std::string> cells;
    for (const column& c : columns) cells.push_back(csv_cell(by, cell(c.what), all.delimiter));
    int id = static_cast<int>(r);
    if (by.chance(8)) {  // a long row
      for (std::size_t i = 1 + by.below(3); i > 0; --i)
        cells.push_back(csv_cell(by, note(by), all.delimiter));
      id = 0;
    } else if (by.chance(10)) {  // a short row, which keeps its id and so is never a blank line
      while (columns[cells.size() - 1].what != kind::id && by.chance(70)) cells.pop_back();
    }
    if (!like.only_utf8 && by.chance(5)) {
      cells.back() = "\xC0\xA1";
      id = 0;
    }
    if (like.renewals && by.chance(5) && columns.size() > 1) {  // nothing but renewal
      for (std::size_t i = 0; i < cells.size() && i < columns.size(); ++i)
        if (columns[i].what != kind::renewal) cells[i].clear();
      cells.resize(columns.size());
      id = 0;
    }
    generated_record one{row(cells, all.delimiter), line_end(by), "", id};
    one.kept = one.text +
               std::string(columns.size() - std::min(columns.size(), cells.size()), all.delimiter);
    if (like.blank_lines && by.chance(10)) one.end += " \n";
    all.records.push_back(std::move(one));
  }
  if (by.chance(10))
    all.records.push_back(
        {"\"never closed", "\n", std::string(columns.size() - 1, all.delimiter), 0});
  return all;
}

// Bad ones too begin with a digit: a first line that does not, but has delimiters, is taken for a
// header without a date.
generated plain_lines(dice& by, const wish& like, std::size_t count) {
  generated all;
  for (std::size_t i = 1; i <= count; ++i) {
    generated_record one{date(by), line_end(by), "", 0};
    const std::string offer = name(by);
    if (by.chance(75))
      one.text +=
          by.chance(50) ? " " + offer : "," + (by.chance(50) ? csv_quoted(offer) : " " + offer);
    if (!like.only_utf8 && by.chance(8)) one.text += "\xB0\xA1";
    if (by.chance(8)) one.text = by.one_of({" ", "\t"}) + one.text + " ";
    if (like.blank_lines && by.chance(10)) one.end += "\n";
    all.records.push_back(std::move(one));
  }
  return all;
}

}  // namespace

generated generate(shape of, dice& by, const wish& like, std::size_t most) {
  const std::size_t count = 1 + by.below(most);
  generated all = of == shape::plain_lines  ? plain_lines(by, like, count)
                  : of == shape::csv        ? csv(by, like, count)
                  : of == shape::json_lines ? json_lines(by, like, count)
                  : of == shape::json_array ? json_array(by, like, count)
                                            : json_object_alone(by, like);
  const bool lines = of == shape::plain_lines || of == shape::csv || of == shape::json_lines;
  if (lines && by.chance(20)) all.records.back().end.clear();  // no final newline
  return all;
}

}  // namespace mpn::test
