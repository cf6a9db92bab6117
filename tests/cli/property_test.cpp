// What holds whatever comes in, tried on inputs made up by chance.
#include <rapidjson/document.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "catch2.hpp"
#include "generated.hpp"
#include "in_process.hpp"

namespace {

using namespace mpn::test;

constexpr std::array all_shapes{shape::plain_lines, shape::csv, shape::json_lines,
                                shape::json_array, shape::json_object};
constexpr std::uint32_t rounds = 400;

struct option_set {
  std::vector<std::string> words;
  bool anniversaries{};  // it has -a, so that the input must not speak of purchases
  bool as_of{};
};

option_set options(dice& by) {
  option_set all;
  const auto add = [&](const std::vector<std::string>& words) {
    all.words.insert(all.words.end(), words.begin(), words.end());
  };
  if (by.chance(30)) add({"-a"}), all.anniversaries = true;
  if (by.chance(40)) add({"--as-of", "2021-05-08"}), all.as_of = true;
  if (by.chance(20)) add({"--waves", "all"});
  if (by.chance(20)) add({"-t", "3"});
  if (by.chance(20)) add({"--date-order", by.one_of({"dmy", "mdy"})});
  return all;
}

std::vector<std::string> with(std::vector<std::string> words,
                              const std::vector<std::string>& more) {
  words.insert(words.end(), more.begin(), more.end());
  return words;
}

// ---- what the program added, taken off by text ----

std::size_t behind_braces(std::string_view text, std::size_t at) {
  bool in_string = false;
  for (int depth = 0; at < text.size(); ++at) {
    if (in_string && text[at] == '\\')
      ++at;
    else if (text[at] == '"')
      in_string = !in_string;
    else if (!in_string && text[at] == '{')
      ++depth;
    else if (!in_string && text[at] == '}' && --depth == 0)
      return at + 1;
  }
  return std::string_view::npos;
}

// An object without its last member, `renewal`.
std::string without_renewal(std::string_view object) {
  std::size_t start = object.rfind(R"("renewal":{"schema_version":1,)");
  if (start == std::string_view::npos) return "no renewal in: " + std::string{object};
  const std::size_t end = behind_braces(object, start + std::string_view{R"("renewal":)"}.size());
  if (end == std::string_view::npos) return "renewal not closed in: " + std::string{object};
  if (start > 0 && object[start - 1] == ',') --start;
  return std::string{object.substr(0, start)} + std::string{object.substr(end)};
}

// The columns that the program adds, all but the last: none of them ever has a quote or a delimiter
// in it.
std::size_t columns_before_error(bool as_of) { return as_of ? 15 : 12; }

// What is behind the cells of a row that `rest` begins with, or npos.
std::size_t behind_renewal_columns(std::string_view rest, char delimiter, bool as_of) {
  std::size_t at = 0;
  for (std::size_t i = 0; i < columns_before_error(as_of); ++i) {
    if (rest.substr(at, 1) != std::string_view{&delimiter, 1}) return std::string_view::npos;
    at = rest.find_first_of(std::string{delimiter} + "\r\n", at + 1);
    if (at == std::string_view::npos) return at;
  }
  if (rest.substr(at, 1) != std::string_view{&delimiter, 1}) return std::string_view::npos;
  ++at;
  if (rest.substr(at, 1) != "\"") return std::min(rest.find_first_of("\r\n", at), rest.size());
  for (++at; at < rest.size(); ++at) {
    if (rest[at] != '"') continue;
    if (rest.substr(at, 2) != "\"\"") return at + 1;
    ++at;
  }
  return std::string_view::npos;
}

// ---- JSON as somebody else reads it ----

struct parsed : rapidjson::Document {
  explicit parsed(std::string_view text) {
    Parse<rapidjson::kParseNumbersAsStringsFlag | rapidjson::kParseValidateEncodingFlag>(
        text.data(), text.size());
  }
};

// Empty when `object` has one `renewal`, last, which is a schedule or an error; otherwise what is
// wrong. A record that was nothing but `renewal` passes, whatever it holds.
std::string structure_defect(const rapidjson::Value& object) {
  if (!object.IsObject()) return "not an object";
  if (object.MemberCount() == 0) return "empty";
  const auto is_renewal = [](const auto& m) {
    return std::string_view{m.name.GetString(), m.name.GetStringLength()} == "renewal";
  };
  const auto count = std::count_if(object.MemberBegin(), object.MemberEnd(), is_renewal);
  if (static_cast<std::size_t>(count) == object.MemberCount()) return "";
  if (count != 1) return "not exactly one renewal";
  if (!is_renewal(*(object.MemberEnd() - 1))) return "renewal is not last";
  const auto& renewal = (object.MemberEnd() - 1)->value;
  if (!renewal.IsObject() || !renewal.HasMember("schema_version"))
    return "renewal has no schema_version";
  if (renewal.HasMember("anniversary") == renewal.HasMember("error"))
    return "neither schedule nor error, or both";
  return "";
}

std::string id_of(const rapidjson::Value& object) {
  const auto id = object.FindMember("id");
  return id == object.MemberEnd() ? "" : id->value.GetString();
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

// Checks every object of `out`, JSON Lines or not, against the records that went in.
void check_objects(const std::string& out, bool lines, const generated& in) {
  const auto check = [&](const rapidjson::Value& object, const generated_record& from) {
    CHECK(structure_defect(object) == "");
    if (from.id != 0) CHECK(id_of(object) == std::to_string(from.id));
  };
  if (lines) {
    const auto all = lines_of(out);
    REQUIRE(all.size() == in.records.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
      const parsed object{all[i]};
      REQUIRE_FALSE(object.HasParseError());
      check(object, in.records[i]);
    }
    return;
  }
  const parsed whole{out};
  REQUIRE_FALSE(whole.HasParseError());
  if (!whole.IsArray()) {
    REQUIRE(in.records.size() == 1);
    return check(whole, in.records[0]);
  }
  REQUIRE(whole.Size() == in.records.size());
  for (rapidjson::SizeType i = 0; i < whole.Size(); ++i) check(whole[i], in.records[i]);
}

// ---- the same text in another encoding ----

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";

std::string utf16(std::string_view text, bool big) {
  std::string bytes = big ? "\xFE\xFF" : "\xFF\xFE";
  const auto put = [&](unsigned unit) {
    const char high = static_cast<char>(unit >> 8U);
    const char low = static_cast<char>(unit & 0xFFU);
    bytes += big ? high : low;
    bytes += big ? low : high;
  };
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = [&](std::size_t n) {
      return static_cast<unsigned>(static_cast<unsigned char>(text[i + n]));
    };
    const unsigned lead = byte(0);
    if (lead < 0x80) {
      put(lead);
      i += 1;
    } else if (lead < 0xE0) {
      put((lead & 0x1FU) << 6U | (byte(1) & 0x3FU));
      i += 2;
    } else if (lead < 0xF0) {
      put((lead & 0xFU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU));
      i += 3;
    } else {
      const unsigned rest = ((lead & 7U) << 18U | (byte(1) & 0x3FU) << 12U |
                             (byte(2) & 0x3FU) << 6U | (byte(3) & 0x3FU)) -
                            0x10000U;
      put(0xD800U + (rest >> 10U));
      put(0xDC00U + (rest & 0x3FFU));
      i += 4;
    }
  }
  return bytes;
}

void check_same(const ran& one, const ran& other) {
  CHECK(one.out == other.out);
  CHECK(one.err == other.err);
  CHECK(one.status == other.status);
}

}  // namespace

