// The limits of records, and arrays that break off.
#include <rapidjson/document.h>

#include <string>
#include <system_error>
#include <vector>

#include "expected.hpp"

namespace {

using namespace mpn::test;
using mpn::result;

constexpr std::size_t kibi = 1024;
constexpr std::size_t mebi = kibi * kibi;

// The sizes in which the input arrives: all at once, an odd size, the size of a pipe.
constexpr std::size_t steps[] = {SIZE_MAX, 65'521, 4 * kibi};

constexpr auto too_long = "longer than 1 MiB";

void check_in_steps(const std::vector<std::string>& words, const std::string& input,
                    std::string_view out, std::string_view err, int status) {
  for (const std::size_t step : steps) {
    CAPTURE(words, input.size(), input.substr(0, 40), step);
    check(run(words, input, test_environment(), step), out, err, status);
  }
}

// An object of `size` bytes that begins with `front`.
std::string object_of(std::size_t size, const std::string& front = R"({"date":"2020-04-20",)") {
  const std::string start = front + R"("note":")";
  return start + std::string(size - start.size() - 2, 'x') + "\"}";
}

std::string with_member(std::string object, const std::string& member) {
  object.insert(object.rfind('}'), "," + member);
  return object;
}

std::string excerpt(std::string_view of) {
  std::string text;
  for (const char c : of.substr(0, 200)) {
    if (c == '"') text += '\\';
    text += c == '\n' ? "\\n" : std::string{c};
  }
  return text;
}

// `front`, `count` copies of a record, and `back`, without storing all of it.
class long_source final : public mpn::app::source {
 public:
  long_source(std::string front, std::string record, std::size_t count, std::string back)
      : front_{std::move(front)},
        record_{std::move(record)},
        back_{std::move(back)},
        left_{count} {}
  result<std::size_t, std::error_code> read(char* to, std::size_t size) override {
    if (!front_.empty()) return give(front_, to, size);
    std::size_t used = 0;
    for (; left_ > 0 && used + record_.size() <= size; --left_)
      used += record_.copy(to + used, size);
    return used > 0 ? used : give(back_, to, size);
  }

 private:
  static std::size_t give(std::string& text, char* to, std::size_t size) {
    const std::size_t count = text.copy(to, size);
    text.clear();
    return count;
  }

  std::string front_;
  std::string record_;
  std::string back_;
  std::size_t left_;
};

class counting_sink final : public mpn::app::sink {
 public:
  std::error_code write(std::string_view bytes) override {
    lines += static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\n'));
    largest = std::max(largest, bytes.size());
    last += bytes;
    last.erase(0, last.size() - std::min(last.size(), kibi));
    return {};
  }
  std::size_t lines{};
  std::size_t largest{};
  std::string last;
};

}  // namespace

TEST_CASE("a quoted field has at most 64 KiB, otherwise its first line is malformed") {
  const std::string header = "date,note\n";
  const std::string text = "a\n" + std::string(64 * kibi - 2, 'x');
  const std::string after = "2020-04-20,\n";
  const std::string added = header.substr(0, header.size() - 1) + renewal_columns + "\n";
  const std::string last = "2020-04-20," + schedule_cells + "\n";

  const std::string longest = "2020-04-20,\"" + text + "\"";
  check_in_steps({}, header + longest + "\n" + after,
                 added + longest + schedule_cells + "\n" + last, "", 0);

  const std::string longer = "2020-04-20,\"" + text + "x\"";
  const std::string rest = longer.substr(longer.find('\n') + 1);  // read as the next record
  check_in_steps(
      {}, header + longer + "\n" + after,
      added + "\"2020-04-20,\"\"a\"," +
          error_cells("malformed_record: quoted field not closed within 64 KiB") + "\n" + rest +
          "," + error_cells("invalid_date: write YYYY-MM-DD") + "\n" + last,
      diagnostic(2, "malformed record: quoted field not closed within 64 KiB") +
          diagnostic(3, "'" + rest.substr(0, 200) + "…' is not a date: write YYYY-MM-DD"),
      1);
}

TEST_CASE("a plain line has at most 1 MiB") {
  const std::string longest = "2020-04-20" + std::string(mebi - 10, ' ');
  const std::string record = R"({"purchase_date":"2020-04-20",)" + schedule_json + "}\n";
  for (const std::string end : {"\n", "\r\n"}) {
    check_in_steps({"-f", "ndjson"}, longest + end + "2020-04-20\n", record + record, "", 0);
    check_in_steps({"-f", "ndjson"}, longest + " " + end + "2020-04-20\n",
                   malformed_json(too_long, excerpt(longest)) + "\n" + record,
                   diagnostic(1, "malformed record: longer than 1 MiB"), 1);
  }
  check_in_steps({"-f", "ndjson"}, longest, record, "", 0);
  check_in_steps({"-f", "ndjson"}, longest + " ", malformed_json(too_long, excerpt(longest)) + "\n",
                 diagnostic(1, "malformed record: longer than 1 MiB"), 1);
}

