#include "generate_input.hpp"

#include <algorithm>
#include <utility>

namespace mpn::test {

namespace {

std::string number(std::size_t value, std::size_t width) {
  const std::string digits = std::to_string(value);
  return std::string(width - std::min(width, digits.size()), '0') + digits;
}

std::string date(dice& random) {
  const auto day = [&](std::size_t first_year, std::size_t years) {
    std::string text = number(first_year + random.below(years), 4);
    text += "-" + number(1 + random.below(12), 2);
    return text + "-" + number(1 + random.below(28), 2);
  };
  if (random.chance(60)) return day(2018, 5);
  if (random.chance(25)) return day(1, 9999);
  if (random.chance(20))
    return day(2018, 5) + random.one_of({"T00:00:00", " 00:00:00", "T00:00:00.000"});
  return random.one_of({"2020-02-29", "2021-02-30", "04/05/2021", "13/05/2021", "05/05/2021",
                        "44306", "2021-2-9", "20210209", "0001-01-01", "9999-12-31",
                        "2020-04-20T10:00:00", "2020-04-20x", "2021-13-45", "30/02/2021"});
}

std::string name(dice& random) {
  return random.one_of({"Cloud Platform", "cloud-platform", "Gold DevOps competency",
                        "클라우드 플랫폼", "골드 보안 역량", "Security", "Action Pack",
                        "Low Code Application Development", "Cloud Buisness Applications", "???",
                        "보안 \U0001F600", "not a name"});
}

std::string line_end(dice& random) { return random.chance(70) ? "\n" : "\r\n"; }

std::string date_name(dice& random, const input_options& wanted) {
  if (wanted.anniversaries)
    return random.one_of({"date", "anniversary", "Renewal Start Date", "갱신일"});
  return random.one_of({"date", "purchase_date", "Purchase Date", "PURCHASED", "구매일",
                        "anniversary", "갱신 시작 날짜"});
}

// ---- JSON ----

// A JSON string, sometimes with an unnecessary escape.
std::string json_string(dice& random, std::string_view text) {
  std::string json = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') json += '\\';
    if (c == 'e' && random.chance(10))
      json += "\\u0065";
    else
      json += c;
  }
  return json + "\"";
}

std::string json_value(dice& random, int depth = 0) {
  if (depth < 3 && random.chance(15)) {
    const std::string first = json_value(random, depth + 1);
    return "[" + first + ", " + json_value(random, depth + 1) + "]";
  }
  if (depth < 3 && random.chance(15)) {
    const std::string key = random.one_of({R"({"renewal":)", R"({"date":)", R"({ "k":)"});
    return key + json_value(random, depth + 1) + " }";
  }
  return random.one_of({"null", "true", "false", "0", "-0.0", "1E5",
                        "123456789012345678901234567890.10", "1e-400", "[]", "{}", R"("")",
                        R"("2020-04-20")", R"("Cloud Platform")", R"("\u00e9\n\/\\\"\ud83d\ude00")",
                        R"("[{,]}\"renewal\":{")", R"("가")", "\"\u00a0 \"", R"("a, \"b\": c")"});
}

// Blanks between tokens, on one line or on several.
class layout {
 public:
  layout(dice& random, bool line) : random_{random}, line_{line}, spacious_{random.chance(30)} {}
  std::string blanks() {
    if (!spacious_ || random_.chance(50)) return "";
    return line_ ? random_.one_of({" ", "  ", "\t"})
                 : random_.one_of({" ", "\n  ", "\r\n\t", "\n"});
  }

 private:
  dice& random_;
  bool line_;
  bool spacious_;
};

std::string date_value(dice& random) {
  if (random.chance(85))
    return json_string(random, random.chance(10) ? " " + date(random) + " " : date(random));
  return random.one_of({"null", R"("")", R"("  ")", "44306", "true", R"({"date":"2020-04-20"})",
                        R"(["2020-04-20"])"});
}

std::string json_object(dice& random, const input_options& wanted, int id, bool line) {
  layout space{random, line};
  std::vector<std::pair<std::string, std::string>> members;
  const auto add = [&](std::string key, std::string value) {
    const auto at = members.begin() + static_cast<std::ptrdiff_t>(random.below(members.size() + 1));
    members.insert(at, {std::move(key), std::move(value)});
  };
  add(R"("id")", std::to_string(id));
  for (std::size_t i = random.below(4); i > 0; --i) {
    std::string key = json_string(random, date_name(random, wanted));
    add(std::move(key), date_value(random));
  }
  for (std::size_t i = random.below(3); i > 0; --i) {
    std::string key = json_string(random, random.one_of({"competency", "Competency", "역량"}));
    add(std::move(key), random.chance(80) ? json_string(random, name(random)) : json_value(random));
  }
  for (std::size_t i = random.below(4); i > 0; --i) {
    std::string key =
        json_string(random, random.one_of({"note", "note", "", "a\"b", "renewals", "Renewal"}));
    add(std::move(key), json_value(random));
  }
  if (wanted.renewals)
    for (std::size_t i = random.below(3); i > 0; --i) {
      std::string key = random.chance(80) ? R"("renewal")" : R"("r\u0065newal")";
      add(std::move(key),
          random.chance(50)
              ? json_value(random)
              : R"({"schema_version":1,"error":{"code":"invalid_date","message":"x"}})");
    }

  std::string json = "{" + space.blanks();
  for (const auto& [key, value] : members) {
    if (&key != &members.front().first) json += "," + space.blanks();
    json += key + space.blanks();
    json += ":" + space.blanks();
    json += value + space.blanks();
  }
  return json + "}";
}

