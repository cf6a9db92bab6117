// Good and bad records of every format, and the fields that are read.
#include <initializer_list>
#include <string>

#include "expected.hpp"

namespace {

using namespace mpn::test;

const std::string plain_schedule = R"({"purchase_date":"2020-04-20",)" + schedule_json + "}";
const std::string json_schedule = R"({"date":"2020-04-20",)" + schedule_json + "}";

// An input with bad records at some places, its output and its messages.
struct mixture {
  std::string in;
  std::string out;
  std::string err;
};

mixture mix(std::initializer_list<bool> places, const std::string& good_in,
            const std::string& bad_in, const std::string& good_out, const std::string& bad_out,
            const std::string& message, int first_line, const std::string& between) {
  mixture all;
  int line = first_line;
  for (const bool is_bad : places) {
    if (line != first_line) {
      all.in += between;
      all.out += between;
    }
    all.in += is_bad ? bad_in : good_in;
    all.out += is_bad ? bad_out : good_out;
    if (is_bad) all.err += diagnostic(line, message);
    ++line;
  }
  return all;
}

}  // namespace

TEST_CASE("a bad record does not affect the others") {
  const std::string date_message = "February 2021 has 28 days";
  const std::string message = "'2021-02-30' is not a date: " + date_message;
  const std::initializer_list<bool> all_places[] = {
      {true, false, false}, {false, true, false}, {false, false, true}, {true, true}, {true}};
  for (const auto& places : all_places) {
    const mixture lines =
        mix(places, "2020-04-20", "2021-02-30", plain_schedule,
            R"({"purchase_date":"2021-02-30",)" +
                error_json("invalid_date", date_message, R"(,"field":"purchase_date")") + "}",
            message, 1, "\n");
    check(run({"-f", "ndjson"}, lines.in + "\n"), lines.out + "\n", lines.err, 1);

    const mixture rows =
        mix(places, "1,2020-04-20", "2,2021-02-30", "1,2020-04-20" + schedule_cells,
            "2,2021-02-30" + error_cells("invalid_date: " + date_message), message, 2, "\r\n");
    check(run({}, "id,date\r\n" + rows.in + "\r\n"),
          "id,date" + renewal_columns + "\r\n" + rows.out + "\r\n", rows.err, 1);

    const std::string bad_object = R"({"date":"2021-02-30")";
    const std::string bad_object_out =
        bad_object + "," + error_json("invalid_date", date_message, R"(,"field":"date")") + "}";
    const mixture objects = mix(places, R"({"date":"2020-04-20"})", bad_object + "}", json_schedule,
                                bad_object_out, message, 1, "\n");
    check(run({}, objects.in), objects.out, objects.err, 1);

    const mixture array = mix(places, R"({"date":"2020-04-20"})", bad_object + "}", json_schedule,
                              bad_object_out, message, 1, ",\n");
    check(run({}, "[" + array.in + "]"), "[\n" + array.out + "\n]\n", array.err, 1);
  }
}

TEST_CASE("a short row has empty cells, and a long row is malformed and keeps its cells") {
  check(run({}, "id,date,note\n1,2020-04-20\n2\n3,2020-04-20,x,\"y,\"\n4,2020-04-20,\n"),
        "id,date,note" + renewal_columns + "\n1,2020-04-20," + schedule_cells + "\n2,," +
            error_cells("missing_date: missing date") + "\n3,2020-04-20,x,\"y,\"" +
            error_cells("\"malformed_record: row has 4 fields, the header has 3\"") +
            "\n4,2020-04-20," + schedule_cells + "\n",
        diagnostic(3, "missing date") +
            diagnostic(4, "malformed record: row has 4 fields, the header has 3"),
        1);
  // In JSON the additional cells would have no names.
  check(run({"-f", "ndjson"}, "id,date\n1,2020-04-20,x\n2\n"),
        malformed_json("row has 3 fields, the header has 2", "1,2020-04-20,x") + "\n" +
            R"({"id":"2","date":"",)" +
            error_json("missing_date", "missing date", R"(,"field":"date")") + "}\n",
        diagnostic(2, "malformed record: row has 3 fields, the header has 2") +
            diagnostic(3, "missing date"),
        1);
}

