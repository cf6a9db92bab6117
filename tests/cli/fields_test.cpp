// Which columns and members are read.
#include <algorithm>
#include <string>
#include <vector>

#include "expected.hpp"

namespace {

using namespace mpn::test;

const std::string plain_schedule = R"({"purchase_date":"2020-04-20",)" + schedule_json + "}";
const std::string json_schedule = R"({"date":"2020-04-20",)" + schedule_json + "}";

}  // namespace

TEST_CASE("field names are found in English and Korean in a fixed order") {
  // Each name takes precedence over the later ones of the list.
  struct known {
    std::string name;
    bool anniversary;
  };
  const std::vector<known> names{{"anniversary", true},
                                 {"Anniversary Date", true},
                                 {"renewal-start_date", true},
                                 {"갱신일", true},
                                 {"갱신 시작 날짜", true},
                                 {"Purchase Date", false},
                                 {"PURCHASED", false},
                                 {"date_of_purchase", false},
                                 {"CompetencyStartDate", false},
                                 {"구매 날짜", false},
                                 {"구매일", false},
                                 {"구매일자", false},
                                 {"date", false},
                                 {"날짜", false}};
  for (std::size_t i = 0; i < names.size(); ++i) {
    std::string header;
    std::string row;
    std::string object;
    // In reverse order, so that the position does not decide.
    for (std::size_t j = names.size(); j-- > i;) {
      const std::string date =
          j == i ? (names[i].anniversary ? "2021-04-20" : "2020-04-20") : "1999-01-01";
      header += (header.empty() ? "" : ",") + names[j].name;
      row += (row.empty() ? "" : ",") + date;
      object += (object.empty() ? "{\"" : ",\"") + names[j].name + "\":\"" + date + "\"";
    }
    check(run({}, object + "}\n"), object + "," + schedule_json + "}\n", "", 0);
    check(run({}, header + "\n" + row + "\n"),
          header + renewal_columns + "\n" + row + schedule_cells + "\n", "", 0);
  }
  for (const std::string name : {"competency", "Compe-tency", "CompetencyName", "offer",
                                 "Offer_Name", "역량", "역 량", "역량 이름", "제안"}) {
    const run_result result = run({"-f", "ndjson"}, name + ",date\n보안,2020-04-20\n");
    CHECK(result.status == 0);
    CHECK(result.out.find(R"("competency":"Security","term":1)") != std::string::npos);
  }
}

TEST_CASE("the fields of --date-field and --competency-field are read and no others") {
  check(
      run({"--date-field", "Bought On"}, "bought_on,anniversary\n2020-04-20,1999-01-01\n"),
      "bought_on,anniversary" + renewal_columns + "\n2020-04-20,1999-01-01" + schedule_cells + "\n",
      "", 0);
  check(run({"--date-field", "bought"}, R"({"date":"1999-01-01","Bought":"2020-04-20"})"),
        R"({"date":"1999-01-01","Bought":"2020-04-20",)" + schedule_json + "}", "", 0);
  check(run({"--date-field", "bought"}, R"({"date":"2020-04-20","Bought":""})"),
        R"({"date":"2020-04-20","Bought":"",)" +
            error_json("missing_date", "missing date", R"(,"field":"Bought")") + "}",
        diagnostic(1, "missing date"), 1);
  check(run({"--date-field", "bought"}, R"({"date":"2020-04-20"})"),
        R"({"date":"2020-04-20",)" + error_json("missing_date", "missing date") + "}",
        diagnostic(1, "missing date"), 1);
  check(run({"--date-field", "bought"}, "bought,date\n,2020-04-20\n"),
        "bought,date" + renewal_columns + "\n,2020-04-20" +
            error_cells("missing_date: missing date") + "\n",
        diagnostic(2, "missing date"), 1);
  check(run({"--date-field", "since", "-a"}, "since\n2021-04-20\n"),
        "since" + renewal_columns + "\n2021-04-20" + schedule_cells + "\n", "", 0);
  // A known name keeps its meaning.
  check(run({"--date-field", "date"}, "anniversary,date\n1999-01-01,2020-04-20\n"),
        "anniversary,date" + renewal_columns + "\n1999-01-01,2020-04-20" + schedule_cells + "\n",
        "", 0);
  check(run({"--date-field", "anniversary"}, "anniversary,date\n2021-04-20,x\n"),
        "anniversary,date" + renewal_columns + "\n2021-04-20,x" + schedule_cells + "\n", "", 0);

  const run_result result = run({"--competency-field", "product", "-f", "ndjson"},
                                "product,competency,date\nSecurity,DevOps,2020-04-20\n");
  CHECK(result.out.find(R"("competency":"Security","term":1)") != std::string::npos);
  check(run({}, "Id,Bought,Competency\n1,x,y\n"), "",
        "mpn-renewal: (stdin): no date column among: Id, Bought, Competency; use --date-field\n",
        2);
  // A competency that nobody named is not read.
  check(
      run({"--competency-field", "product"}, "product,competency,date\n,Securty,2020-04-20\n"),
      "product,competency,date" + renewal_columns + "\n,Securty,2020-04-20" + schedule_cells + "\n",
      "", 0);
}

