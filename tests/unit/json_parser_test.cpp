// The parser for JSON objects, also compared with another one.
#include "read/json_parser.hpp"

#include <rapidjson/document.h>

#include <iterator>
#include <random>
#include <string>
#include <string_view>

#include "catch2.hpp"

namespace {

using namespace mpn::app;

std::string error(error_reason reason, std::size_t at) {
  return "error " + std::to_string(static_cast<int>(reason)) + " at " + std::to_string(at);
}

// The members as "key=kind:value|" with the text that follows the object, or the error.
std::string parsed(std::string_view text) {
  json_parser parser;
  if (const auto refused = parser.parse(text)) return error(refused->reason, refused->at);
  std::string described;
  for (const json_member& m : parser.members()) {
    described += std::string{text.substr(m.key, m.key_end - m.key)} + "=";
    described += m.kind == json_kind::string ? "s:" : m.kind == json_kind::null ? "n:" : "o:";
    described += std::string{text.substr(m.value, m.value_end - m.value)} + "|";
  }
  return described + std::string{text.substr(parser.end())};
}

}  // namespace

TEST_CASE("the members of an object are found with their values") {
  CHECK(parsed("{}") == "");
  CHECK(parsed(" { } x") == " x");
  CHECK(parsed(R"({"a":1,"b" : "x" , "c":null})") == R"("a"=o:1|"b"=s:"x"|"c"=n:null|)");
  CHECK(parsed(R"({"a":[1,{"b":[]}],"a":{"c":{}}})") == R"("a"=o:[1,{"b":[]}]|"a"=o:{"c":{}}|)");
  CHECK(parsed(R"({"\"":"\\","":true,"x":-0.0e-9})") == R"("\""=s:"\\"|""=o:true|"x"=o:-0.0e-9|)");
}