// A malformed record; in an array its brackets are balanced, so that the array continues after it.
std::string malformed_json(dice& random, const input_options& wanted, bool line) {
  if (!wanted.only_utf8 && random.chance(20))
    return random.one_of({"{\"date\":\"\xFF\"}", "{\"date\":\"\xED\xA0\x80\"}"});
  if (line && random.chance(30))
    return random.one_of(
        {R"({"id":1)", R"({"date":"2020-04-20)", R"({"a":1}{"b":2})", R"({"a":[})"});
  if (!line && random.chance(30)) return random.one_of({"1", R"("x,]")", "null", "[[],{}]"});
  return random.one_of({R"({"a":tru})", R"({"a":"\ud800"})", R"({"n":1e400})", "{'a':1}",
                        R"({"a":1,})", R"({"a" 1})", R"({"a":01})"});
}

generated_record json_record(dice& random, const input_options& wanted, int id, bool line) {
  if (wanted.renewals && random.chance(5)) {
    const std::string only = random.chance(50) ? "{\"renewal\":" + json_value(random) + "}"
                                               : R"({ "renewal":1 , "renewal":2 })";
    return {only, "", only, 0};
  }
  if (random.chance(4)) return {"{}", "", "{}", 0};
  if (random.chance(12)) return {malformed_json(random, wanted, line), "", "{}", 0};
  const std::string text = json_object(random, wanted, id, line);
  return {text, "", text, id};
}

generated json_lines(dice& random, const input_options& wanted, std::size_t count) {
  generated all;
  for (std::size_t i = 1; i <= count; ++i) {
    generated_record one = json_record(random, wanted, static_cast<int>(i), true);
    if (one.id != 0 && random.chance(10)) one.text = one.kept = " " + one.text + "\t";
    one.end = line_end(random);
    if (wanted.blank_lines && random.chance(10)) one.end += random.one_of({"\n", " \t\r\n"});
    all.records.push_back(std::move(one));
  }
  return all;
}

generated json_array(dice& random, const input_options& wanted, std::size_t count) {
  generated all;
  layout space{random, false};
  all.front = "[" + space.blanks();
  for (std::size_t i = 1; i <= count; ++i) {
    generated_record one = json_record(random, wanted, static_cast<int>(i), false);
    one.end = space.blanks();
    if (i < count) one.end += "," + space.blanks();
    all.records.push_back(std::move(one));
  }
  all.back = "]" + random.one_of({"", "\n", "\r\n", " \n\n"});
  return all;
}

// Never malformed: the output for a malformed object is read as JSON Lines the next time.
generated json_object_alone(dice& random, const input_options& wanted) {
  std::string text = json_object(random, wanted, 1, false);
  text.insert(1, line_end(random));
  generated all;
  all.records.push_back({text, random.one_of({"", "\n", "\r\n", "\n \n"}), text, 1});
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

// Quoted where necessary, and sometimes where it is not.
std::string csv_cell(dice& random, std::string_view text, char delimiter) {
  const bool special = text.find_first_of("\r\n") != std::string_view::npos ||
                       text.find(delimiter) != std::string_view::npos;
  return special || text.starts_with('"') || random.chance(15) ? csv_quoted(text)
                                                               : std::string{text};
}

std::string note(dice& random) {
  return random.one_of({"", " ", "x", "5\" disk", "\"said\"", "a,b;c\td", "two\nlines",
                        "two\r\nlines", "가나다", "\U0001F600", "0", "1,5", "\\", "a\"",
                        "renewal.term", "2020-04-20"});
}

std::string row(const std::vector<std::string>& cells, char delimiter) {
  std::string text = cells.front();
  for (std::size_t i = 1; i < cells.size(); ++i) text += delimiter + cells[i];
  return text;
}

generated csv(dice& random, const input_options& wanted, std::size_t count) {
  generated all;
  all.delimiter = random.one_of({",", ",", ";", "\t"}).front();
  enum class kind { id, date, name, note, renewal };
  struct column {
    kind what;
    std::string title;
  };
  std::vector<column> columns;
  const auto add = [&](kind what, const std::string& title) {
    const auto at = columns.begin() + static_cast<std::ptrdiff_t>(random.below(columns.size() + 1));
    columns.insert(at, {what, csv_cell(random, title, all.delimiter)});
  };
  add(kind::id, "id");
  for (std::size_t i = 1 + random.below(2); i > 0; --i) add(kind::date, date_name(random, wanted));
  for (std::size_t i = random.below(3); i > 0; --i)
    add(kind::name, random.one_of({"competency", "COMPETENCY", "역량"}));
  for (std::size_t i = random.below(3); i > 0; --i)
    add(kind::note, random.one_of({"note", "", "a note", "Renewal.x", "\"q\"", "n\nn"}));
  if (wanted.renewals)
    for (std::size_t i = random.below(4); i > 0; --i)
      add(kind::renewal, random.one_of({"renewal.anniversary", "renewal.error", "renewal.",
                                        "renewal.x y", "renewal"}));

  if (random.chance(10)) all.front += "#TYPE Selected.System.Object" + line_end(random);
  if (random.chance(10)) all.front += std::string{"sep="} + all.delimiter + line_end(random);
  std::vector<std::string> titles;
  for (const column& c : columns) titles.push_back(c.title);
  all.front += row(titles, all.delimiter) + line_end(random);

  for (std::size_t r = 1; r <= count; ++r) {
    const auto cell = [&](kind what) -> std::string {
      if (what == kind::id) return std::to_string(r);
      if (what == kind::date)
        return random.chance(10) ? "" : random.chance(10) ? " " + date(random) + " " : date(random);
      if (what == kind::name) return random.chance(30) ? "" : name(random);
      return note(random);
    };
    std::vector<std::string> cells;
    for (const column& c : columns) cells.push_back(csv_cell(random, cell(c.what), all.delimiter));
    int id = static_cast<int>(r);
    if (random.chance(8)) {  // a long row
      for (std::size_t i = 1 + random.below(3); i > 0; --i)
        cells.push_back(csv_cell(random, note(random), all.delimiter));
      id = 0;
    } else if (random.chance(10)) {  // a short row; it keeps its id, so that it is not a blank line
      while (columns[cells.size() - 1].what != kind::id && random.chance(70)) cells.pop_back();
    }
    if (!wanted.only_utf8 && random.chance(5)) {
      cells.back() = "\xC0\xA1";
      id = 0;
    }
    if (wanted.renewals && random.chance(5) && columns.size() > 1) {  // only results
      for (std::size_t i = 0; i < cells.size() && i < columns.size(); ++i)
        if (columns[i].what != kind::renewal) cells[i].clear();
      cells.resize(columns.size());
      id = 0;
      // A row whose cells are all empty is not a record.
      const bool empty = std::all_of(cells.begin(), cells.end(), [](const std::string& c) {
        return c.find_first_not_of(" \"") == std::string::npos;
      });
      if (empty) cells.front() = "x";
    }
    generated_record one{row(cells, all.delimiter), line_end(random), "", id};
    one.kept = one.text +
               std::string(columns.size() - std::min(columns.size(), cells.size()), all.delimiter);
    if (wanted.blank_lines && random.chance(10)) one.end += " \n";
    all.records.push_back(std::move(one));
  }
  if (random.chance(10))
    all.records.push_back({"\"never closed", "\n",
                           "\"\"\"never closed\"" + std::string(columns.size() - 1, all.delimiter),
                           0});
  return all;
}

// Bad lines begin with a digit, too: otherwise a first line with delimiters would be read as a
// header.
generated plain_lines(dice& random, const input_options& wanted, std::size_t count) {
  generated all;
  for (std::size_t i = 1; i <= count; ++i) {
    generated_record one{date(random), line_end(random), "", 0};
    const std::string offer = name(random);
    if (random.chance(75))
      one.text += random.chance(50) ? " " + offer
                                    : "," + (random.chance(50) ? csv_quoted(offer) : " " + offer);
    if (!wanted.only_utf8 && random.chance(8)) one.text += "\xB0\xA1";
    if (random.chance(8)) one.text = random.one_of({" ", "\t"}) + one.text + " ";
    if (wanted.blank_lines && random.chance(10)) one.end += "\n";
    all.records.push_back(std::move(one));
  }
  return all;
}

}  // namespace

generated generate(input_format format, dice& random, const input_options& wanted,
                   std::size_t most) {
  const std::size_t count = 1 + random.below(most);
  generated all = format == input_format::plain_lines  ? plain_lines(random, wanted, count)
                  : format == input_format::csv        ? csv(random, wanted, count)
                  : format == input_format::json_lines ? json_lines(random, wanted, count)
                  : format == input_format::json_array ? json_array(random, wanted, count)
                                                       : json_object_alone(random, wanted);
  const bool lines = format == input_format::plain_lines || format == input_format::csv ||
                     format == input_format::json_lines;
  if (lines && random.chance(20)) all.records.back().end.clear();  // no final newline
  return all;
}

}  // namespace mpn::test