TEST_CASE("a header without a column that the user named is refused") {
  const auto refused = [](const std::vector<std::string>& options, const std::string& input,
                          const std::string& message) {
    CAPTURE(input);
    check(run(options, input), "", "mpn-renewal: (stdin): " + message + "\n", 2);
  };
  const std::string header = "Id,Date,Customer\n1,2020-04-20,x\n";
  refused({"--date-field", "Dat"}, header,
          "no column 'Dat' among: Id, Date, Customer; did you mean 'Date'?");
  refused({"--date-field", "x\x1b"}, header, "no column 'x\\x1b' among: Id, Date, Customer");
  refused({"--date-field", std::string(300, 'x')}, header,
          "no column '" + std::string(200, 'x') + "…' among: Id, Date, Customer");
  refused({"--competency-field", "Product"}, header,
          "no column 'Product' among: Id, Date, Customer");
  // Also where no column of the header is a date that is known, and where it has only one column.
  refused({"--date-field", "Bougth"}, "Id;Bought\n1;2020-04-20\n",
          "no column 'Bougth' among: Id, Bought; did you mean 'Bought'?");
  refused({"--date-field", "Bought"}, "date\n2020-04-20\n", "no column 'Bought' among: date");
  // Our own columns are not listed.
  const run_result first = run({}, header);
  refused({"--competency-field", "Customers"}, first.out,
          "no column 'Customers' among: Id, Date, Customer; did you mean 'Customer'?");
  // Plain lines have no columns.
  check(run({"--date-field", "x", "--competency-field", "y", "-f", "ndjson"}, "2020-04-20\n"),
        plain_schedule + "\n", "", 0);
}

TEST_CASE("a renewal column is never a field") {
  for (const std::string option : {"--date-field", "--competency-field"}) {
    for (const std::string name :
         {"renewal", "renewal.anniversary", "Renewal.Error", " re-newal.x"})
      check(run({option, name}, "date\n"), "",
            "mpn-renewal: " + option + " cannot name '" + name +
                "': the renewal columns are the output of this program\n",
            2);
    for (const std::string name : {" ", "-", "_\u3000"})
      check(run({option, name}, "date\n"), "",
            "mpn-renewal: " + option + " needs a name that is not blank\n", 2);
  }
}

TEST_CASE("a date column whose meaning nobody knows is suggested") {
  for (const std::string name :
       {"Renewal Date", "expiration_date", "Expiry date", "AD", "갱신 날짜", "만료일"}) {
    const std::string hint = "no date column among: %; if '" + name +
                             "' is the anniversary, use --date-field '" + name + "' -a\n";
    const auto message = [&](const std::string& columns) {
      std::string text = "mpn-renewal: (stdin): " + hint;
      return text.replace(text.find('%'), 1, columns);
    };
    check(run({}, "Id," + name + ",Competency\n1,2021-04-20,Security\n"), "",
          message("Id, " + name + ", Competency"), 2);
    check(run({}, name + "\r\n2021-04-20\r\n"), "", message(name), 2);
    check(run({"--date-field", name, "-a"}, name + "\n2021-04-20\n"),
          name + renewal_columns + "\n2021-04-20" + schedule_cells + "\n", "", 0);
    // It does not matter where a date column is found.
    check(run({}, name + ",date\n1999-01-01,2020-04-20\n"),
          name + ",date" + renewal_columns + "\n1999-01-01,2020-04-20" + schedule_cells + "\n", "",
          0);
  }
}

TEST_CASE("a note reports a competency that no record can have") {
  const std::string column =
      "mpn-renewal: (stdin): no competency column among: Purchase date, Renewal due, Product; the "
      "extension stays unknown; use --competency-field\n";
  const std::string table = "Purchase date,Renewal due,Product\n2020-04-20,x,Security\n";
  const run_result noted = run({}, table);
  CHECK(noted.err == column);
  CHECK(noted.status == 0);
  CHECK(run({}, noted.out).err == column);  // our columns are not listed
  for (const std::string format : {"text", "ndjson", "json", "csv", "ics"})
    CHECK(run({"-f", format}, table).err == column);
  CHECK(run({"-q"}, table).err == "");
  CHECK(run({"--check"}, table).err == "");
  CHECK(run({"--competency-field", "product"}, table).err == "");
  CHECK(run({}, "date,Offer Name\n").err == "");
  // It stands before the messages about the records.
  CHECK(run({}, "date\nx\n").err ==
        "mpn-renewal: (stdin): no competency column among: date; the extension stays unknown; use "
        "--competency-field\n" +
            diagnostic(2, "'x' is not a date: write YYYY-MM-DD"));

  const std::string member =
      "mpn-renewal: (stdin): no record has the member 'Product' of --competency-field; the "
      "extension stays unknown\n";
  const std::string record = R"({"date":"2020-04-20"})";
  for (const std::string& input : {record, record + "\n" + record + "\n", "[" + record + "]",
                                   std::string{"{\n\"date\":\"2020-04-20\"}"}}) {
    CHECK(run({"--competency-field", "Product"}, input).err == member);
    CHECK(run({"--competency-field", "Product", "-q"}, input).err == "");
    CHECK(run({"--competency-field", "Product", "--check"}, input).err == "");
    CHECK(run({}, input).err == "");
  }
  const std::string with_null = R"({"date":"2020-04-20","product":null})";
  CHECK(run({"--competency-field", "Product"}, record + "\n" + with_null).err == "");
  CHECK(run({"--competency-field", "Product"}, "[]").err == "");
  CHECK(run({"--competency-field", "Product"}, "{}x").err ==
        diagnostic(1, "malformed record: text after the object; write one object a line"));
}