TEST_CASE("what is not an object is refused at its first wrong byte") {
  using enum error_reason;
  CHECK(parsed("") == error(not_an_object, 0));
  CHECK(parsed(" [1]") == error(not_an_object, 1));
  CHECK(parsed("{") == error(object_not_closed, 1));
  CHECK(parsed(R"({"a")") == error(object_not_closed, 4));
  CHECK(parsed(R"({"a":)") == error(object_not_closed, 5));
  CHECK(parsed(R"({"a":1 )") == error(object_not_closed, 7));
  CHECK(parsed(R"({"a":1,)") == error(object_not_closed, 7));
  CHECK(parsed(R"({"a":1,})") == error(invalid_json, 7));
  CHECK(parsed(R"({'a':1})") == error(invalid_json, 1));
  CHECK(parsed(R"({"a" 1})") == error(invalid_json, 5));
  CHECK(parsed(R"({"a":tru})") == error(invalid_json, 8));
  CHECK(parsed(R"({"a":01})") == error(invalid_json, 6));
  CHECK(parsed(R"({"a":1.})") == error(invalid_json, 7));
  CHECK(parsed(R"({"a":-})") == error(invalid_json, 6));
  CHECK(parsed(R"({"a":1e+})") == error(invalid_json, 8));
  CHECK(parsed(R"({"a":[1,]})") == error(invalid_json, 8));
  CHECK(parsed(R"({"a":[1})") == error(invalid_json, 7));
  CHECK(parsed(R"({"a":{"b"}})") == error(invalid_json, 9));
  CHECK(parsed(R"({"a":{1:2}})") == error(invalid_json, 6));
  CHECK(parsed(R"({"a":"x)") == error(string_not_closed, 7));
  CHECK(parsed(R"({"a":"\)") == error(string_not_closed, 6));
  CHECK(parsed(R"({"a":"\u00)") == error(string_not_closed, 6));
  CHECK(parsed(R"({"a":"\x"})") == error(invalid_json, 6));
  CHECK(parsed(R"({"a":"\u00g0"})") == error(invalid_json, 6));
  CHECK(parsed("{\"a\":\"\x1f\"}") == error(control_character, 6));
  CHECK(parsed(R"({"a":"\ud800"})") == error(lone_surrogate, 12));
  CHECK(parsed(R"({"a":"\ud800\u0041"})") == error(lone_surrogate, 18));
  CHECK(parsed(R"({"\udc00":1})") == error(lone_surrogate, 8));
}

TEST_CASE("a number is refused only if its value is beyond a double's range") {
  const std::string zeros(400, '0');
  using text = std::string;
  for (const text& number :
       {text{"0e400"}, text{"-0.0e999"}, text{"0.000e99999999999999999999"}, "1" + zeros + "e-200",
        "0." + zeros + "1e400", text{"1e-400"}, text{"1e-99999999999999999999"}, "0." + zeros + "1",
        text{"1.7976931348623157e308"}, text{"1.7976931348623158e308"}, text{"1e+308"},
        text{"0.1e309"}}) {
    CAPTURE(number);
    CHECK_FALSE(exceeds_double(number));
    CHECK(parsed("{\"n\":" + number + "}") == "\"n\"=o:" + number + "|");
  }
  for (const text& number :
       {text{"1e309"}, text{"-1e400"}, text{"1.8e308"}, text{"9e308"}, text{"10E308"},
        text{"1.7976931348623159e308"}, "1" + zeros, "1" + zeros + ".5", "0." + zeros + "1e999",
        text{"1e99999999999999999999"}, "-1" + zeros + "e-5"}) {
    CAPTURE(number);
    CHECK(exceeds_double(number));
    CHECK(parsed("{\"n\":" + number + "}") ==
          error(error_reason::number_out_of_range, 5 + number.size()));
  }
}

TEST_CASE("escapes stand for characters") {
  CHECK(unescaped_json("") == "");
  CHECK(unescaped_json("a가") == "a가");
  CHECK(unescaped_json(R"(\"\\\/\b\f\n\r\tx)") == "\"\\/\b\f\n\r\tx");
  CHECK(unescaped_json(R"(\u0041\u00e9\uAC00\uffff\u007F\u0800)") == "Aé가\uFFFF\x7F\u0800");
  CHECK(unescaped_json(R"(a\ud83d\ude00b\uDBFF\uDFFF)") == "a\U0001F600b\U0010FFFF");
}

TEST_CASE("another parser accepts and refuses the same texts, and reads the same strings") {
  constexpr std::string_view pieces[] = {"{",
                                         "}",
                                         "[",
                                         "]",
                                         ",",
                                         ":",
                                         "\"",
                                         "\"a\"",
                                         "\"b\"",
                                         "\\",
                                         "\\n",
                                         "\\u0041",
                                         "\\ud83d\\ude00",
                                         "1",
                                         "-",
                                         "0",
                                         ".5",
                                         "e9",
                                         "true",
                                         "null",
                                         " ",
                                         "\n",
                                         "가",
                                         "\"x\":",
                                         "}}",
                                         "{\"a\":"};
  std::minstd_rand random{7};
  std::size_t accepted = 0;
  for (int round = 0; round < 200'000; ++round) {
    std::string text = random() % 4 == 0 ? "{" : "{\"a\":";
    for (auto count = random() % 8; count > 0; --count)
      text += pieces[random() % std::size(pieces)];
    if (random() % 2 == 0) text += '}';
    json_parser parser;
    const bool valid =
        !parser.parse(text) && text.find_first_not_of(" \n", parser.end()) == std::string::npos;
    rapidjson::Document other;
    other.Parse<rapidjson::kParseNumbersAsStringsFlag>(text.data(), text.size());
    // RapidJSON refuses 0e9111, which is zero.
    if (other.HasParseError() && other.GetParseError() == rapidjson::kParseErrorNumberTooBig)
      continue;
    if (valid == other.HasParseError()) FAIL(text);
    if (!valid) continue;
    ++accepted;
    REQUIRE(parser.members().size() == other.MemberCount());
    auto theirs = other.MemberBegin();
    for (const json_member& m : parser.members()) {
      const std::string_view key{text.data() + m.key + 1, m.key_end - m.key - 2};
      CHECK(unescaped_json(key) == theirs->name.GetString());
      CHECK(m.key_has_escapes == (key.find('\\') != std::string_view::npos));
      CHECK((m.kind == json_kind::null) == theirs->value.IsNull());
      if (m.kind == json_kind::string) {
        const std::string_view value{text.data() + m.value + 1, m.value_end - m.value - 2};
        CHECK(unescaped_json(value) == theirs->value.GetString());
        CHECK(m.value_has_escapes == (value.find('\\') != std::string_view::npos));
      }
      ++theirs;
    }
  }
  CHECK(accepted > 1000);
}