TEST_CASE("piping the output in again changes no byte and no status") {
  for (const shape of : all_shapes) {
    if (of == shape::plain_lines) continue;
    for (std::uint32_t seed = 0; seed < 3 * rounds; ++seed) {
      dice by{seed};
      const option_set asked = options(by);
      std::string text = generate(of, by,
                                  {.renewals = by.chance(60),
                                   .anniversaries = asked.anniversaries,
                                   .blank_lines = by.chance(20)})
                             .text();
      if (by.chance(10)) text.insert(0, utf8_mark);
      CAPTURE(seed, text, asked.words);
      const ran once = run(asked.words, text);
      REQUIRE(once.status != 2);
      const ran twice = run(asked.words, once.out);
      CHECK(twice.out == once.out);
      CHECK(twice.status == once.status);
    }
  }
}

TEST_CASE("what came in as something else and went out as JSON Lines changes no more either") {
  for (const shape of : all_shapes)
    for (std::uint32_t seed = 0; seed < rounds; ++seed) {
      dice by{seed};
      const option_set asked = options(by);
      const std::string text =
          generate(of, by, {.renewals = by.chance(60), .anniversaries = asked.anniversaries})
              .text();
      CAPTURE(seed, text, asked.words);
      const ran once = run(with(asked.words, {"-f", "ndjson"}), text);
      const ran twice = run(asked.words, once.out);
      CHECK(twice.out == once.out);
      CHECK(twice.status == once.status);
    }
}

