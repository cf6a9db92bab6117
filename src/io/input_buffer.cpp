#include "io/input_buffer.hpp"

#include <rapidjson/encodings.h>

#include "text/limits.hpp"

namespace mpn::app {

namespace {

// NOLINTBEGIN(readability-identifier-naming): the names are RapidJSON's

// UTF-16 in memory, as a RapidJSON input stream.
struct utf16_stream {
  using Ch = char16_t;
  std::string_view bytes;
  bool big_endian;
  std::size_t at{};

  [[nodiscard]] Ch Peek() const {
    const auto byte = [&](std::size_t i) {
      return static_cast<unsigned>(static_cast<unsigned char>(bytes[at + i]));
    };
    return static_cast<Ch>(big_endian ? byte(0) << 8U | byte(1) : byte(1) << 8U | byte(0));
  }
  Ch Take() {
    const Ch unit = Peek();
    at += 2;
    return unit;
  }
};

struct utf8_stream {
  using Ch = char;
  std::string& text;
  void Put(char c) { text.push_back(c); }
};

// NOLINTEND(readability-identifier-naming)

constexpr bool is_high_surrogate(char16_t unit) { return 0xD800 <= unit && unit <= 0xDBFF; }

}  // namespace

bool input_buffer::read_more() {
  if (ended_) return false;
  before_read_();
  // Moving the rest only where it is the smaller part keeps the time linear.
  if (consumed_ > buffer_.size() / 2) {
    buffer_.erase(0, consumed_);
    consumed_ = 0;
  }
  const std::size_t before = buffer_.size();
  while (!ended_ && (buffer_.size() == before || encoding_ == encoding::unknown)) {
    const bool utf16 = encoding_ == encoding::utf16_little || encoding_ == encoding::utf16_big;
    std::string& into = utf16 ? undecoded_ : buffer_;
    const std::size_t kept = into.size();
    into.resize(kept + limits::read_size);
    const auto got = from_.read(into.data() + kept, limits::read_size);
    into.resize(kept + (got ? *got : 0));
    if (!got) error_ = got.error();
    ended_ = !got || *got == 0;
    if (encoding_ == encoding::unknown) detect_encoding();
    decode_utf16();
  }
  return buffer_.size() > before;
}

// Looks for a byte order mark. The encoding stays unknown while the input may be the beginning of
// one.
void input_buffer::detect_encoding() {
  const auto starts = [&](std::string_view mark) { return buffer_.starts_with(mark); };
  const auto may_start = [&](std::string_view mark) {
    return !ended_ && mark.starts_with(buffer_);
  };
  if (starts("\xEF\xBB\xBF")) {
    encoding_ = encoding::utf8_marked;
    buffer_.erase(0, 3);
  } else if (starts("\xFF\xFE") || starts("\xFE\xFF")) {
    encoding_ = starts("\xFF\xFE") ? encoding::utf16_little : encoding::utf16_big;
    undecoded_ = buffer_.substr(2);
    buffer_.clear();
  } else if (!may_start("\xEF\xBB\xBF") && !may_start("\xFF\xFE") && !may_start("\xFE\xFF")) {
    encoding_ = encoding::utf8;
  }
}

// Lone surrogates, and half a unit at the end of the input, become bytes that are not UTF-8, so
// that the record that contains them is rejected as not text. Other encodings have nothing to
// decode.
void input_buffer::decode_utf16() {
  utf16_stream units{undecoded_, encoding_ == encoding::utf16_big};
  utf8_stream text{buffer_};
  while (undecoded_.size() - units.at >= 2) {
    const bool pair_cut = is_high_surrogate(units.Peek()) && undecoded_.size() - units.at < 4;
    if (pair_cut && !ended_) break;
    unsigned character = 0;
    const std::size_t start = units.at;
    if (!pair_cut && rapidjson::UTF16<char16_t>::Decode(units, &character)) {
      rapidjson::UTF8<>::Encode(text, character);
    } else {
      text.Put('\xFF');
      units.at = start + 2;
    }
  }
  undecoded_.erase(0, units.at);
  if (ended_ && !undecoded_.empty()) {
    text.Put('\xFF');
    undecoded_.clear();
  }
}

}  // namespace mpn::app
