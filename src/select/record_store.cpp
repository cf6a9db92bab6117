#include "select/record_store.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <type_traits>

namespace mpn::app {

namespace {

constexpr std::size_t block_size = std::size_t{1} << 20U;

// Values are written one after the other without padding: small ones as they are in memory, sizes
// with seven bits a byte, texts after their size.
template <class T>
void append_value(std::string& to, const T& value) {
  static_assert(std::is_trivially_copyable_v<T>);
  to.append(reinterpret_cast<const char*>(&value), sizeof value);
}

void append_size(std::string& to, std::uint64_t size) {
  for (; size >= 0x80; size >>= 7U) to += static_cast<char>(0x80U | (size & 0x7FU));
  to += static_cast<char>(size);
}

void append_text(std::string& to, std::string_view text) {
  append_size(to, text.size());
  to += text;
}

// Reads them back.
class value_reader {
 public:
  explicit value_reader(const char* at) : at_{at} {}

  template <class T>
  T value() {
    std::array<char, sizeof(T)> bytes;
    std::memcpy(bytes.data(), at_, bytes.size());
    at_ += bytes.size();
    return std::bit_cast<T>(bytes);
  }
  std::uint64_t size() {
    std::uint64_t size = 0;
    for (unsigned shift = 0;; shift += 7) {
      const auto byte = static_cast<unsigned char>(*at_++);
      size |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
      if (byte < 0x80) return size;
    }
  }
  std::string_view text() { return text(size()); }
  std::string_view text(std::size_t length) {
    at_ += length;
    return {at_ - length, length};
  }

 private:
  const char* at_;
};

// How the value of a cell is stored.
enum class cell_value : std::uint8_t { as_raw, within_quotes, apart };
constexpr std::size_t cell_values = 3;

std::string_view within_quotes(std::string_view raw) { return raw.substr(1, raw.size() - 2); }

struct record_flags {
  bool good : 1;
  bool malformed : 1;
  bool only_renewal : 1;
  bool row : 1;
  bool needs_no_escaping : 1;
  bool is_too_long : 1;
  bool has_members : 1;
};

}  // namespace

record_store::position record_store::add(const record& record, const evaluation_result& result) {
  encoded_.clear();
  const auto* const row = std::get_if<table_row>(&record.shape);
  const auto* const object = std::get_if<object_text>(&record.shape);
  append_value(
      encoded_,
      record_flags{result.has_value(), record.malformed.has_value(), record.only_renewal,
                   row != nullptr, row != nullptr && row->needs_no_escaping,
                   row != nullptr && row->is_too_long, object != nullptr && object->has_members});
  append_size(encoded_, record.line);
  append_text(encoded_, record.line_end);
  append_value(encoded_, record.label.kind);
  append_text(encoded_, record.label.value);
  row != nullptr ? encode(*row) : encode(*object);
  if (result) {
    append_value(encoded_, *result);
  } else {
    append_value(encoded_, result.error());  // its views are replaced by what follows
    append_text(encoded_, result.error().value);
    append_text(encoded_, result.error().field);
  }

  if (blocks_.empty() || size_ - used_ < encoded_.size()) {
    size_ = std::max(block_size, encoded_.size());
    used_ = 0;
    blocks_.push_back(std::make_unique_for_overwrite<char[]>(size_));
  }
  const position at{static_cast<std::uint32_t>(blocks_.size() - 1),
                    static_cast<std::uint32_t>(used_)};
  encoded_.copy(blocks_.back().get() + used_, encoded_.size());
  used_ += encoded_.size();
  return at;
}

void record_store::encode(const table_row& row) {
  header_ = row.header;
  append_size(encoded_, row.cells.size());
  for (const cell& each : row.cells) {
    const bool quoted = each.raw.size() >= 2 && each.value == within_quotes(each.raw);
    const cell_value kind = each.value == each.raw ? cell_value::as_raw
                            : quoted               ? cell_value::within_quotes
                                                   : cell_value::apart;
    append_size(encoded_, each.raw.size() * cell_values + static_cast<std::size_t>(kind));
    encoded_ += each.raw;
    if (kind == cell_value::apart) append_text(encoded_, each.value);
  }
}

void record_store::encode(const object_text& object) {
  append_text(encoded_, object.text);
  append_size(encoded_, object.insert_at);
}

record_store::stored_record record_store::restore(position from) {
  value_reader stored{blocks_[from.block].get() + from.offset};
  record content;
  const auto flags = stored.value<record_flags>();
  content.only_renewal = flags.only_renewal;
  content.line = stored.size();
  content.line_end = stored.text();
  content.label.kind = stored.value<field_kind>();
  content.label.value = stored.text();
  if (flags.row) {
    cells_.resize(stored.size());
    for (cell& each : cells_) {
      const std::uint64_t encoded = stored.size();
      each.raw = stored.text(encoded / cell_values);
      const auto kind = static_cast<cell_value>(encoded % cell_values);
      each.value = kind == cell_value::as_raw          ? each.raw
                   : kind == cell_value::within_quotes ? within_quotes(each.raw)
                                                       : stored.text();
    }
    content.shape = table_row{header_, cells_, flags.needs_no_escaping, flags.is_too_long};
  } else {
    const std::string_view text = stored.text();
    content.shape = object_text{text, stored.size(), flags.has_members};
  }
  if (flags.good) return {content, stored.value<evaluation>()};
  auto error = stored.value<record_error>();
  error.value = stored.text();
  error.field = stored.text();
  if (flags.malformed) content.malformed = error;
  return {content, unexpected{error}};
}

}  // namespace mpn::app