TEST_CASE("an unclosed quote costs one line") {
  const std::string header = "id,date\n";
  const std::string unclosed = "quoted field not closed within 64 KiB";
  check(run({}, header + "1,2020-04-20\n2,\"2020-04-20\n3,2020-04-20\n"),
        "id,date" + renewal_columns + "\n1,2020-04-20" + schedule_cells +
            "\n\"2,\"\"2020-04-20\"," + error_cells("malformed_record: " + unclosed) +
            "\n3,2020-04-20" + schedule_cells + "\n",
        diagnostic(3, "malformed record: " + unclosed), 1);
  // Inside an unquoted field a quote is an ordinary character.
  check(run({}, "id,date\n5\" disk,2020-04-20\n\"5\"\" disk\",\"2020-04-20\"\n"),
        "id,date" + renewal_columns + "\n5\" disk,2020-04-20" + schedule_cells +
            "\n\"5\"\" disk\",\"2020-04-20\"" + schedule_cells + "\n",
        "", 0);
  check(run({"-f", "ndjson"}, "id,date\n\"\n3,2020-04-20\n"),
        malformed_json(unclosed, "\\\"") + "\n" + R"({"id":"3","date":"2020-04-20",)" +
            schedule_json + "}\n",
        diagnostic(2, "malformed record: " + unclosed), 1);
  // The line end is that of the row, not that of an empty row before it.
  check(run({}, header + ",\n3,\"2020-04-20"),
        "id,date" + renewal_columns + "\n\"3,\"\"2020-04-20\"," +
            error_cells("malformed_record: " + unclosed),
        diagnostic(3, "malformed record: " + unclosed), 1);
}

TEST_CASE("a record that is not UTF-8 or not JSON is malformed, the others are not") {
  struct row {
    std::string bad;
    std::string message;
    std::string input;
  };
  const std::string not_text = "not UTF-8 text; in Excel, save as \\\"CSV UTF-8\\\"";
  const std::string_view not_text_message = "not UTF-8 text; in Excel, save as \"CSV UTF-8\"";
  using namespace std::string_literals;
  for (const row& r :
       {row{"{\"date\":\"\0\"}"s, not_text, R"({\"date\":\"\u0000\"})"},
        row{"{\"date\":\"\xEA\xB0\"}", not_text,
            R"({\"date\":\")"
            "\uFFFD\uFFFD"
            R"(\"})"},
        row{"{\"date\":\"\xB0\xA1\"}", not_text,
            R"({\"date\":\")"
            "\uFFFD\uFFFD"
            R"(\"})"},
        row{R"({"a":"\udc00"})", "lone surrogate in a string", R"({\"a\":\"\\udc00\"})"},
        row{R"({"a":{"\uDfFF":1}})", "lone surrogate in a string", R"({\"a\":{\"\\uDfFF\":1}})"},
        row{R"({"a":"\ud800x"})", "lone surrogate in a string", R"({\"a\":\"\\ud800x\"})"},
        row{R"({"a":1e400})", "number beyond a double's range", R"({\"a\":1e400})"},
        row{R"({"a":-1e400})", "number beyond a double's range", R"({\"a\":-1e400})"},
        row{"{\"a\":\"\x01\"}", "control character in a string", R"({\"a\":\"\u0001\"})"},
        row{R"({"a":tru})", "invalid JSON at byte 9", R"({\"a\":tru})"}}) {
    CAPTURE(r.bad);
    const std::string sentence =
        "malformed record: " + std::string{r.message == not_text ? not_text_message : r.message};
    const std::string small = R"({"date":"2020-04-20"})";
    const std::string record = malformed_json(r.message, r.input);
    check(run({}, small + "\n" + r.bad + "\n" + small + "\n"),
          json_schedule + "\n" + record + "\n" + json_schedule + "\n", diagnostic(2, sentence), 1);
    check(run({}, "[" + small + "," + r.bad + "," + small + "]"),
          "[\n" + json_schedule + ",\n" + record + ",\n" + json_schedule + "\n]\n",
          diagnostic(1, sentence), 1);
  }
  // CP949, which Korean Excel writes as CSV.
  const std::string message =
      "\"malformed_record: not UTF-8 text; in Excel, save as \"\"CSV UTF-8\"\"\"";
  check(run({}, "date,note\n2020-04-20,x\n2020-04-20,\xB0\xA1\n2020-04-20,y\n"),
        "date,note" + renewal_columns + "\n2020-04-20,x" + schedule_cells +
            "\n2020-04-20,\xB0\xA1" + error_cells(message) + "\n2020-04-20,y" + schedule_cells +
            "\n",
        diagnostic(3, "malformed record: " + std::string{not_text_message}), 1);
  check(run({"-f", "ndjson"}, "2020-04-20\n2020-04-20 \xB0\xA1\n2020-04-20\n"),
        plain_schedule + "\n" + malformed_json(not_text, "2020-04-20 \uFFFD\uFFFD") + "\n" +
            plain_schedule + "\n",
        diagnostic(2, "malformed record: " + std::string{not_text_message}), 1);
  // Column names have to be UTF-8 where they become member names.
  check(run({"-f", "ndjson"}, "\xB0\xA1,date\nx,2020-04-20\n"),
        "{\"\uFFFD\uFFFD\":\"x\",\"date\":\"2020-04-20\"," + schedule_json + "}\n", "", 0);
}

