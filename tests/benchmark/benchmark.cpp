// The time per offer of each step from CSV to JSON Lines, and of whole runs between all formats.
// Compare figures only on the same machine.
//
//   cmake -S . -B build -DMPN_RENEWAL_BENCHMARK=ON && cmake --build build &&
//   build/tests/benchmark/mpn-benchmark
#include <benchmark/benchmark.h>

#include <fmt/format.h>

#include <array>
#include <string>
#include <vector>

#include "mpn/renewal.hpp"
#include "read/csv_row.hpp"
#include "read/field_names.hpp"
#include "record/evaluate.hpp"
#include "run.hpp"
#include "text/utf8.hpp"
#include "write/date_cache.hpp"
#include "write/writers.hpp"

namespace {

using namespace mpn;

constexpr std::size_t offers = 4096;

// The same dates and names every time, spread over years and the catalogue.
sys_days day_at(std::size_t i) {
  return sys_days{date::year{2015} / 1 / 1} + days{static_cast<int>(i * 7919 % 2900)};
}
std::string_view name_at(std::size_t i) { return catalogue[i * 31 % 18].name; }

std::vector<std::string> rows() {
  std::vector<std::string> all;
  for (std::size_t i = 0; i < offers; ++i)
    all.push_back(fmt::format("P{:07},{},{}", i, date_text{day_at(i)}.view(), name_at(i)));
  return all;
}

class text_source final : public app::source {
 public:
  explicit text_source(std::string_view text) : text_{text} {}
  result<std::size_t, std::error_code> read(char* to, std::size_t size) override {
    const std::size_t count = text_.copy(to, size);
    text_.remove_prefix(count);
    return count;
  }

 private:
  std::string_view text_;
};

class discard final : public app::sink {
 public:
  std::error_code write(std::string_view bytes) override {
    benchmark::DoNotOptimize(bytes.data());
    return {};
  }
};

// Runs `step(i)` for each offer in turn.
template <class Step>
void each_offer(benchmark::State& state, Step step) {
  std::size_t i = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(step(i));
    i = (i + 1) % offers;
  }
}

void parse_a_date(benchmark::State& state) {
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < offers; ++i) texts.emplace_back(date_text{day_at(i)}.view());
  each_offer(state, [&](std::size_t i) { return parse_date(texts[i]).has_value(); });
}

void find_a_name(benchmark::State& state) {
  each_offer(state, [&](std::size_t i) { return find_competency(name_at(i)); });
}

void find_a_name_by_folding(benchmark::State& state) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < offers; ++i) names.push_back(fmt::format("Gold {}", name_at(i)));
  each_offer(state, [&](std::size_t i) { return find_competency(names[i]); });
}

void calculate_a_schedule(benchmark::State& state) {
  each_offer(state, [&](std::size_t i) {
    return schedule_of(nth_term(anniversary_of(purchase_date{day_at(i)}), 1),
                       *find_competency(name_at(i)))
        .has_value();
  });
}

void write_six_days(benchmark::State& state) {
  app::date_cache writer;
  std::array<char, 80> text{};
  each_offer(state, [&](std::size_t i) {
    char* at = text.data();
    for (const int shift : {0, 1, 30, -15, 23, 365}) at = writer.write(day_at(i) + days{shift}, at);
    return at;
  });
}

void split_a_row(benchmark::State& state) {
  const auto all = rows();
  std::vector<app::cell> cells;
  std::string storage;
  each_offer(state, [&](std::size_t i) {
    app::split_row(all[i], ',', cells, storage);
    return cells.size();
  });
}

void scan_for_special_characters(benchmark::State& state) {
  const auto all = rows();
  each_offer(state, [&](std::size_t i) { return app::needs_no_escaping(all[i]); });
}

// The offers as input in each format.
std::string input_in(const std::string& format) {
  std::string text = format == "csv"    ? "id,purchase_date,competency\n"
                     : format == "json" ? "["
                                        : "";
  const auto all = rows();
  for (std::size_t i = 0; i < offers; ++i) {
    const date_text day{day_at(i)};
    const std::string object = fmt::format(
        R"({{"id":"P{:07}","purchase_date":"{}","competency":"{}"}})", i, day.view(), name_at(i));
    if (format == "lines") text += fmt::format("{} {}\n", day.view(), name_at(i));
    if (format == "csv") text += all[i] + "\n";
    if (format == "ndjson") text += object + "\n";
    if (format == "json") text += (i == 0 ? "\n" : ",\n") + object;
  }
  return format == "json" ? text + "\n]\n" : text;
}

// A whole run; an item is one offer.
void whole_run(benchmark::State& state, const std::string& from, const std::string& to) {
  const std::string input = input_in(from);
  const std::vector<std::string> arguments{"-f", to};
  app::environment environment;
  for (auto _ : state) {
    text_source in{input};
    discard out;
    benchmark::DoNotOptimize(app::run(arguments, in, out, out, environment));
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()) *
                          static_cast<std::int64_t>(offers));
}

BENCHMARK(parse_a_date);
BENCHMARK(find_a_name);
BENCHMARK(find_a_name_by_folding);
BENCHMARK(calculate_a_schedule);
BENCHMARK(write_six_days);
BENCHMARK(split_a_row);
BENCHMARK(scan_for_special_characters);
}  // namespace

int main(int count, char** arguments) {
  benchmark::Initialize(&count, arguments);
  for (const std::string from : {"lines", "csv", "ndjson", "json"})
    for (const std::string to : {"text", "json", "ndjson", "csv", "ics", "html"})
      if (to != "csv" || from == "lines" || from == "csv")  // JSON has no columns
        benchmark::RegisterBenchmark(("whole_run/" + from + "_to_" + to).c_str(), whole_run, from,
                                     to);
  benchmark::RunSpecifiedBenchmarks();
}