TEST_CASE("a carriage return at the limit of a line may belong to the line end") {
  // Steps of 4 KiB end directly after the carriage return.
  const std::string first = "2020-04-20" + std::string(4 * kibi - 12, ' ') + "\n";
  const std::string longest = "2020-04-20" + std::string(mebi - 10, ' ');
  const std::string record = R"({"purchase_date":"2020-04-20",)" + schedule_json + "}\n";
  check_in_steps({"-f", "ndjson"}, first + longest + "\r\n", record + record, "", 0);
}

TEST_CASE("after a line of several MiB, reading continues with the next one") {
  const std::string longer = "2020-04-20" + std::string(3 * mebi, ' ');
  const std::string error = malformed_json(too_long, excerpt(longer)) + "\n";
  const std::string record = R"({"purchase_date":"2020-04-20",)" + schedule_json + "}\n";
  check_in_steps({"-f", "ndjson"}, "2020-04-20\n" + longer + "\n2020-04-20\n" + longer,
                 record + error + record + error,
                 diagnostic(2, "malformed record: longer than 1 MiB") +
                     diagnostic(4, "malformed record: longer than 1 MiB"),
                 1);
  check_in_steps({"-f", "ndjson", "--lang", "ko"}, longer, error,
                 "mpn-renewal: (stdin):1: 잘못된 레코드: 1MiB보다 깁니다\n", 1);

  const std::string object = object_of(3 * mebi);
  const std::string small = R"({"date":"2020-04-20"})";
  check_in_steps({"-q"}, object + "\n" + small + "\n" + object,
                 malformed_json(too_long, excerpt(object)) + "\n" +
                     with_member(small, schedule_json) + "\n" +
                     malformed_json(too_long, excerpt(object)),
                 "", 1);
}

TEST_CASE("a row has at most 1 MiB") {
  const std::string header = "date,note";
  const std::string longest = "2020-04-20," + std::string(mebi - 11, 'x');
  for (const std::string end : {"\n", "\r\n"}) {
    const std::string rest = end + "2020-04-20," + end;
    const std::string rest_out = end + "2020-04-20," + schedule_cells + end;
    const std::string header_out = header + renewal_columns + end;
    check_in_steps({}, header + end + longest + rest,
                   header_out + longest + schedule_cells + rest_out, "", 0);
    check_in_steps({}, header + end + longest + "x" + rest,
                   header_out + "," + error_cells("malformed_record: longer than 1 MiB") + rest_out,
                   diagnostic(2, "malformed record: longer than 1 MiB"), 1);
  }
  check_in_steps({}, header + "\n" + longest,
                 header + renewal_columns + "\n" + longest + schedule_cells, "", 0);
  check_in_steps(
      {}, header + "\n" + longest + "x",
      header + renewal_columns + "\n," + error_cells("malformed_record: longer than 1 MiB"),
      diagnostic(2, "malformed record: longer than 1 MiB"), 1);
}

TEST_CASE("a carriage return at the limit of a row may belong to the line end") {
  // Steps of 4 KiB end directly after the carriage return.
  const std::string header = "date," + std::string(4 * kibi - 8, 'n');
  const std::string longest = "2020-04-20," + std::string(mebi - 11, 'x');
  check_in_steps({}, header + "\r\n" + longest + "\r\n",
                 header + renewal_columns + "\r\n" + longest + schedule_cells + "\r\n", "", 0);
}

TEST_CASE("after a row of several MiB, reading continues with the next one") {
  const std::string longer = "2020-04-20," + std::string(3 * mebi, 'x');
  const std::string error =
      "date,note" + renewal_columns + "\n," + error_cells("malformed_record: longer than 1 MiB");
  const std::string message = diagnostic(2, "malformed record: longer than 1 MiB");
  check_in_steps({}, "date,note\n" + longer + "\n2020-04-20,\n",
                 error + "\n2020-04-20," + schedule_cells + "\n", message, 1);
  check_in_steps({}, "date,note\n" + longer, error, message, 1);
}