TEST_CASE("without what the program added, the output is the input") {
  for (std::uint32_t seed = 0; seed < rounds; ++seed) {
    dice by{seed};
    const option_set asked = options(by);

    const generated lines = generate(shape::json_lines, by, {.anniversaries = asked.anniversaries});
    CAPTURE(seed, asked.words, lines.text());
    std::string expected;
    for (const generated_record& r : lines.records) expected += r.kept + r.end;
    std::string stripped;
    const ran of_lines = run(asked.words, lines.text());
    for (const std::string_view line : lines_of(of_lines.out)) stripped += without_renewal(line);
    CHECK(stripped == expected);

    const generated alone =
        generate(shape::json_object, by, {.anniversaries = asked.anniversaries});
    CAPTURE(alone.text());
    CHECK(without_renewal(run(asked.words, alone.text()).out) == alone.records[0].text + "\n");

    // Between the objects of an array the layout is the program's own.
    const generated array = generate(shape::json_array, by, {.anniversaries = asked.anniversaries});
    CAPTURE(array.text());
    const std::string out = run(asked.words, array.text()).out;
    REQUIRE(out.starts_with("[\n"));
    std::size_t at = 2;
    for (const generated_record& r : array.records) {
      const std::size_t end = behind_braces(out, at);
      REQUIRE(end != std::string::npos);
      CHECK(without_renewal(std::string_view{out}.substr(at, end - at)) == r.kept);
      const bool last = &r == &array.records.back();
      CHECK(out.substr(end, 2) == (last ? "\n]" : ",\n"));
      at = end + 2;
    }
    CHECK(out.substr(at) == "\n");
  }
}

TEST_CASE("without the columns the program added, the output is the input") {
  for (std::uint32_t seed = 0; seed < rounds; ++seed) {
    dice by{seed};
    const option_set asked = options(by);
    const generated rows = generate(shape::csv, by, {.anniversaries = asked.anniversaries});
    const std::string mark{by.chance(20) ? utf8_mark : ""};
    CAPTURE(seed, asked.words, rows.text());
    const std::string out = run(asked.words, mark + rows.text()).out;
    std::string_view rest = out;
    const auto take = [&](std::string_view kept, std::string_view end) {
      REQUIRE(rest.substr(0, kept.size()) == kept);
      rest.remove_prefix(kept.size());
      const std::size_t added = behind_renewal_columns(rest, rows.delimiter, asked.as_of);
      REQUIRE(added != std::string_view::npos);
      rest.remove_prefix(added);
      REQUIRE(rest.substr(0, end.size()) == end);
      rest.remove_prefix(end.size());
    };
    const std::size_t header_end = rows.front.find_last_not_of("\r\n") + 1;
    take(mark + rows.front.substr(0, header_end), rows.front.substr(header_end));
    for (const generated_record& r : rows.records) take(r.kept, r.end);
    CHECK(rest == "");
  }
}

