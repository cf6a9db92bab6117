// Every allocation of a run fails once.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <new>
#include <string>
#include <string_view>
#include <vector>

#include "catch2.hpp"
#include "failing_memory.hpp"
#include "in_process.hpp"

namespace {

using namespace mpn::test;
namespace fs = std::filesystem;

// Stores the output without allocating.
class fixed_sink final : public mpn::app::sink {
 public:
  std::error_code write(std::string_view bytes) override {
    REQUIRE(size_ + bytes.size() <= sizeof text_);
    size_ += bytes.copy(text_ + size_, bytes.size());
    return {};
  }
  [[nodiscard]] std::string_view text() const { return {text_, size_}; }

 private:
  char text_[256 * 1024];
  std::size_t size_{};
};

struct job {
  std::vector<std::string> words;
  std::string input;
};

// Every input and output format, with good and bad records.
std::vector<job> jobs() {
  const std::string lines =
      "2020-04-20 Cloud Platform\n2021-02-30\n2020-04-20,\"Cloud Buisness Applications\"\n";
  const std::string rows =
      "id,purchase_date,competency,renewal.x\n1,2020-04-20,\"Cloud "
      "Platform\",old\n2,,x,y,z\n\"3\nx\xB0\",2020-04-20,,\n";
  const std::string objects = R"({"date":"2020-04-20","competency":"보안","renewal":{"old":[1]}})"
                              "\n"
                              R"({"a":1e400})"
                              "\n{\"b\":\n";
  return {{{"2020-04-20", "Cloud", "Platform", "--as-of", "2021-05-08", "--color", "always"}, ""},
          {{"2021-02-30"}, ""},
          {{"-f", "json", "--lang", "ko", "2020-04-20", "Cloud Buisness Applications"}, ""},
          {{"--as-of", "2021-05-08", "--lang", "ko"}, lines},
          {{"-f", "ics"}, lines},
          {{"-f", "html", "--as-of", "2021-05-08"}, lines},
          {{"-f", "csv"}, lines},
          {{"--check"}, lines},
          {{"--check", "-t", "current", "2020-04-20"}, ""},
          {{"--as-of", "today"}, rows},
          {{"-f", "ndjson"}, rows},
          {{}, objects},
          {{}, "[{\"date\":\"2020-04-20\"},7,{\"date\":"},
          {{}, "{\n\"date\":\"2020-04-20\"}"},
          {{},
           "\xFF\xFE" + std::string{"2\0"
                                    "0\0"
                                    "2\0"
                                    "0\0"
                                    "\n\0",
                                    10}},
          {{}, "Id,Bought\n1,2\n"},
          {{"-f", "csv"}, "{\"date\":\"2020-04-20\"}\n"},
          {{"-i", "missing"}, ""},
          {{"--list", "--json"}, ""},
          {{"--schema"}, ""},
          {{"--generate", "man"}, ""},
          {{"--generate", "complete-zsh"}, ""},
          {{"--help"}, ""},
          {{"--chekc", "--check"}, ""},
          {{"-t"}, ""},
          {{"--json=5"}, ""}};
}

struct attempt {
  bool out_of_memory{};
  int status{};
};

// Runs `j` while the n-th allocation fails, and all later ones unless `only_one`.
attempt run_with(const job& j, fixed_sink& out, fixed_sink& err, long n, bool only_one) {
  text_source in{j.input, 64};
  const mpn::app::environment environment = test_environment();
  const long held_before = memory::held;
  attempt made;
  memory::only_one_fails = only_one;
  memory::until_failure = n;
  try {
    made.status = mpn::app::run(j.words, in, out, err, environment);
  } catch (const std::bad_alloc&) {
    made.out_of_memory = true;
  }
  memory::until_failure = memory::never;
  REQUIRE(memory::held == held_before);
  return made;
}

}  // namespace

TEST_CASE("when an allocation fails, the run ends and its output is a prefix of the whole output") {
  for (const job& j : jobs()) {
    CAPTURE(j.words, j.input);
    (void)run(j.words, j.input);  // creates the static objects
    fixed_sink whole;
    fixed_sink whole_err;
    const int status = run_with(j, whole, whole_err, memory::never, false).status;
    for (const bool only_one : {false, true})
      for (long n = 0;; ++n) {
        CAPTURE(n, only_one);
        fixed_sink out;
        fixed_sink err;
        const attempt made = run_with(j, out, err, n, only_one);
        REQUIRE(whole.text().starts_with(out.text()));
        REQUIRE(whole_err.text().starts_with(err.text()));
        if (made.out_of_memory) continue;
        REQUIRE(made.status == status);
        REQUIRE(out.text() == whole.text());
        REQUIRE(err.text() == whole_err.text());
        REQUIRE(n > 0);
        break;
      }
  }
}

TEST_CASE("when an allocation fails, the output file is the old or the complete new one") {
  const fs::path folder = "allocation-test-folder";
  const fs::path file = folder / "out";
  const auto content = [&] {
    std::ifstream from{file, std::ios::binary};
    return std::string{std::istreambuf_iterator<char>{from}, {}};
  };
  const job j{{"-f", "ndjson", "-o", file.string()}, "2020-04-20\n2021-02-30\n"};
  const std::string whole = run({"-f", "ndjson"}, j.input).out;
  for (const bool only_one : {false, true}) {
    fs::remove_all(folder);
    fs::create_directory(folder);
    std::ofstream{file} << "old";
    for (long n = 0;; ++n) {
      CAPTURE(n, only_one);
      fixed_sink out;
      fixed_sink err;
      const attempt made = run_with(j, out, err, n, only_one);
      REQUIRE(content() == (made.out_of_memory ? "old" : whole));
      REQUIRE(std::distance(fs::directory_iterator{folder}, {}) == 1);
      if (!made.out_of_memory) break;
    }
  }
  fs::remove_all(folder);
}
