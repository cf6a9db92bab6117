// Reading or writing fails at every byte.
#include <algorithm>
#include <string>
#include <system_error>
#include <vector>

#include "expected.hpp"

namespace {

using namespace mpn::test;
using mpn::result;
using mpn::unexpected;

// Ends with an error; must not be read again after it.
class failing_source final : public mpn::app::source {
 public:
  failing_source(std::string_view text, std::size_t step) : text_{text, step} {}
  result<std::size_t, std::error_code> read(char* to, std::size_t size) override {
    auto count = text_.read(to, size);
    if (*count != 0) return count;
    REQUIRE_FALSE(failed_);
    failed_ = true;
    return unexpected{std::make_error_code(std::errc::io_error)};
  }

 private:
  text_source text_;
  bool failed_{};
};

// Stores the first `room` bytes, then fails; notes a write after an error.
class failing_sink final : public mpn::app::sink {
 public:
  explicit failing_sink(std::size_t room, std::errc why = std::errc::no_space_on_device)
      : room_{room}, why_{why} {}
  std::error_code write(std::string_view bytes) override {
    if (failed_) text += "(written after an error)";
    const std::string_view kept = failed_ ? "" : bytes.substr(0, room_ - text.size());
    text += kept;
    failed_ = failed_ || kept.size() < bytes.size();
    return failed_ ? std::make_error_code(why_) : std::error_code{};
  }

  std::string text;

 private:
  std::size_t room_;
  std::errc why_;
  bool failed_{};
};

struct job {
  std::vector<std::string> words;
  std::string input;
};

// Every kind of output: each format from one offer and from many, --check, help and files. Only
// good records, so that there are no other messages.
std::vector<job> jobs() {
  const std::string lines = "2020-04-20 Cloud Platform\n2020-05-21\n2021-04-30,보안\n";
  const std::string rows = "id,date,competency\n1,2020-04-20\n2,2020-04-21\n";
  const std::string objects = "{\"date\":\"2020-04-20\"}\n{\"date\":\"2020-04-21\"}\n";
  std::vector<job> all{{{}, rows},
                       {{"--excel"}, rows},
                       {{}, objects},
                       {{}, "[" + objects.substr(0, 21) + "," + objects.substr(22) + "]"},
                       {{}, "{\n\"date\":\"2020-04-20\"}"},
                       {{"--sort", "-q"}, rows},
                       {{"--only", "lapsed", "--as-of", "2021-06-08", "-q"}, rows},
                       {{"--check"}, lines},
                       {{"--check", "2020-04-20"}, ""},
                       {{"--check"}, ""},
                       {{"--list"}, ""},
                       {{"--list", "--json"}, ""},
                       {{"--schema"}, ""},
                       {{"--help"}, ""},
                       {{"--help", "--lang", "ko"}, ""},
                       {{"--version"}, ""}};
  for (const std::string format : {"text", "json", "ndjson", "csv", "ics", "html"})
    for (const std::vector<std::string>& more :
         {std::vector<std::string>{}, {"--as-of", "2021-05-08", "--lang", "ko"}}) {
      job many{{"-f", format}, lines};
      many.words.insert(many.words.end(), more.begin(), more.end());
      job one = many;
      one.input.clear();
      one.words.insert(one.words.end(), {"2020-04-20", "Cloud", "Platform"});
      all.insert(all.end(), {many, one});
    }
  for (const std::string file : {"man", "complete-bash", "complete-zsh", "complete-fish"})
    all.push_back({{"--generate", file}, ""});
  return all;
}

int failed_status(const job& j) { return !j.words.empty() && j.words[0] == "--check" ? 3 : 2; }

// What is reported when there is no room.
std::string full_message(const job& j) {
  const bool korean = std::find(j.words.begin(), j.words.end(), "ko") != j.words.end();
  return std::string{"mpn-renewal: (stdout): "} +
         (korean ? "디스크 공간이 부족합니다" : "No space left on device") + "\n";
}

void check_full(const job& j, std::size_t step, const run_result& whole, std::size_t room) {
  text_source in{j.input, step};
  failing_sink out{room};
  text_sink err;
  const int status = mpn::app::run(j.words, in, out, err, test_environment());
  const bool fits = room >= whole.out.size();
  const int wanted = fits ? whole.status : failed_status(j);
  const std::string messages = whole.err + (fits ? "" : full_message(j));
  const std::string_view written = std::string_view{whole.out}.substr(0, room);
  if (status == wanted && err.text == messages && out.text == written)
    return;  // CAPTURE takes longer than the run
  CAPTURE(j.words, j.input, step, room);
  REQUIRE(status == wanted);
  REQUIRE(err.text == messages);
  REQUIRE(out.text == written);
}

}  // namespace