TEST_CASE(
    "one record comes out for one that came in, in the same order, and each is a schedule or an "
    "error") {
  for (const shape of : all_shapes)
    for (std::uint32_t seed = 0; seed < rounds; ++seed) {
      dice by{seed};
      const option_set asked = options(by);
      const bool lines = by.chance(50);
      const generated in = generate(of, by,
                                    {.renewals = by.chance(50),
                                     .anniversaries = asked.anniversaries,
                                     .blank_lines = by.chance(50)});
      CAPTURE(seed, asked.words, in.text());
      check_objects(run(with(asked.words, {"-f", lines ? "ndjson" : "json"}), in.text()).out, lines,
                    in);
    }
}

TEST_CASE("plain lines and JSON Lines can be split between any records, and the outputs joined") {
  for (const shape of : {shape::plain_lines, shape::json_lines})
    for (std::uint32_t seed = 0; seed < rounds; ++seed) {
      dice by{seed};
      option_set asked = options(by);
      const bool json = by.chance(60);
      // Text with an as-of day ends with a count of all.
      if (asked.as_of && !json) asked = {};
      const std::vector<std::string> words = with(asked.words, {"-f", json ? "ndjson" : "text"});
      const generated in = generate(
          of, by,
          {.renewals = true, .anniversaries = asked.anniversaries, .blank_lines = by.chance(50)},
          8);
      CAPTURE(seed, words, in.text());
      std::string joined;
      std::string piece;
      int status = 0;
      const auto run_piece = [&] {
        const ran done = run(words, piece);
        joined += done.out;
        status = std::max(status, done.status);
        piece.clear();
      };
      for (const generated_record& r : in.records) {
        piece += r.text + r.end;
        if (by.chance(40)) run_piece();
      }
      run_piece();
      const ran whole = run(words, in.text());
      CHECK(joined == whole.out);
      CHECK(status == whole.status);
    }
}

TEST_CASE("the output does not depend on how the input arrives") {
  for (const shape of : all_shapes)
    for (std::uint32_t seed = 0; seed < rounds / 2; ++seed) {
      dice by{seed};
      const option_set asked = options(by);
      const bool only_utf8 = by.chance(70);
      const generated in = generate(of, by,
                                    {.renewals = by.chance(30),
                                     .only_utf8 = only_utf8,
                                     .anniversaries = asked.anniversaries,
                                     .blank_lines = by.chance(30)});
      CAPTURE(seed, asked.words, in.text());
      std::vector<std::string> texts{in.text(), std::string{utf8_mark} + in.text()};
      if (only_utf8) texts.insert(texts.end(), {utf16(in.text(), false), utf16(in.text(), true)});
      // A byte order mark stays only on CSV, where what was UTF-16 has one too.
      const ran plain = run(asked.words, in.text());
      const ran marked{plain.status,
                       of == shape::csv ? std::string{utf8_mark} + plain.out : plain.out,
                       plain.err};
      for (const std::string& text : texts) {
        const ran& expected = &text == &texts.front() ? plain : marked;
        for (const std::size_t step : {SIZE_MAX, std::size_t{1}, std::size_t{2}, std::size_t{3},
                                       std::size_t{7}, std::size_t{64}}) {
          CAPTURE(step, &text - texts.data());
          check_same(run(asked.words, text, test_environment(), step), expected);
        }
      }
    }
}

TEST_CASE("a record of several chunks does not depend on how the input arrives") {
  // Long enough that no single read brings it.
  const std::string note(200'000, 'x');
  const std::string long_line = R"({"note":")" + note + R"(","date":"2020-04-20"})";
  const std::string long_row = "id,said,note,date\n1,\"a\nb\"," + note + ",2020-04-20\n";
  for (const std::string& text :
       {long_line + "\n{}\n", "[" + long_line + ",\n" + long_line + "]",
        "{\n" + long_line.substr(1), long_row, "1,date,note\n2,2020-04-20," + note + "\n"}) {
    const ran whole = run({}, text);
    REQUIRE(whole.out.find("2021-04-20") != std::string::npos);
    for (const std::size_t step : {std::size_t{997}, std::size_t{65'536}})
      check_same(run({}, text, test_environment(), step), whole);
    check_same(run({}, utf16(text, false), test_environment(), 9'973),
               {whole.status,
                text.front() == '{' || text.front() == '[' ? whole.out
                                                           : std::string{utf8_mark} + whole.out,
                whole.err});
  }
}