TEST_CASE("every renewal member of the input is replaced") {
  for (const std::string old : {"null", "1", R"("x")", "[]", "{}", "true", R"([{"renewal":1}])",
                                R"({"error":{"code":"x"}})"}) {
    CAPTURE(old);
    const std::string member = R"("renewal":)" + old;
    for (const std::string& text :
         {"{" + member + R"(,"date":"2020-04-20"})", R"({"date":"2020-04-20",)" + member + "}",
          "{" + member + "," + member + R"(,"date":"2020-04-20",)" + member + "}",
          R"({"date":"2020-04-20","\u0072enewal":)" + old + "}"})
      check(run({}, text + "\n"), json_schedule + "\n", "", 0);
    check(run({}, R"({"a":1 , )" + member + R"( , "date":"2020-04-20" })"),
          R"({"a":1 , "date":"2020-04-20",)" + schedule_json + " }", "", 0);
    const std::string no_date = "{" + error_json("missing_date", "missing date") + "}";
    check(run({}, "{" + member + "}\n"), no_date + "\n", diagnostic(1, "missing date"), 1);
    check(run({}, "{ " + member + " , " + member + " }\n"),
          "{ " + no_date.substr(1, no_date.size() - 2) + " }\n", diagnostic(1, "missing date"), 1);
  }
}

TEST_CASE("every renewal column of the input is replaced") {
  check(run({}, "renewal.anniversary,id,renewal.x,date,renewal.error\nq,1,\"w,\",2020-04-20,e\n"),
        "id,date" + renewal_columns + "\n1,2020-04-20" + schedule_cells + "\n", "", 0);
  check(run({"-f", "ndjson"}, "renewal.anniversary,renewal,date\nq,w,2020-04-20\n"),
        json_schedule + "\n", "", 0);
  // Their cells are dropped, so they may hold anything; they do not count as columns.
  check(run({}, "renewal.x,date\n\xB0\xA1,2020-04-20\n,2020-04-20,x\n"),
        "date" + renewal_columns + "\n2020-04-20" + schedule_cells + "\n2020-04-20,x" +
            error_cells("\"malformed_record: row has 2 fields, the header has 1\"") + "\n",
        diagnostic(3, "malformed record: row has 2 fields, the header has 1"), 1);
}