TEST_CASE("a JSON line has at most 1 MiB") {
  const std::string longest = object_of(mebi);
  const std::string longer = object_of(mebi + 1);
  const std::string small = R"({"date":"2020-04-20"})";
  for (const std::string end : {"\n", "\r\n"}) {
    const std::string rest = end + small + end;
    const std::string rest_out = end + with_member(small, schedule_json) + end;
    check_in_steps({}, longest + rest, with_member(longest, schedule_json) + rest_out, "", 0);
    check_in_steps({"-q"}, longer + rest, malformed_json(too_long, excerpt(longer)) + rest_out, "",
                   1);
  }
  check_in_steps({}, longest, with_member(longest, schedule_json), "", 0);
  check_in_steps({"-q"}, longer, malformed_json(too_long, excerpt(longer)), "", 1);
}

TEST_CASE("an object in an array has at most 1 MiB, without the blanks around it") {
  const std::string longest = object_of(mebi);
  const std::string longer = object_of(mebi + 1);
  const std::string small = R"({"date":"2020-04-20"})";
  const std::string small_out = with_member(small, schedule_json);
  const std::string blanks(100, ' ');
  check_in_steps({}, "[" + longest + "," + small + "]",
                 "[\n" + with_member(longest, schedule_json) + ",\n" + small_out + "\n]\n", "", 0);
  check_in_steps({}, "[" + small + "," + blanks + longest + blanks + "]",
                 "[\n" + small_out + ",\n" + with_member(longest, schedule_json) + "\n]\n", "", 0);
  check_in_steps({"-q"}, "[" + longer + ",\n" + small + "]",
                 "[\n" + malformed_json(too_long, excerpt(longer)) + ",\n" + small_out + "\n]\n",
                 "", 1);
  check_in_steps({"-q"}, "[" + small + "," + longer + "]",
                 "[\n" + small_out + ",\n" + malformed_json(too_long, excerpt(longer)) + "\n]\n",
                 "", 1);
}

TEST_CASE("an object in an array has at most 2 MiB with the blanks after it") {
  const std::string object = R"({"date":"2020-04-20"})";
  const std::string blanks(2 * mebi - object.size(), ' ');
  const std::string object_out = with_member(object, schedule_json);
  check_in_steps({}, "[" + object + blanks + "," + object + "]",
                 "[\n" + object_out + ",\n" + object_out + "\n]\n", "", 0);
  check_in_steps(
      {"-q"}, "[" + object + blanks + " ," + object + "]",
      "[\n" + malformed_json(too_long, excerpt(object + blanks)) + ",\n" + object_out + "\n]\n", "",
      1);
}

TEST_CASE("a single JSON object has at most 1 MiB, without the blanks around it") {
  const std::string longest = object_of(mebi, "{\n\"date\":\"2020-04-20\",");
  const std::string longer = object_of(mebi + 1, "{\n\"date\":\"2020-04-20\",");
  const std::string blanks(100, '\n');
  for (const std::string& before : {std::string{}, blanks})
    for (const std::string& after : {std::string{}, blanks, std::string(2 * mebi, ' ')}) {
      check_in_steps({}, before + longest + after, with_member(longest, schedule_json) + "\n", "",
                     0);
      check_in_steps({"-q"}, before + longer + after,
                     malformed_json(too_long, excerpt(longer)) + "\n", "", 1);
    }
  // Anything else after it, at any distance, is part of the same record.
  const std::string small = "{\n\"date\":\"2020-04-20\"}" + std::string(2 * mebi, ' ');
  check_in_steps({}, small, "{\n\"date\":\"2020-04-20\"," + schedule_json + "}\n", "", 0);
  check_in_steps({"-q"}, small + "x", malformed_json(too_long, excerpt(small)) + "\n", "", 1);
}

TEST_CASE("JSON is nested at most 512 deep") {
  const auto nested = [](std::size_t depth) {
    return R"({"date":"2020-04-20","n":)" + std::string(depth - 1, '[') +
           std::string(depth - 1, ']') + "}";
  };
  const auto too_deep = [&](std::size_t depth) {
    return malformed_json("nested deeper than 512", excerpt(nested(depth)));
  };
  check_in_steps({}, nested(512) + "\n", with_member(nested(512), schedule_json) + "\n", "", 0);
  check_in_steps({"-q"}, nested(513) + "\n{}\n",
                 too_deep(513) + "\n{" + error_json("missing_date", "missing date") + "}\n", "", 1);
  check_in_steps({"--lang", "ko"}, nested(513) + "\n", too_deep(513) + "\n",
                 "mpn-renewal: (stdin):1: 잘못된 레코드: 512단계보다 깊게 중첩되었습니다\n", 1);
  check_in_steps({"-q"}, nested(500'000) + "\n", too_deep(500'000) + "\n", "", 1);
  check_in_steps({}, "[" + nested(512) + "]",
                 "[\n" + with_member(nested(512), schedule_json) + "\n]\n", "", 0);
  check_in_steps({"-q"}, "[" + nested(513) + "]", "[\n" + too_deep(513) + "\n]\n", "", 1);
}

