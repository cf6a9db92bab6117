#include "read/json_object.hpp"

#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <algorithm>

#include "text/limits.hpp"
#include "text/utf8.hpp"

namespace mpn::app {

// RapidJSON reports a key, a string or a number after it has read it, so the stream is then at its
// end; it reports a bracket before it reads it.
class json_object::handler : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, handler> {
 public:
  handler(json_object& object, const rapidjson::MemoryStream& stream)
      : object_{object}, stream_{stream} {}

  // NOLINTBEGIN(readability-identifier-naming,readability-convert-member-functions-to-static): the
  // names are RapidJSON's
  bool Null() { return scalar({}, field_kind::absent); }
  bool Bool(bool) { return scalar({}, field_kind::other); }
  bool RawNumber(const char*, rapidjson::SizeType, bool) { return scalar({}, field_kind::other); }
  bool String(const char* text, rapidjson::SizeType size, bool) {
    const std::string_view value{text, size};
    if (has_low_surrogate(value)) return stop(error_reason::lone_surrogate);
    return scalar(value, is_blank(value) ? field_kind::absent : field_kind::text);
  }
  bool StartObject() { return open(true); }
  bool StartArray() { return open(false); }
  bool EndObject(rapidjson::SizeType) { return close(); }
  bool EndArray(rapidjson::SizeType) { return close(); }

  bool Key(const char* text, rapidjson::SizeType size, bool) {
    const std::string_view key{text, size};
    if (has_low_surrogate(key)) return stop(error_reason::lone_surrogate);
    if (depth_ != 1) return true;
    key_start_ = skip(value_end_, " \t\r\n,");
    key_end_ = stream_.Tell();
    key_ = key;
    is_renewal_ = key == "renewal";
    date_rank_ = object_.fields_.date_rank(key);
    competency_rank_ = object_.fields_.competency_rank(key);
    label_rank_ = object_.fields_.label_rank(key);
    return true;
  }
  // NOLINTEND(readability-identifier-naming,readability-convert-member-functions-to-static)

  /// Why parsing stopped, if this handler stopped it.
  [[nodiscard]] std::optional<error_reason> stopped_by() const { return stopped_by_; }

 private:
  // RapidJSON 1.1.0 accepts a lone low surrogate and encodes it as if it were a character.
  static bool has_low_surrogate(std::string_view text) {
    const auto begins_one = [](char first, char second) {
      return first == '\xED' && static_cast<unsigned char>(second) >= 0xB0;
    };
    return std::adjacent_find(text.begin(), text.end(), begins_one) != text.end();
  }

  bool open(bool is_object) {
    if (depth_ == 0) {
      if (!is_object) return stop(error_reason::not_an_object);
      value_end_ = stream_.Tell() + 1;
    }
    if (depth_ == limits::json_depth) return stop(error_reason::nested_too_deep);
    ++depth_;
    return true;
  }
  bool close() {
    --depth_;
    return depth_ != 1 || end_member({}, field_kind::other, stream_.Tell() + 1);
  }
  bool scalar(std::string_view text, field_kind kind) {
    if (depth_ == 0) return stop(error_reason::not_an_object);
    return depth_ != 1 || end_member(text, kind, stream_.Tell());
  }

  bool end_member(std::string_view text, field_kind kind, std::size_t end) {
    value_end_ = end;
    object_.members_.push_back({key_start_, value_end_, is_renewal_});
    if (kind == field_kind::other) {
      const std::size_t start = skip(key_end_, " \t\r\n:");
      text = object_.text_.substr(start, value_end_ - start);
    }
    // Of members with the same name the last counts.
    if (date_rank_ != field_names::none)
      object_.dates_[date_rank_] = {std::string{text}, key_, true, kind};
    if (competency_rank_ != field_names::none)
      object_.competencies_[competency_rank_] = {std::string{text}, key_, true, kind};
    if (label_rank_ != field_names::none)
      object_.labels_[label_rank_] = {std::string{text}, key_, true, kind};
    return true;
  }

  [[nodiscard]] std::size_t skip(std::size_t from, const char* what) const {
    return object_.text_.find_first_not_of(what, from);
  }

  bool stop(error_reason why) {
    stopped_by_ = why;
    return false;
  }

