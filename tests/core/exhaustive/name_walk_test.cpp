// Every name with every combination of ignored words, and with every typo of one byte.
#include <array>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catch2.hpp"
#include "hangul.hpp"
#include "mpn/find_competency.hpp"

namespace {

constexpr std::array<std::string_view, 9> words_before{
    "Microsoft", "Gold", "Silver", "골드", "실버", "(Gold)", "(Silver)", "(골드)", "(실버)"};
constexpr std::array<std::string_view, 10> words_after{"Gold",       "Silver",   "골드",   "실버",
                                                       "(Gold)",     "(Silver)", "(골드)", "(실버)",
                                                       "competency", "역량"};

// All sequences of up to two of these words, each word with a blank before it.
template <std::size_t N>
std::vector<std::string> sequences_of(const std::array<std::string_view, N>& words) {
  std::vector<std::string> sequences{""};
  for (std::size_t begin = 0, length = 0; length < 2; ++length) {
    const std::size_t end = sequences.size();
    for (; begin < end; ++begin)
      for (const std::string_view word : words)
        sequences.push_back(sequences[begin] + ' ' + std::string{word});
  }
  return sequences;
}

bool finds(std::string_view text, const mpn::competency& entry) {
  const auto found = mpn::find_competency(text);
  return found && &*found == &entry;
}

}  // namespace

TEST_CASE("every name is found with every combination of ignored words", "[walk]") {
  const auto before = sequences_of(words_before);
  const auto after = sequences_of(words_after);
  REQUIRE(before.size() == 1 + 9 + 81);
  REQUIRE(after.size() == 1 + 10 + 100);
  std::set<std::string> not_found;
  std::size_t tried = 0;
  std::string text;
  mpn::for_each_name([&](std::string_view name, const mpn::competency& entry) {
    for (const std::string& spelling : std::set{std::string{name}, naive::decomposed(name)})
      for (const std::string& front : before)
        for (const std::string& back : after) {
          text.assign(front).append(" ").append(spelling).append(back);
          if (!finds(text, entry)) not_found.insert(text);
          ++tried;
        }
  });
  CHECK(not_found == std::set<std::string>{});
  CHECK(tried > mpn::detail::known_names.size() * before.size() * after.size());
}

TEST_CASE("every name is found with decomposed words and with many of them", "[walk]") {
  std::string front;
  std::string back;
  for (const std::string_view word : words_before) front.append(word).append(" ");
  for (const std::string_view word : words_after) back.append(" ").append(word);
  std::set<std::string> not_found;
  mpn::for_each_name([&](std::string_view name, const mpn::competency& entry) {
    const std::string text = front + std::string{name} + back;
    for (const std::string& spelling : {text, naive::decomposed(text)})
      if (!finds(spelling, entry)) not_found.insert(spelling);
  });
  CHECK(not_found == std::set<std::string>{});
}

TEST_CASE("a typo of one byte never finds another entry", "[walk]") {
  std::set<std::string> wrong;
  std::size_t unknown = 0;
  mpn::for_each_name([&](std::string_view name, const mpn::competency& entry) {
    const auto try_text = [&](const std::string& text) {
      const auto found = mpn::find_competency(text);
      if (!found)
        ++unknown;
      else if (&*found != &entry)
        wrong.insert(text);
    };
    for (std::size_t i = 0; i < name.size(); ++i) {
      std::string text{name};
      try_text(std::string{text}.erase(i, 1));
      for (int byte = 0; byte < 256; ++byte) {
        text[i] = static_cast<char>(byte);
        try_text(text);
        try_text(std::string{name}.insert(i, 1, static_cast<char>(byte)));
      }
    }
    for (std::size_t i = 0; i + 1 < name.size(); ++i) {
      std::string text{name};
      std::swap(text[i], text[i + 1]);
      try_text(text);
    }
  });
  CHECK(wrong == std::set<std::string>{});
  CHECK(unknown > 1'000'000);
}