TEST_CASE("a write error at any byte is reported") {
  for (const job& j : jobs()) {
    const run_result whole = run(j.words, j.input);
    REQUIRE(!whole.out.empty());
    const std::size_t stride =
        whole.out.size() < 4000 ? 1 : 7;  // longer ones are written in one piece
    for (std::size_t room = 0; room < whole.out.size() + stride; room += stride) {
      check_full(j, SIZE_MAX, whole, room);
      if (!j.input.empty()) check_full(j, 20, whole, room);  // several writes
    }
  }
}

TEST_CASE("output of several buffers is written up to the byte that fails") {
  constexpr std::size_t buffer = std::size_t{64} * 1024;
  std::string lines;
  for (int i = 0; i < 1400; ++i) lines += "2020-04-20 Cloud Platform\n";
  for (const std::string format : {"text", "json", "ndjson", "csv", "ics", "html"}) {
    const job j{{"-f", format}, lines};
    const run_result whole = run(j.words, j.input);
    REQUIRE(whole.out.size() > buffer);
    std::vector<std::size_t> rooms;
    for (std::size_t full = 0; full <= whole.out.size(); full += buffer)
      for (std::size_t room = std::max(full, std::size_t{2}) - 2; room <= full + 2; ++room)
        rooms.push_back(room);
    for (std::size_t left = 0; left <= 2; ++left) rooms.push_back(whole.out.size() - left);
    for (std::size_t room = 0; room < whole.out.size(); room += 29'989) rooms.push_back(room);
    for (const std::size_t room : rooms)
      check_full(j, room % 2 == 0 ? SIZE_MAX : 4096, whole, room);
  }
}

TEST_CASE("a closed standard output ends the run without a message") {
  for (const job& j : jobs()) {
    CAPTURE(j.words, j.input);
    text_source in{j.input};
    failing_sink out{0, std::errc::broken_pipe};
    text_sink err;
    CHECK(mpn::app::run(j.words, in, out, err, test_environment()) == failed_status(j));
    CHECK(err.text.empty());
  }
}

TEST_CASE("a failing standard error changes nothing else") {
  for (const job& j : {job{{}, "2021-02-30\n2020-04-20\n"}, job{{"-f", "csv"}, "{}\n"},
                       job{{"2021-02-30"}, ""}, job{{"--bad"}, ""}, job{{"-i", "missing"}, ""}}) {
    CAPTURE(j.words);
    const run_result expected = run(j.words, j.input);
    REQUIRE(!expected.err.empty());
    text_source in{j.input};
    text_sink out;
    failing_sink err{0};
    CHECK(mpn::app::run(j.words, in, out, err, test_environment()) == expected.status);
    CHECK(out.text == expected.out);
  }
}

TEST_CASE("a read error is reported after all complete records were written") {
  struct row {
    std::vector<std::string> words;
    std::vector<std::string> pieces;
    std::string back;  // completes an input that ends between two pieces
  };
  const std::vector<std::string> lines{"2021-04-20 Cloud Platform\n", "2021-04-21\n",
                                       "2021-04-22\r\n"};
  const std::vector<std::string> rows{"id,date,competency\n", "1,2021-04-20\n",
                                      "\"2\n\",2021-04-21\n", "3,2021-04-22\r\n"};
  const std::vector<std::string> objects{"{\"date\":\"2021-04-20\"}\n",
                                         "{\"date\":\"2021-04-21\"}\n",
                                         "{\"date\":\"2021-04-22\"}\r\n"};
  const std::vector<std::string> array{"[", "{\"date\":\"2021-04-20\"}", ",",
                                       "{\"date\":\"2021-04-21\"}", "\n,"};
  for (const row& r :
       {row{{"-f", "text"}, lines, ""}, row{{"-f", "ndjson"}, lines, ""},
        row{{"-f", "json"}, lines, ""}, row{{"-f", "csv"}, lines, ""},
        row{{"-f", "ics"}, lines, ""}, row{{}, rows, ""}, row{{"-f", "ndjson"}, rows, ""},
        row{{"-f", "ics"}, rows, ""}, row{{}, objects, ""},
        row{{"-f", "text", "--as-of", "2021-05-08"}, objects, ""}, row{{"-f", "ics"}, array, "]"},
        row{{}, array, "]"}}) {
    std::string input;
    for (const std::string& piece : r.pieces) input += piece;
    for (std::size_t size = 0; size <= input.size(); ++size)
      for (const std::size_t step : {SIZE_MAX, std::size_t{7}}) {
        CAPTURE(r.words, input.substr(0, size), step);
        failing_source in{std::string_view{input}.substr(0, size), step};
        text_sink out;
        text_sink err;
        CHECK(mpn::app::run(r.words, in, out, err, test_environment()) == 2);
        CHECK(err.text == "mpn-renewal: (stdin): Input/output error\n");
        std::string whole;
        for (const std::string& piece : r.pieces) {
          if (whole.size() + piece.size() > size) break;
          whole += piece;
        }
        if (whole.ends_with(',')) whole.pop_back();
        CHECK(out.text == (size == 0 ? "" : run(r.words, whole + r.back).out));
      }
  }
}

TEST_CASE("at a terminal --check without an offer is UNKNOWN") {
  auto terminal = test_environment();
  terminal.input_is_terminal = true;
  const run_result usage = run({}, "", terminal);
  check(run({"--check"}, "", terminal), "MPN-RENEWAL UNKNOWN - give a DATE, or a file with -i\n",
        usage.err, 3);
  CHECK(usage.status == 2);
}

TEST_CASE("after a read error --check reports UNKNOWN, unless a record is worse") {
  struct row {
    std::string input;
    int status;
    std::string out;
  };
  const auto line = [](const std::string& state, const std::string& counts) {
    return "MPN-RENEWAL " + state + " - " + counts + "\n";
  };
  for (const row& r : {row{"", 3, "MPN-RENEWAL UNKNOWN - (stdin): Input/output error\n"},
                       row{"2021-04-20\n20", 3,
                           line("UNKNOWN",
                                "0 of 2 due, next by 2022-05-20 ((stdin):1); lapsed 0, last call "
                                "0, open 0, reminded 0, active 1, unknown 1 | "
                                "lapsed=0 last_call=0 open=0 reminded=0 active=1 unknown=1") +
                               "(stdin): Input/output error\n"},
                       row{"2020-04-20\n2020-01-01", 1,
                           line("WARNING",
                                "1 of 2 due, next by 2021-05-20 ((stdin):1); lapsed 0, last call "
                                "0, open 1, reminded 0, active 0, unknown 1 | "
                                "lapsed=0 last_call=0 open=1 reminded=0 active=0 unknown=1") +
                               "(stdin):1: open, 12 days left\n(stdin): Input/output error\n"}}) {
    failing_source in{r.input, SIZE_MAX};
    text_sink out;
    text_sink err;
    CHECK(mpn::app::run(std::vector<std::string>{"--check"}, in, out, err, test_environment()) ==
          r.status);
    CHECK(out.text == r.out);
    CHECK(err.text == "mpn-renewal: (stdin): Input/output error\n");
  }
}