TEST_CASE("rows without content are not records, whatever their length") {
  const std::string out = "id,date" + renewal_columns + "\n1,2020-04-20" + schedule_cells + "\n";
  for (const std::string& blank :
       {std::string{","}, std::string{" ,\t"}, std::string{",,,,"}, std::string{"\"\",\" \""},
        std::string{"\"\""}, std::string{",\u00a0"}, std::string(100'000, ',')}) {
    check(run({}, "id,date\n" + blank + "\n1,2020-04-20\n" + blank + "\r\n" + blank), out, "", 0);
    check(run({"--check"}, "id,date\n" + blank + "\n"),
          "MPN-RENEWAL UNKNOWN - no offer at all | lapsed=0 last_call=0 open=0 reminded=0 active=0 "
          "unknown=0\n",
          "", 3);
  }
  // They count as lines.
  check(run({"-q", "-f", "text"}, "id,date\n,\n\n2,x\n"),
        "anniversary  renew by    extension  offer\n"
        "line 4       error: 'x' is not a date: write YYYY-MM-DD\n",
        "", 1);
}

TEST_CASE("an Excel workbook is refused") {
  using namespace std::string_literals;
  for (const std::string& start : {"PK\x03\x04"s, "PK\x03\x04\x14\0\x06\0date,x\n"s})
    check(run({}, start), "", "mpn-renewal: (stdin): an Excel workbook; save it as \"CSV UTF-8\"\n",
          2);
  CHECK(run({}, "PK\x03").status == 1);
}

TEST_CASE("Partner Center's Insights export is read unchanged, as CSV and as TSV") {
  for (const char delimiter : {',', '\t'}) {
    const auto row = [&](std::string text) {
      std::replace(text.begin(), text.end(), '|', delimiter);
      return text;
    };
    const std::string header = row(
        "CompetencyName|CompetencyLevel|CompetencyStatus|CompetencyStartDate|CompetencyEndDate");
    const run_result result = run({"--date-order", "mdy", "-f", "ndjson"},
                                  header + "\r\n" +
                                      row("Cloud Platform|Gold|Active|4/20/2020|4/20/2021\r\n"
                                          "Security|Silver|Active|12/1/2020|12/1/2021\r\n"));
    CHECK(result.err == "");
    CHECK(result.status == 0);
    CHECK(result.out.find(R"("CompetencyStartDate":"4/20/2020","CompetencyEndDate":"4/20/2021",)"
                          R"("renewal":{"schema_version":1,"competency":"Cloud Platform","term":1,)"
                          R"("anniversary":"2021-04-20")") != std::string::npos);
    CHECK(result.out.find(R"("competency":"Security","term":1,"anniversary":"2021-12-01")") !=
          std::string::npos);
    const run_result refused = run({"-f", "ndjson"}, header + "\n" + row("DevOps|||4/20/2020|\n"));
    CHECK(refused.err == diagnostic(2, "'4/20/2020': write 2020-04-20, or use --date-order mdy"));
    check(run({"-a"}, header + "\n"), "",
          "mpn-renewal: (stdin): -a means that the dates are anniversaries, but "
          "'CompetencyStartDate' is the purchase date; leave out -a\n",
          2);
  }
}

TEST_CASE("a purchase date field contradicts -a, an anniversary field does not") {
  const std::string message =
      "mpn-renewal: (stdin): -a means that the dates are anniversaries, but 'purchase date' is the "
      "purchase date; leave out -a\n";
  check(run({"-a"}, "id,purchase date\n1,2020-04-20\n"), "", message, 2);
  check(run({"-a"}, R"({"date":"2021-04-20"})"
                    "\n"
                    R"({"purchase date":"2020-04-20"})"
                    "\n"),
        R"({"date":"2021-04-20",)" + schedule_json + "}\n", message, 2);
  check(run({"-a"}, R"([{"date":"2021-04-20"},{"purchase date":"2020-04-20"}])"),
        "[\n"
        R"({"date":"2021-04-20",)" +
            schedule_json + "}\n]\n",
        message, 2);
  check(run({"-a"}, "anniversary,purchase date\n2021-04-20,2020-04-20\n"),
        "anniversary,purchase date" + renewal_columns + "\n2021-04-20,2020-04-20" + schedule_cells +
            "\n",
        "", 0);
  check(run({"-a", "-f", "ndjson"}, "2021-04-20\n"),
        R"({"anniversary":"2021-04-20",)" + schedule_json + "}\n", "", 0);
}