TEST_CASE("the last of duplicate fields counts, and an empty field is absent") {
  const std::string date = R"("date":"2020-04-20")";
  const std::string error = error_json("missing_date", "missing date", R"(,"field":"date")");
  const auto works = [&](const std::string& object) {
    check(run({}, object + "}\n"), object + "," + schedule_json + "}\n", "", 0);
  };
  works(R"({"date":"x",)" + date);
  works(R"({"Date":"x",)" + date);
  works(R"({"anniversary":"",)" + date);
  works(R"({"anniversary":null,)" + date);
  works(R"({"anniversary":"\u00a0 ",)" + date);
  works(R"({"anniversary":"x","anniversary":null,)" + date);
  works(R"({"competency":"x","competency":"",)" + date);
  works(R"({"competency":null,)" + date);
  check(run({}, "{" + date +
                    R"(,"date":""})"
                    "\n"),
        "{" + date + R"(,"date":"",)" + error + "}\n", diagnostic(1, "missing date"), 1);

  const auto row_works = [&](const std::string& header, const std::string& row) {
    check(run({}, header + "\n" + row + "\n"),
          header + renewal_columns + "\n" + row + schedule_cells + "\n", "", 0);
  };
  row_works("date,date", "x,2020-04-20");
  row_works("anniversary,date", ",2020-04-20");
  row_works("anniversary,date", "\" \",2020-04-20");
  row_works("competency,date,competency", "x,2020-04-20,");
}

TEST_CASE("a date or competency that is not a JSON string is invalid") {
  const auto fails = [](const std::string& object, const std::string& renewal,
                        const std::string& message) {
    check(run({}, object + "}\n"), object + "," + renewal + "}\n", diagnostic(1, message), 1);
  };
  const std::string write_it = R"(write the date as a JSON string, \"YYYY-MM-DD\")";
  for (const std::string value : {"true", "20200420", "1.5e3", "[]", R"({"date":"2020-04-20"})"})
    fails(R"({"date":)" + value, error_json("invalid_date", write_it, R"(,"field":"date")"),
          "'" + value + "' is not a date: write the date as a JSON string, \"YYYY-MM-DD\"");
  fails(R"({"date":"2020-04-20","competency":7)",
        error_json("unknown_competency", "write the name as a JSON string",
                   R"(,"field":"competency")"),
        "unknown competency '7'; write the name as a JSON string");
}

TEST_CASE("a header that is not UTF-8 is refused") {
  check(run({}, "\xB1\xB8\xB8\xC5\xC0\xCF,id\n2020-04-20,1\n"), "",
        "mpn-renewal: (stdin): not UTF-8 text; in Excel, save as \"CSV UTF-8\"\n", 2);
}

TEST_CASE("each part of a plain line becomes one CSV cell") {
  const std::string listed = "unknown_competency: --list shows the names";
  const std::string header = "purchase_date,competency" + renewal_columns + "\n";
  const auto row = [](const std::string& cells, const std::string& error) {
    return cells + error_cells(error) + "\n";
  };
  check(run({"-f", "csv", "-q"}, "2020-04-20 a,b\n2020-04-20 \"Clo\n2020-04-20,\"x\"\"y\"\n"),
        header + row("2020-04-20,\"a,b\"", listed) + row("2020-04-20,\"\"\"Clo\"", listed) +
            row("2020-04-20,\"x\"\"y\"", listed),
        "", 1);
}

TEST_CASE("line ends are unchanged") {
  check(run({}, "date\r\n2020-04-20\n2020-04-20\r\n2020-04-20"),
        "date" + renewal_columns + "\r\n2020-04-20" + schedule_cells + "\n2020-04-20" +
            schedule_cells + "\r\n2020-04-20" + schedule_cells,
        "", 0);
  const std::string small = R"({"date":"2020-04-20"})";
  check(run({}, small + "\r\n" + small + "\n" + small),
        json_schedule + "\r\n" + json_schedule + "\n" + json_schedule, "", 0);
  check(run({"-f", "ndjson"}, "2020-04-20\r\n2020-04-20"),
        plain_schedule + "\n" + plain_schedule + "\n", "", 0);
  check(run({"--excel"}, "date\n2020-04-20"),
        "\xEF\xBB\xBF"
        "date" +
            renewal_columns + "\r\n2020-04-20" + schedule_cells + "\r\n",
        "", 0);
}

