// One JSON object: what is wrong with it, and the record that it becomes.
#include "read/json_object.hpp"

#include <string>
#include <string_view>

#include "catch2.hpp"
#include "text/limits.hpp"

namespace {

using namespace mpn::app;
using namespace std::string_literals;

const field_names& known_fields() {
  static const field_names fields{read_settings{}};
  return fields;
}

std::string parse_error(std::string_view text) {
  json_object object{known_fields()};
  const auto error = object.parse(text);
  if (!error) return "";
  CHECK(error->value == text);
  CHECK(code_of(error->reason) == error_code::malformed_record);
  return explanation(*error, language::english);
}

std::string nested(std::size_t depth) {
  return R"({"n":)" + std::string(depth - 1, '[') + std::string(depth - 1, ']') + "}";
}

std::string describe(const field& f) {
  const std::string_view kind = f.kind == field_kind::absent ? "absent"
                                : f.kind == field_kind::text ? "text"
                                                             : "other";
  return std::string{f.name} + "=" + std::string{f.value} + " " + std::string{kind};
}

record describe(json_object& object, std::string_view text) {
  REQUIRE_FALSE(object.parse(text));
  record described;
  object.describe(described);
  return described;
}

// The text of the record with a mark where `renewal` goes: ^ after another member, @ otherwise.
std::string shape(std::string_view text) {
  json_object object{known_fields()};
  const record described = describe(object, text);
  const auto& of = std::get<object_text>(described.shape);
  std::string marked{of.text};
  if (described.only_renewal) return "only renewal: " + marked;
  return marked.insert(of.insert_at, of.has_members ? "^" : "@");
}

}  // namespace

