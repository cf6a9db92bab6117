// The limits of what is read, and what is made of an array that breaks off.
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

// How the input arrives must not make a difference: in one piece, in odd ones, in those of a pipe.
constexpr std::size_t steps[] = {SIZE_MAX, 65'521, 4 * kibi};

constexpr auto too_long = "longer than 1 MiB";

void check_arriving(const std::vector<std::string>& words, const std::string& input,
                    std::string_view out, std::string_view err, int status) {
  for (const std::size_t step : steps) {
    CAPTURE(words, input.size(), input.substr(0, 40), step);
    check(run(words, input, test_environment(), step), out, err, status);
  }
}

// An object of `size` bytes.
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

// A beginning, then the same record over and over, then an end; never all of it in memory.
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

TEST_CASE("a quoted field may have 64 KiB, and one more byte makes its first line malformed") {
  const std::string header = "date,note\n";
  const std::string text = "a\n" + std::string(64 * kibi - 2, 'x');
  const std::string after = "2020-04-20,\n";
  const std::string added = header.substr(0, header.size() - 1) + added_columns + "\n";
  const std::string last = "2020-04-20," + good_cells + "\n";

  const std::string longest = "2020-04-20,\"" + text + "\"";
  check_arriving({}, header + longest + "\n" + after, added + longest + good_cells + "\n" + last,
                 "", 0);

  const std::string longer = "2020-04-20,\"" + text + "x\"";
  const std::string rest = longer.substr(longer.find('\n') + 1);  // reading goes on with it
  check_arriving({}, header + longer + "\n" + after,
                 added + "," +
                     bad_cells("malformed_record: quoted field not closed within 64 KiB") + "\n" +
                     rest + "," + bad_cells("invalid_date: write YYYY-MM-DD") + "\n" + last,
                 told(2, "malformed record: quoted field not closed within 64 KiB") +
                     told(3, "'" + rest.substr(0, 200) + "…' is not a date: write YYYY-MM-DD"),
                 1);
}

TEST_CASE("a plain line may have 1 MiB") {
  const std::string longest = "2020-04-20" + std::string(mebi - 10, ' ');
  const std::string record = R"({"purchase_date":"2020-04-20",)" + good + "}\n";
  for (const std::string end : {"\n", "\r\n"}) {
    check_arriving({"-f", "ndjson"}, longest + end + "2020-04-20\n", record + record, "", 0);
    check_arriving({"-f", "ndjson"}, longest + " " + end + "2020-04-20\n",
                   malformed(too_long, excerpt(longest)) + "\n" + record,
                   told(1, "malformed record: longer than 1 MiB"), 1);
  }
  check_arriving({"-f", "ndjson"}, longest, record, "", 0);
  check_arriving({"-f", "ndjson"}, longest + " ", malformed(too_long, excerpt(longest)) + "\n",
                 told(1, "malformed record: longer than 1 MiB"), 1);
}

TEST_CASE(
    "a line is not too long before it is known that its last carriage return is not the line's "
    "end") {
  // Pieces of 4 KiB end right behind the carriage return.
  const std::string first = "2020-04-20" + std::string(4 * kibi - 12, ' ') + "\n";
  const std::string longest = "2020-04-20" + std::string(mebi - 10, ' ');
  const std::string record = R"({"purchase_date":"2020-04-20",)" + good + "}\n";
  check_arriving({"-f", "ndjson"}, first + longest + "\r\n", record + record, "", 0);
}

TEST_CASE(
    "of a line much longer than 1 MiB only the beginning is kept, and reading goes on behind it") {
  const std::string longer = "2020-04-20" + std::string(3 * mebi, ' ');
  const std::string error = malformed(too_long, excerpt(longer)) + "\n";
  const std::string record = R"({"purchase_date":"2020-04-20",)" + good + "}\n";
  check_arriving({"-f", "ndjson"}, "2020-04-20\n" + longer + "\n2020-04-20\n" + longer,
                 record + error + record + error,
                 told(2, "malformed record: longer than 1 MiB") +
                     told(4, "malformed record: longer than 1 MiB"),
                 1);
  check_arriving({"-f", "ndjson", "--lang", "ko"}, longer, error,
                 "mpn-renewal: (stdin):1: 잘못된 레코드: 1MiB보다 깁니다\n", 1);

  const std::string object = object_of(3 * mebi);
  const std::string small = R"({"date":"2020-04-20"})";
  check_arriving({"-q"}, object + "\n" + small + "\n" + object,
                 malformed(too_long, excerpt(object)) + "\n" + with_member(small, good) + "\n" +
                     malformed(too_long, excerpt(object)),
                 "", 1);
}

TEST_CASE("a row may have 1 MiB") {
  const std::string header = "date,note";
  const std::string longest = "2020-04-20," + std::string(mebi - 11, 'x');
  for (const std::string end : {"\n", "\r\n"}) {
    const std::string rest = end + "2020-04-20," + end;
    const std::string rest_out = end + "2020-04-20," + good_cells + end;
    const std::string header_out = header + added_columns + end;
    check_arriving({}, header + end + longest + rest, header_out + longest + good_cells + rest_out,
                   "", 0);
    check_arriving({}, header + end + longest + "x" + rest,
                   header_out + "," + bad_cells("malformed_record: longer than 1 MiB") + rest_out,
                   told(2, "malformed record: longer than 1 MiB"), 1);
  }
  check_arriving({}, header + "\n" + longest, header + added_columns + "\n" + longest + good_cells,
                 "", 0);
  check_arriving({}, header + "\n" + longest + "x",
                 header + added_columns + "\n," + bad_cells("malformed_record: longer than 1 MiB"),
                 told(2, "malformed record: longer than 1 MiB"), 1);
}

TEST_CASE(
    "a row is not too long before it is known that its last carriage return is not the line's "
    "end") {
  // Pieces of 4 KiB end right behind the carriage return.
  const std::string header = "date," + std::string(4 * kibi - 8, 'n');
  const std::string longest = "2020-04-20," + std::string(mebi - 11, 'x');
  check_arriving({}, header + "\r\n" + longest + "\r\n",
                 header + added_columns + "\r\n" + longest + good_cells + "\r\n", "", 0);
}

TEST_CASE("of a row much longer than 1 MiB nothing is kept, and reading goes on behind it") {
  const std::string longer = "2020-04-20," + std::string(3 * mebi, 'x');
  const std::string error =
      "date,note" + added_columns + "\n," + bad_cells("malformed_record: longer than 1 MiB");
  const std::string diagnostic = told(2, "malformed record: longer than 1 MiB");
  check_arriving({}, "date,note\n" + longer + "\n2020-04-20,\n",
                 error + "\n2020-04-20," + good_cells + "\n", diagnostic, 1);
  check_arriving({}, "date,note\n" + longer, error, diagnostic, 1);
}

TEST_CASE("a JSON line may have 1 MiB") {
  const std::string longest = object_of(mebi);
  const std::string longer = object_of(mebi + 1);
  const std::string small = R"({"date":"2020-04-20"})";
  for (const std::string end : {"\n", "\r\n"}) {
    const std::string rest = end + small + end;
    const std::string rest_out = end + with_member(small, good) + end;
    check_arriving({}, longest + rest, with_member(longest, good) + rest_out, "", 0);
    check_arriving({"-q"}, longer + rest, malformed(too_long, excerpt(longer)) + rest_out, "", 1);
  }
  check_arriving({}, longest, with_member(longest, good), "", 0);
  check_arriving({"-q"}, longer, malformed(too_long, excerpt(longer)), "", 1);
}

TEST_CASE("an object in an array may have 1 MiB, without the blanks around it") {
  const std::string longest = object_of(mebi);
  const std::string longer = object_of(mebi + 1);
  const std::string small = R"({"date":"2020-04-20"})";
  const std::string small_out = with_member(small, good);
  const std::string blanks(100, ' ');
  check_arriving({}, "[" + longest + "," + small + "]",
                 "[\n" + with_member(longest, good) + ",\n" + small_out + "\n]\n", "", 0);
  check_arriving({}, "[" + small + "," + blanks + longest + blanks + "]",
                 "[\n" + small_out + ",\n" + with_member(longest, good) + "\n]\n", "", 0);
  check_arriving({"-q"}, "[" + longer + ",\n" + small + "]",
                 "[\n" + malformed(too_long, excerpt(longer)) + ",\n" + small_out + "\n]\n", "", 1);
  check_arriving({"-q"}, "[" + small + "," + longer + "]",
                 "[\n" + small_out + ",\n" + malformed(too_long, excerpt(longer)) + "\n]\n", "", 1);
}

TEST_CASE("an object in an array may have 2 MiB with the blanks behind it") {
  const std::string object = R"({"date":"2020-04-20"})";
  const std::string blanks(2 * mebi - object.size(), ' ');
  const std::string object_out = with_member(object, good);
  check_arriving({}, "[" + object + blanks + "," + object + "]",
                 "[\n" + object_out + ",\n" + object_out + "\n]\n", "", 0);
  check_arriving(
      {"-q"}, "[" + object + blanks + " ," + object + "]",
      "[\n" + malformed(too_long, excerpt(object + blanks)) + ",\n" + object_out + "\n]\n", "", 1);
}

TEST_CASE("a JSON object alone may have 1 MiB, without the blanks around it") {
  const std::string longest = object_of(mebi, "{\n\"date\":\"2020-04-20\",");
  const std::string longer = object_of(mebi + 1, "{\n\"date\":\"2020-04-20\",");
  const std::string blanks(100, '\n');
  for (const std::string& before : {std::string{}, blanks})
    for (const std::string& behind : {std::string{}, blanks, std::string(2 * mebi, ' ')}) {
      check_arriving({}, before + longest + behind, with_member(longest, good) + "\n", "", 0);
      check_arriving({"-q"}, before + longer + behind, malformed(too_long, excerpt(longer)) + "\n",
                     "", 1);
    }
  // Anything else, however far behind, makes all of it one record.
  const std::string small = "{\n\"date\":\"2020-04-20\"}" + std::string(2 * mebi, ' ');
  check_arriving({}, small, "{\n\"date\":\"2020-04-20\"," + good + "}\n", "", 0);
  check_arriving({"-q"}, small + "x", malformed(too_long, excerpt(small)) + "\n", "", 1);
}

TEST_CASE("JSON may be nested 512 deep") {
  const auto nested = [](std::size_t depth) {
    return R"({"date":"2020-04-20","n":)" + std::string(depth - 1, '[') +
           std::string(depth - 1, ']') + "}";
  };
  const auto too_deep = [&](std::size_t depth) {
    return malformed("nested deeper than 512", excerpt(nested(depth)));
  };
  check_arriving({}, nested(512) + "\n", with_member(nested(512), good) + "\n", "", 0);
  check_arriving({"-q"}, nested(513) + "\n{}\n",
                 too_deep(513) + "\n{" + bad("missing_date", "there is no date") + "}\n", "", 1);
  check_arriving({"--lang", "ko"}, nested(513) + "\n", too_deep(513) + "\n",
                 "mpn-renewal: (stdin):1: 잘못된 레코드: 512단계보다 깊게 중첩되었습니다\n", 1);
  check_arriving({"-q"}, nested(500'000) + "\n", too_deep(500'000) + "\n", "", 1);
  check_arriving({}, "[" + nested(512) + "]", "[\n" + with_member(nested(512), good) + "\n]\n", "",
                 0);
  check_arriving({"-q"}, "[" + nested(513) + "]", "[\n" + too_deep(513) + "\n]\n", "", 1);
}

TEST_CASE("five million brackets are one record that is too long") {
  constexpr std::size_t depth = 5'000'000;
  const std::string nested = std::string(depth, '[') + std::string(depth, ']');
  const std::string object = R"({"n":)" + nested + "}";
  const std::string small = R"({"date":"2020-04-20",)" + good + "}";
  const std::string long_object = malformed(too_long, excerpt(object));
  check(run({"-q"}, object + "\n{\"date\":\"2020-04-20\"}\n"), long_object + "\n" + small + "\n",
        "", 1);
  check(run({"-q"}, "[" + object + "," + nested + ",{\"date\":\"2020-04-20\"}]"),
        "[\n" + long_object + ",\n" + malformed(too_long, std::string(200, '[')) + ",\n" + small +
            "\n]\n",
        "", 1);
  const std::string lines = "{\n\"n\":" + nested + "}";
  check(run({"-q"}, lines), malformed(too_long, excerpt(lines)) + "\n", "", 1);
  // Never closed: the array breaks off.
  check(run({}, std::string(depth, '[')), "[]\n",
        "mpn-renewal: (stdin): the JSON breaks off in the record that begins in line 1\n", 2);
}

TEST_CASE("a million records pass through, and a bad last one is told") {
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

TEST_CASE("wherever a JSON array breaks off, what is written is one") {
  const std::string whole = R"( [ {"date":"2020-04-20","n":[1,"]"]} , {"date":"2021-02-30"},1])";
  for (std::size_t size = whole.find('[') + 1; size < whole.size(); ++size) {
    CAPTURE(size);
    const std::string piece = whole.substr(0, size);
    const ran done = run({"-q"}, piece);
    CHECK(done.status == 2);
    CHECK(done.err ==
          "mpn-renewal: (stdin): the JSON breaks off in the record that begins in line 1\n");
    rapidjson::Document parsed;
    parsed.Parse(done.out.c_str());
    REQUIRE_FALSE(parsed.HasParseError());
    REQUIRE(parsed.IsArray());
    CHECK(parsed.Size() == (size < whole.find(" , {") + 2  ? 0U
                            : size < whole.rfind(",1") + 1 ? 1U
                                                           : 2U));
  }
}