TEST_CASE("an empty input is no error, and blank lines are not records") {
  for (const std::string empty : {"", "\n", " \t\r\n\n"}) {
    check(run({}, empty), "", "", 0);
    check(run({"-f", "ndjson"}, empty), "", "", 0);
    check(run({"--json"}, empty), "[]\n", "", 0);
  }
  check(run({}, "[]"), "[]\n", "", 0);
  check(run({}, " [ \n ] \n"), "[]\n", "", 0);
  check(run({"-q"}, "{\r\n}"), "{\r\n" + error_json("missing_date", "missing date") + "}\n", "", 1);
  check(run({}, "id,date\r\n"), "id,date" + renewal_columns + "\r\n", "", 0);
  check(run({}, "id,date"), "id,date" + renewal_columns, "", 0);
  check(run({"--json"}, "id,date\n"), "[]\n", "", 0);

  check(run({"-f", "ndjson"}, "\n \t\n2020-04-20\n\n\r\n2021-02-30\n"),
        plain_schedule +
            "\n"
            R"({"purchase_date":"2021-02-30",)" +
            error_json("invalid_date", "February 2021 has 28 days", R"(,"field":"purchase_date")") +
            "}\n",
        diagnostic(6, "'2021-02-30' is not a date: February 2021 has 28 days"), 1);
  check(run({}, "\n{\"date\":\"2020-04-20\"}\n \n\t\r\n{\"date\":\"2020-04-20\"}\n\n"),
        json_schedule + "\n" + json_schedule + "\n", "", 0);
  check(run({"-f", "ndjson"}, " \t\r\n\ndate\n\n2020-04-20\n  \n\r\n2020-04-20\n"),
        json_schedule + "\n" + json_schedule + "\n", "", 0);
}

TEST_CASE("the lines that Excel and PowerShell write before a header are unchanged") {
  for (const std::string before :
       {"sep=;\r\n", "#TYPE System.Management.Automation.PSCustomObject\r\n", "#TYPE X\nsep=;\n"}) {
    std::string cells = schedule_cells;
    std::string columns = renewal_columns;
    for (std::string* text : {&cells, &columns}) std::replace(text->begin(), text->end(), ',', ';');
    check(run({}, before + "date;note\n2020-04-20;a,b\n"),
          before + "date;note" + columns + "\n2020-04-20;a,b" + cells + "\n", "", 0);
    check(run({"-f", "ndjson"}, before + "date\n2020-04-20\n2021-02-30\n", test_environment(), 5),
          json_schedule +
              "\n"
              R"({"date":"2021-02-30",)" +
              error_json("invalid_date", "February 2021 has 28 days", R"(,"field":"date")") + "}\n",
          diagnostic(before.find('\n') == before.size() - 1 ? 4 : 5,
                     "'2021-02-30' is not a date: February 2021 has 28 days"),
          1);
    check(run({}, before + "Id;Bought\n1;2020-04-20\n"), "",
          "mpn-renewal: (stdin): no date column among: Id, Bought; use --date-field\n", 2);
  }
}

TEST_CASE("messages report 20 bad records and count the others, with -q there are none") {
  const auto lines = [](std::size_t count) {
    std::string all;
    for (std::size_t i = 0; i < count; ++i) all += "2021-02-30\n";
    return all;
  };
  std::string twenty;
  for (int i = 1; i <= 20; ++i)
    twenty += diagnostic(i, "'2021-02-30' is not a date: February 2021 has 28 days");
  const auto messages = [&](std::size_t count) { return run({"-f", "csv"}, lines(count)).err; };
  CHECK(messages(20) == twenty);
  CHECK(messages(21) == twenty + "mpn-renewal: (stdin): 1 more bad record\n");
  CHECK(messages(1020) == twenty + "mpn-renewal: (stdin): 1000 more bad records\n");
  // The text list has the bad records in their places.
  CHECK(run({}, lines(1)).err == "mpn-renewal: (stdin): 1 bad record\n");
  CHECK(run({}, lines(21)).err == "mpn-renewal: (stdin): 21 bad records\n");
  for (const std::size_t count : {std::size_t{1}, std::size_t{20}, std::size_t{21}}) {
    const run_result quiet = run({"-q"}, lines(count));
    CHECK(quiet.err == "");
    CHECK(quiet.status == 1);
    CHECK(quiet.out == run({}, lines(count)).out);
  }
}