TEST_CASE("a text that is not one JSON object is malformed") {
  struct malformed {
    std::string text;
    std::string_view explanation;
  };
  for (const malformed& m : {
           malformed{"", "not a JSON object"},
           {" ", "not a JSON object"},
           {"1", "not a JSON object"},
           {"\"{}\"", "not a JSON object"},
           {"null", "not a JSON object"},
           {"[{}]", "not a JSON object"},
           {"{", "object not closed"},
           {R"({"a")", "object not closed"},
           {R"({"a":)", "object not closed"},
           {R"({"a":1)", "object not closed"},
           {R"({"a":1,)", "object not closed"},
           {R"({"a":[1,{"b":2})", "object not closed"},
           {"{\"a\":1 \t\r\n", "object not closed"},
           {R"({"a)", "string not closed"},
           {R"({"a":"b)", "string not closed"},
           {R"({"a":"b\"})", "string not closed"},
           {"{}{}", "text after the object; write one object a line"},
           {R"({"a":1}x)", "text after the object; write one object a line"},
           {R"({"a":1},)", "text after the object; write one object a line"},
           {R"({"n":1e309})", "number beyond a double's range"},
           {R"({"n":-1e400})", "number beyond a double's range"},
           {R"({"a":[{"n":1E999}]})", "number beyond a double's range"},
           {R"({"a":"\ud800"})", "lone surrogate in a string"},
           {R"({"a":"\ud800x"})", "lone surrogate in a string"},
           {R"({"a":"\ud800\ud800"})", "lone surrogate in a string"},
           {R"({"a":"\udc00"})", "lone surrogate in a string"},
           {R"({"a":{"\uDfFF":1}})", "lone surrogate in a string"},
           {R"({"a":["x\udfff"]})", "lone surrogate in a string"},
           {"{\"a\":\"\x01\"}", "control character in a string"},
           {"{\"a\":\"\n\"}", "control character in a string"},
           {"{\"a\x1f\":1}", "control character in a string"},
           {R"({a:1})", "invalid JSON at byte 2"},
           {R"({"a" 1})", "invalid JSON at byte 6"},
           {R"({"a":tru})", "invalid JSON at byte 9"},
           {R"({"a":01})", "invalid JSON at byte 7"},
           {R"({"a":1,})", "invalid JSON at byte 8"},
           {R"({"a":"\x"})", "invalid JSON at byte 7"},
           {R"({"a":1 "b":2})", "invalid JSON at byte 8"},
           {"{\"a\":\"\0\"}"s, "not UTF-8 text; in Excel, save as \"CSV UTF-8\""},
           {"{\"a\":\"\xB0\xA1\"}", "not UTF-8 text; in Excel, save as \"CSV UTF-8\""},
           {"{\"a\":\"\xED\xA0\x80\"}", "not UTF-8 text; in Excel, save as \"CSV UTF-8\""},
           {nested(limits::json_depth + 1), "nested deeper than 512"},
           {nested(100'000), "nested deeper than 512"},
       }) {
    CAPTURE(m.text.substr(0, 80));
    CHECK(parse_error(m.text) == m.explanation);
  }
}

TEST_CASE("every JSON object is read") {
  for (const std::string& text :
       {"{}"s, " \t\r\n{ \t\r\n} \t\r\n"s, R"({"":""})"s,
        R"({"a":[],"a":{},"b":[{"c":[null,true,false]}]})"s,
        R"({"n":[0,-0.0,1E5,1.7976931348623157e308,1e-400,123456789012345678901234567890.10]})"s,
        R"({"s":"\u00e9\n\/\\\"\ud83d\ude00\u0000 가😀"})"s, nested(limits::json_depth)}) {
    CAPTURE(text.substr(0, 80));
    CHECK(parse_error(text).empty());
  }
}

TEST_CASE("the fields of an object are those of its first filled names") {
  struct fields {
    std::string_view text;
    std::string_view date;
    std::string_view competency;
  };
  json_object object{known_fields()};  // one for all, as a reader has it
  for (const fields& f : {
           fields{R"({"date":"x","competency":"y"})", "date=x text", "competency=y text"},
           {R"({})", "= absent", "= absent"},
           {R"({"id":1,"a":{"date":"x"}})", "= absent", "= absent"},
           {R"({"Date":"x","역량":" y "})", "Date=x text", "역량= y  text"},
           {R"({"d\u0061te":"\ud55c"})", "date=한 text", "= absent"},
           {R"({"date":"x","anniversary":"y"})", "anniversary=y text", "= absent"},
           {R"({"date":"x","anniversary":null})", "date=x text", "= absent"},
           {R"({"date":"x","anniversary":""})", "date=x text", "= absent"},
           {R"({"anniversary":"\u00a0 ","date":"x"})", "date=x text", "= absent"},
           {R"({"date":null,"competency":null})", "date= absent", "competency= absent"},
           {R"({"purchased":"","date":""})", "purchased= absent", "= absent"},
           {R"({"date":"x","date":"y"})", "date=y text", "= absent"},
           {R"({"date":"x","DATE":"y"})", "DATE=y text", "= absent"},
           {R"({"date":"x","date":""})", "date= absent", "= absent"},
           {R"({"date":7,"competency":[ 1, {} ]})", "date=7 other", "competency=[ 1, {} ] other"},
           {"{\"date\" \t: \r\n-1.50e3 }", "date=-1.50e3 other", "= absent"},
           {R"({"date":true,"competency":{"a":{}}})", "date=true other",
            "competency={\"a\":{}} other"},
           {R"({"competency":"x","competency":"","역량":"y"})", "= absent", "역량=y text"},
       }) {
    CAPTURE(f.text);
    const record described = describe(object, f.text);
    CHECK(describe(described.date) == f.date);
    CHECK(describe(described.competency) == f.competency);
  }
}

TEST_CASE("the name of the date says whether it is an anniversary") {
  const field_names with_a{read_settings{true, {}, {}}};
  for (const auto* fields : {&known_fields(), &with_a}) {
    json_object object{*fields};
    CHECK(describe(object, R"({"date":"x"})").date_is_anniversary == (fields == &with_a));
    CHECK(describe(object, R"({"purchased":"x"})").date_is_anniversary == false);
    CHECK(describe(object, R"({"갱신일":"x"})").date_is_anniversary == true);
  }
}

TEST_CASE("renewal goes after the last member, and an earlier one is removed") {
  CHECK(shape(R"({})") == "{@}");
  CHECK(shape(" { } ") == " { @} ");
  CHECK(shape(R"({"a":1})") == R"({"a":1^})");
  CHECK(shape(R"( { "a" : [1] } )") == R"( { "a" : [1]^ } )");
  CHECK(shape(R"({"a":"}"})") == R"({"a":"}"^})");
  CHECK(shape(R"({"a":{"renewal":1},"Renewal":2})") == R"({"a":{"renewal":1},"Renewal":2^})");

  CHECK(shape(R"({"renewal":1,"a":2})") == R"({"a":2^})");
  CHECK(shape(R"({ "renewal" : 1 , "a" : 2 })") == R"({ "a" : 2^ })");
  CHECK(shape(R"({"a":1,"renewal":2})") == R"({"a":1^})");
  CHECK(shape(R"({"a":1 , "renewal":2 })") == R"({"a":1^ })");
  CHECK(shape(R"({"a":1 , "renewal":2 , "b":3 })") == R"({"a":1 , "b":3^ })");
  CHECK(shape(R"({"a":1, "renewal":2,"renewal":3 , "b":4})") == R"({"a":1, "b":4^})");
  CHECK(shape(R"({"renewal":0,"a":1,"renewal":{},"b":2,"renewal":[],"renewal":null})") ==
        R"({"a":1,"b":2^})");
  CHECK(shape(R"({"\u0072enewal":1,"a":2})") == R"({"a":2^})");

  CHECK(shape(R"({"renewal":1})") == "{@}");
  CHECK(shape(R"({ "renewal":1 , "renewal":{} })") == "{ @ }");
}