TEST_CASE("five million brackets are one record that is too long") {
  constexpr std::size_t depth = 5'000'000;
  const std::string nested = std::string(depth, '[') + std::string(depth, ']');
  const std::string object = R"({"n":)" + nested + "}";
  const std::string small = R"({"date":"2020-04-20",)" + schedule_json + "}";
  const std::string long_object = malformed_json(too_long, excerpt(object));
  check(run({"-q"}, object + "\n{\"date\":\"2020-04-20\"}\n"), long_object + "\n" + small + "\n",
        "", 1);
  check(run({"-q"}, "[" + object + "," + nested + ",{\"date\":\"2020-04-20\"}]"),
        "[\n" + long_object + ",\n" + malformed_json(too_long, std::string(200, '[')) + ",\n" +
            small + "\n]\n",
        "", 1);
  const std::string lines = "{\n\"n\":" + nested + "}";
  check(run({"-q"}, lines), malformed_json(too_long, excerpt(lines)) + "\n", "", 1);
  // Never closed, the array breaks off.
  check(run({}, std::string(depth, '[')), "[]\n",
        "mpn-renewal: (stdin): the JSON breaks off in the record that begins in line 1\n", 2);
}

TEST_CASE("a million records are read and the bad last one is reported") {
  constexpr std::size_t million = 1'000'000;
  struct row {
    std::string front, record, bad_record, last_line;
    std::size_t lines;
  };
  for (const row& r :
       {row{"", "2020-04-20\n", "2021-02-30\n", R"({"purchase_date":"2021-02-30",)", million + 1},
        row{"date\n", "2020-04-20\n", "2021-02-30\n", "2021-02-30,,", million + 2},
        row{"", "{\"date\":\"2020-04-20\"}\n", "{\"date\":\"2021-02-30\"}\n",
            R"({"date":"2021-02-30",)", million + 1},
        row{"[{\"date\":\"2020-04-20\"}", ",\n{\"date\":\"2020-04-20\"}",
            ",\n{\"date\":\"2021-02-30\"}]", R"({"date":"2021-02-30",)", million + 4}}) {
    CAPTURE(r.front, r.record);
    long_source in{r.front, r.record, million, r.bad_record};
    counting_sink out;
    text_sink err;
    const std::vector<std::string> words = r.front.empty() && r.record.front() == '2'
                                               ? std::vector<std::string>{"-f", "ndjson"}
                                               : std::vector<std::string>{};
    CHECK(mpn::app::run(words, in, out, err, test_environment()) == 1);
    CHECK(err.text.find(": '2021-02-30' is not a date: February 2021 has 28 days\n") !=
          std::string::npos);
    CHECK(out.lines == r.lines);
    CHECK(out.largest <= 64 * kibi);
    CHECK(out.last.find("\n" + r.last_line) != std::string::npos);
  }
}

TEST_CASE("the output for an array that breaks off is a complete array") {
  const std::string whole = R"( [ {"date":"2020-04-20","n":[1,"]"]} , {"date":"2021-02-30"},1])";
  const std::size_t first_end = whole.find(" , {");
  const std::size_t second_end = whole.rfind(",1");
  for (std::size_t size = whole.find('[') + 1; size < whole.size(); ++size) {
    CAPTURE(size);
    const run_result result = run({"-q"}, whole.substr(0, size));
    CHECK(result.status == 2);
    // Between two records nothing is broken but the array.
    const bool between = size < whole.find('{') + 1 ||
                         (first_end <= size && size < whole.find('{', first_end) + 1) ||
                         (second_end <= size && size < second_end + 2);
    CHECK(result.err == std::string{"mpn-renewal: (stdin): the JSON "} +
                            (between ? "array is not closed\n"
                                     : "breaks off in the record that begins in line 1\n"));
    rapidjson::Document parsed;
    parsed.Parse(result.out.c_str());
    REQUIRE_FALSE(parsed.HasParseError());
    REQUIRE(parsed.IsArray());
    CHECK(parsed.Size() == (size < first_end ? 0U : size < second_end ? 1U : 2U));
  }
}
