// Properties of every input, checked with random ones.
#include <rapidjson/document.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "catch2.hpp"
#include "generate_input.hpp"
#include "in_process.hpp"
#include "lines.hpp"

namespace {

using namespace mpn::test;

constexpr std::array all_formats{input_format::plain_lines, input_format::csv,
                                 input_format::json_lines, input_format::json_array,
                                 input_format::json_object};
constexpr std::uint32_t rounds = 400;

struct option_set {
  std::vector<std::string> words;
  bool anniversaries{};  // it contains -a, which contradicts purchase dates
  bool as_of{};
};

option_set random_options(dice& random) {
  option_set all;
  const auto add = [&](const std::vector<std::string>& words) {
    all.words.insert(all.words.end(), words.begin(), words.end());
  };
  if (random.chance(30)) add({"-a"}), all.anniversaries = true;
  if (random.chance(40)) add({"--as-of", "2021-05-08"}), all.as_of = true;
  if (random.chance(20)) add({"--waves", "all"});
  if (random.chance(20)) add({"-t", "3"});
  if (random.chance(20)) add({"--date-order", random.one_of({"dmy", "mdy"})});
  return all;
}

// ---- removing what the program added, without a parser ----

// The position after the object that begins at `at`, or npos.
std::size_t end_of_object(std::string_view text, std::size_t at) {
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
  const std::size_t end = end_of_object(object, start + std::string_view{R"("renewal":)"}.size());
  if (end == std::string_view::npos) return "renewal not closed in: " + std::string{object};
  if (start > 0 && object[start - 1] == ',') --start;
  return std::string{object.substr(0, start)} + std::string{object.substr(end)};
}

// The added columns except the last; their cells contain neither quotes nor delimiters.
std::size_t columns_before_error(bool as_of) { return as_of ? 15 : 12; }

// The position after the added cells at the start of `rest`, or npos.
std::size_t end_of_renewal_cells(std::string_view rest, char delimiter, bool as_of) {
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

// ---- JSON as another parser reads it ----

struct parsed : rapidjson::Document {
  explicit parsed(std::string_view text) {
    Parse<rapidjson::kParseNumbersAsStringsFlag | rapidjson::kParseValidateEncodingFlag>(
        text.data(), text.size());
  }
};

// The defect of an output record, or an empty text: it needs one `renewal`, as its last member,
// with a schedule or an error. A record that has only `renewal` members is unchanged, so it may be
// anything.
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

// Compares the objects of `out`, JSON or JSON Lines, with the records of the input.
void check_objects(const std::string& out, bool lines, const generated& in) {
  const auto check_object = [&](const rapidjson::Value& object, const generated_record& from) {
    CHECK(structure_defect(object) == "");
    if (from.id != 0) CHECK(id_of(object) == std::to_string(from.id));
  };
  if (lines) {
    const auto all = lines_of(out);
    REQUIRE(all.size() == in.records.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
      const parsed object{all[i]};
      REQUIRE_FALSE(object.HasParseError());
      check_object(object, in.records[i]);
    }
    return;
  }
  const parsed whole{out};
  REQUIRE_FALSE(whole.HasParseError());
  if (!whole.IsArray()) {
    REQUIRE(in.records.size() == 1);
    return check_object(whole, in.records[0]);
  }
  REQUIRE(whole.Size() == in.records.size());
  for (rapidjson::SizeType i = 0; i < whole.Size(); ++i) check_object(whole[i], in.records[i]);
}

// ---- UTF-16 ----

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

// `out` up to the only row that a second pass reports differently: the one for a line with an
// unclosed quote, which comes last and stands in its first cell.
std::string_view before_closed_quote(std::string_view out) {
  return out.substr(0, out.find(R"("""never closed")"));
}

void check_same(const run_result& one, const run_result& other) {
  CHECK(one.out == other.out);
  CHECK(one.err == other.err);
  CHECK(one.status == other.status);
}

}  // namespace

TEST_CASE("the output, used as input, is unchanged") {
  for (const input_format format : all_formats) {
    if (format == input_format::plain_lines) continue;
    for (std::uint32_t seed = 0; seed < 3 * rounds; ++seed) {
      dice random{seed};
      const option_set options = random_options(random);
      std::string text = generate(format, random,
                                  {.renewals = random.chance(60),
                                   .anniversaries = options.anniversaries,
                                   .blank_lines = random.chance(20)})
                             .text();
      if (random.chance(10)) text.insert(0, utf8_mark);
      CAPTURE(seed, text, options.words);
      const run_result once = run(options.words, text);
      REQUIRE(once.status != 2);
      const run_result twice = run(options.words, once.out);
      CHECK(before_closed_quote(twice.out) == before_closed_quote(once.out));
      CHECK(twice.status == once.status);
      if (twice.out != once.out) CHECK(run(options.words, twice.out).out == twice.out);
    }
  }
}

TEST_CASE("JSON Lines from any input, used as input, are unchanged") {
  for (const input_format format : all_formats)
    for (std::uint32_t seed = 0; seed < rounds; ++seed) {
      dice random{seed};
      const option_set options = random_options(random);
      const std::string text =
          generate(format, random,
                   {.renewals = random.chance(60), .anniversaries = options.anniversaries})
              .text();
      CAPTURE(seed, text, options.words);
      const run_result once = run(with(options.words, {"-f", "ndjson"}), text);
      const run_result twice = run(options.words, once.out);
      CHECK(twice.out == once.out);
      CHECK(twice.status == once.status);
    }
}

TEST_CASE("JSON output without renewal is the input") {
  for (std::uint32_t seed = 0; seed < rounds; ++seed) {
    dice random{seed};
    const option_set options = random_options(random);

    const generated lines =
        generate(input_format::json_lines, random, {.anniversaries = options.anniversaries});
    CAPTURE(seed, options.words, lines.text());
    std::string expected;
    for (const generated_record& r : lines.records) expected += r.kept + r.end;
    std::string stripped;
    const run_result of_lines = run(options.words, lines.text());
    for (const std::string& line : lines_of(of_lines.out)) stripped += without_renewal(line);
    CHECK(stripped == expected);

    const generated alone =
        generate(input_format::json_object, random, {.anniversaries = options.anniversaries});
    CAPTURE(alone.text());
    CHECK(without_renewal(run(options.words, alone.text()).out) == alone.records[0].text + "\n");

    // Between the objects of an array the layout is ours.
    const generated array =
        generate(input_format::json_array, random, {.anniversaries = options.anniversaries});
    CAPTURE(array.text());
    const std::string out = run(options.words, array.text()).out;
    REQUIRE(out.starts_with("[\n"));
    std::size_t at = 2;
    for (const generated_record& r : array.records) {
      const std::size_t end = end_of_object(out, at);
      REQUIRE(end != std::string::npos);
      CHECK(without_renewal(std::string_view{out}.substr(at, end - at)) == r.kept);
      const bool last = &r == &array.records.back();
      CHECK(out.substr(end, 2) == (last ? "\n]" : ",\n"));
      at = end + 2;
    }
    CHECK(out.substr(at) == "\n");
  }
}

TEST_CASE("CSV output without the renewal columns is the input") {
  for (std::uint32_t seed = 0; seed < rounds; ++seed) {
    dice random{seed};
    const option_set options = random_options(random);
    const generated rows =
        generate(input_format::csv, random, {.anniversaries = options.anniversaries});
    const std::string mark{random.chance(20) ? utf8_mark : ""};
    CAPTURE(seed, options.words, rows.text());
    const std::string out = run(options.words, mark + rows.text()).out;
    std::string_view rest = out;
    const auto take = [&](std::string_view kept, std::string_view end) {
      REQUIRE(rest.substr(0, kept.size()) == kept);
      rest.remove_prefix(kept.size());
      const std::size_t added = end_of_renewal_cells(rest, rows.delimiter, options.as_of);
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
    "every record of the input has one record in the output, in order, with a schedule or an "
    "error") {
  for (const input_format format : all_formats)
    for (std::uint32_t seed = 0; seed < rounds; ++seed) {
      dice random{seed};
      const option_set options = random_options(random);
      const bool lines = random.chance(50);
      const generated in = generate(format, random,
                                    {.renewals = random.chance(50),
                                     .anniversaries = options.anniversaries,
                                     .blank_lines = random.chance(50)});
      CAPTURE(seed, options.words, in.text());
      check_objects(run(with(options.words, {"-f", lines ? "ndjson" : "json"}), in.text()).out,
                    lines, in);
    }
}

TEST_CASE("the outputs of the parts of a split input, joined, are the output of the whole") {
  for (const input_format format : {input_format::plain_lines, input_format::json_lines})
    for (std::uint32_t seed = 0; seed < rounds; ++seed) {
      dice random{seed};
      const option_set options = random_options(random);
      const std::vector<std::string> words = with(options.words, {"-f", "ndjson"});
      const generated in = generate(format, random,
                                    {.renewals = true,
                                     .anniversaries = options.anniversaries,
                                     .blank_lines = random.chance(50)},
                                    8);
      CAPTURE(seed, words, in.text());
      std::string joined;
      std::string piece;
      int status = 0;
      const auto run_piece = [&] {
        const run_result result = run(words, piece);
        joined += result.out;
        status = std::max(status, result.status);
        piece.clear();
      };
      for (const generated_record& r : in.records) {
        piece += r.text + r.end;
        if (random.chance(40)) run_piece();
      }
      run_piece();
      const run_result whole = run(words, in.text());
      CHECK(joined == whole.out);
      CHECK(status == whole.status);
    }
}

TEST_CASE("the output does not depend on the sizes in which the input arrives") {
  for (const input_format format : all_formats)
    for (std::uint32_t seed = 0; seed < rounds / 2; ++seed) {
      dice random{seed};
      const option_set options = random_options(random);
      const bool only_utf8 = random.chance(70);
      const generated in = generate(format, random,
                                    {.renewals = random.chance(30),
                                     .only_utf8 = only_utf8,
                                     .anniversaries = options.anniversaries,
                                     .blank_lines = random.chance(30)});
      CAPTURE(seed, options.words, in.text());
      std::vector<std::string> texts{in.text(), std::string{utf8_mark} + in.text()};
      if (only_utf8) texts.insert(texts.end(), {utf16(in.text(), false), utf16(in.text(), true)});
      // A byte order mark is kept only on CSV, and replaces the one of UTF-16.
      const run_result plain = run(options.words, in.text());
      const run_result marked{
          plain.status,
          format == input_format::csv ? std::string{utf8_mark} + plain.out : plain.out, plain.err};
      for (const std::string& text : texts) {
        const run_result& expected = &text == &texts.front() ? plain : marked;
        for (const std::size_t step : {SIZE_MAX, std::size_t{1}, std::size_t{2}, std::size_t{3},
                                       std::size_t{7}, std::size_t{64}}) {
          CAPTURE(step, &text - texts.data());
          check_same(run(options.words, text, test_environment(), step), expected);
        }
      }
    }
}

TEST_CASE("a record longer than a read does not depend on the sizes in which it arrives") {
  // Longer than any single read.
  const std::string note(200'000, 'x');
  const std::string long_line = R"({"note":")" + note + R"(","date":"2020-04-20"})";
  const std::string long_row = "id,said,note,date\n1,\"a\nb\"," + note + ",2020-04-20\n";
  for (const std::string& text :
       {long_line + "\n{}\n", "[" + long_line + ",\n" + long_line + "]",
        "{\n" + long_line.substr(1), long_row, "1,date,note\n2,2020-04-20," + note + "\n"}) {
    const run_result whole = run({}, text);
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