TEST_CASE("an object with nothing but an error of ours is unchanged") {
  const auto unchanged = [](const std::string& renewal) {
    const std::string object = R"({ "renewal" : )" + renewal + " }";
    const std::string found = shape(object);
    CHECK((found == "only renewal: " + object || found == "{ @ }"));
    return found != "{ @ }";
  };
  const auto with = [](const std::string& error) {
    return R"({"schema_version":1,"error":)" + error + "}";
  };
  CHECK(unchanged(with(R"({"code":"missing_date","message":"missing date"})")));
  CHECK(unchanged(with(R"({"code":"missing_date","message":"","field":"date"})")));
  CHECK(unchanged(with(R"({"code":"malformed_record","message":"x","input":"\u0000"})")));
  CHECK(unchanged(R"({ "error":{ "message":"x", "code":"out_of_range" }, "schema_version" : 1 })"));

  const std::string good = R"({"code":"missing_date","message":"x"})";
  for (const std::string& forged :
       {"1"s,
        "null"s,
        "[]"s,
        "{}"s,
        R"("missing_date")"s,
        with("1"),
        with("{}"),
        with("[]"),
        with(R"({"code":"missing_date"})"),
        with(R"({"message":"x"})"),
        with(R"({"code":"missing","message":"x"})"),
        with(R"({"code":1,"message":"x"})"),
        with(R"({"code":"missing_date","message":1})"),
        with(R"({"code":"missing_date","message":"x","field":null})"),
        with(R"({"code":"missing_date","message":"x","input":1})"),
        with(R"({"code":"missing_date","message":"x","more":"y"})"),
        with(R"({"code":"missing_date","code":"missing_date","message":"x"})"),
        R"({"error":)" + good + "}",
        R"({"schema_version":2,"error":)" + good + "}",
        R"({"schema_version":1.0,"error":)" + good + "}",
        R"({"schema_version":"1","error":)" + good + "}",
        R"({"schema_version":1,"anniversary":"2021-04-20"})"s,
        R"({"schema_version":1,"error":)" + good + R"(,"anniversary":"2021-04-20"})"}) {
    CAPTURE(forged);
    CHECK_FALSE(unchanged(forged));
  }
  const std::string ours = R"("renewal":)" + with(good);
  CHECK(shape("{" + ours + "," + ours + "}") == "{@}");
}