  json_object& object_;
  const rapidjson::MemoryStream& stream_;
  std::size_t depth_{};
  std::string key_;
  std::size_t key_start_{};
  std::size_t key_end_{};
  std::size_t value_end_{};
  bool is_renewal_{};
  std::size_t date_rank_{field_names::none};
  std::size_t competency_rank_{field_names::none};
  std::size_t label_rank_{field_names::none};
  std::optional<error_reason> stopped_by_;
};

namespace {

error_reason reason_for(rapidjson::ParseErrorCode code, std::string_view text, std::size_t at) {
  switch (code) {
    case rapidjson::kParseErrorDocumentEmpty:
      return error_reason::not_an_object;
    case rapidjson::kParseErrorDocumentRootNotSingular:
      return error_reason::text_after_object;
    case rapidjson::kParseErrorNumberTooBig:
      return error_reason::number_out_of_range;
    case rapidjson::kParseErrorStringUnicodeSurrogateInvalid:
      return error_reason::lone_surrogate;
    case rapidjson::kParseErrorStringMissQuotationMark:
      return error_reason::string_not_closed;
    case rapidjson::kParseErrorStringEscapeInvalid:
    case rapidjson::kParseErrorStringInvalidEncoding:
      // RapidJSON's versions report a control character in a string by different codes.
      return text[at] == '\\' ? error_reason::invalid_json : error_reason::control_character;
    default:
      return at > text.find_last_not_of(" \t\r\n") ? error_reason::object_not_closed
                                                   : error_reason::invalid_json;
  }
}

}  // namespace

json_object::json_object(const field_names& fields)
    : fields_{fields},
      dates_(fields.date_ranks()),
      competencies_(fields.competency_ranks()),
      labels_(fields.label_ranks()) {}

std::optional<record_error> json_object::parse(std::string_view text) {
  text_ = text;
  members_.clear();
  for (member_value& date : dates_) date.given = false;
  for (member_value& name : competencies_) name.given = false;
  for (member_value& label : labels_) label.given = false;
  date_rank_ = field_names::none;
  if (!is_text(text)) return record_error{.reason = error_reason::not_text, .value = text};

  constexpr unsigned flags = rapidjson::kParseNumbersAsStringsFlag |
                             rapidjson::kParseValidateEncodingFlag | rapidjson::kParseIterativeFlag;
  rapidjson::MemoryStream stream{text.data(), text.size()};
  rapidjson::Reader parser;
  handler events{*this, stream};
  const rapidjson::ParseResult parsed = parser.Parse<flags>(stream, events);
  if (!parsed.IsError()) return std::nullopt;
  const auto why = events.stopped_by();
  return record_error{.reason = why ? *why : reason_for(parsed.Code(), text, parsed.Offset()),
                      .value = text,
                      .number = parsed.Offset() + 1};
}

void json_object::describe(record& next) {
  for (std::size_t rank = 0; rank < dates_.size(); ++rank) {
    const member_value& date = dates_[rank];
    if (!date.given) continue;
    if (next.date.name.empty()) next.date.name = date.name;  // named even if no member has a date
    if (date.kind == field_kind::absent) continue;
    next.date = {date.name, date.text, date.kind};
    next.date_is_anniversary = fields_.is_anniversary(rank);
    next.date_may_be_anniversary = fields_.may_be_anniversary(rank);
    date_rank_ = rank;
    break;
  }
  for (const member_value& name : competencies_) {
    if (!name.given) continue;
    if (next.competency.name.empty()) next.competency.name = name.name;
    if (name.kind == field_kind::absent) continue;
    next.competency = {name.name, name.text, name.kind};
    break;
  }
  for (const member_value& label : labels_)
    if (label.given) next.label = {label.name, label.text, label.kind};

  const auto renewals = static_cast<std::size_t>(std::count_if(
      members_.begin(), members_.end(), [](const member& m) { return m.is_renewal; }));
  next.only_renewal = renewals != 0 && renewals == members_.size();
  if (next.only_renewal)
    next.shape = object_text{text_};
  else if (renewals != 0)
    next.shape = without_renewals();
  else
    next.shape = object_text{text_, members_.empty() ? text_.rfind('}') : members_.back().end,
                             !members_.empty()};
}

// At least one member is kept. A `renewal` is removed with the comma before it or, where it is the
// first member, with everything up to the next key.
object_text json_object::without_renewals() {
  kept_ = text_.substr(0, members_.front().start);
  const member* last = nullptr;
  for (const member& each : members_) {
    if (each.is_renewal) continue;
    if (last != nullptr) kept_ += text_.substr(last->end, last[1].start - last->end);
    kept_ += text_.substr(each.start, each.end - each.start);
    last = &each;
  }
  const std::size_t insert_at = kept_.size();
  kept_ += text_.substr(members_.back().end);
  return {kept_, insert_at, true};
}

}  // namespace mpn::app
