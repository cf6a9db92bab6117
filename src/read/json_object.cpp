#include "read/json_object.hpp"

#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <algorithm>

#include "read/line_reader.hpp"
#include "text/utf8.hpp"

namespace mpn::app {

// RapidJSON tells of a key, a string or a number when it has just read it, so that it ends where
// the stream then stands, but of a bracket just before it takes it.
class json_object::handler : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, handler> {
 public:
  handler(json_object& object, const rapidjson::MemoryStream& stream)
      : object_{object}, stream_{stream} {}

  // NOLINTBEGIN(readability-identifier-naming,readability-convert-member-functions-to-static): the
  // names are RapidJSON's
  bool Null() { return scalar({}, field_kind::absent); }
  bool Bool(bool) { return scalar({}, field_kind::other); }
  bool RawNumber(const char*, rapidjson::SizeType, bool) {
    return scalar({}, field_kind::other);
  }  // numbers come as strings
  bool String(const char* text, rapidjson::SizeType size, bool) {
    const std::string_view value{text, size};
    if (has_low_surrogate(value)) return stop(json_defect::lone_surrogate);
    return scalar(value, is_blank(value) ? field_kind::absent : field_kind::text);
  }
  bool StartObject() { return open(true); }
  bool StartArray() { return open(false); }
  bool EndObject(rapidjson::SizeType) { return close(); }
  bool EndArray(rapidjson::SizeType) { return close(); }

  bool Key(const char* text, rapidjson::SizeType size, bool) {
    const std::string_view key{text, size};
    if (has_low_surrogate(key)) return stop(json_defect::lone_surrogate);
    if (depth_ != 1) return true;
    key_start_ = skip(value_end_, " \t\r\n,");
    key_end_ = stream_.Tell();
    key_ = key;
    is_renewal_ = key == "renewal";
    date_ = object_.fields_.date_rank(key);
    name_ = object_.fields_.competency_rank(key);
    return true;
  }
  // NOLINTEND(readability-identifier-naming,readability-convert-member-functions-to-static)

  [[nodiscard]] json_defect stopped_by() const { return stopped_by_; }

 private:
  // Debian's version lets a lone low surrogate pass, and writes it as if it were a character.
  static bool has_low_surrogate(std::string_view text) {
    const auto begins_one = [](char first, char second) {
      return first == '\xED' && static_cast<unsigned char>(second) >= 0xB0;
    };
    return std::adjacent_find(text.begin(), text.end(), begins_one) != text.end();
  }

  bool open(bool object) {
    if (depth_ == 0) {
      if (!object) return stop(json_defect::not_object);
      value_end_ = stream_.Tell() + 1;
    }
    if (depth_ == deepest_record) return stop(json_defect::too_deep);
    ++depth_;
    return true;
  }
  bool close() {
    --depth_;
    return depth_ != 1 || end_member({}, field_kind::other, stream_.Tell() + 1);
  }
  bool scalar(std::string_view text, field_kind kind) {
    if (depth_ == 0) return stop(json_defect::not_object);
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
    if (date_ != field_names::none) object_.dates_[date_] = {std::string{text}, key_, true, kind};
    if (name_ != field_names::none) object_.names_[name_] = {std::string{text}, key_, true, kind};
    return true;
  }

  [[nodiscard]] std::size_t skip(std::size_t from, const char* what) const {
    return object_.text_.find_first_not_of(what, from);
  }

  bool stop(json_defect why) {
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
  std::size_t date_{field_names::none};
  std::size_t name_{field_names::none};
  json_defect stopped_by_{json_defect::none};
};

namespace {

json_defect defect_of(rapidjson::ParseErrorCode code, std::string_view text, std::size_t at) {
  switch (code) {
    case rapidjson::kParseErrorNone:
      return json_defect::none;
    case rapidjson::kParseErrorDocumentEmpty:
      return json_defect::not_object;
    case rapidjson::kParseErrorDocumentRootNotSingular:
      return json_defect::more_behind;
    case rapidjson::kParseErrorNumberTooBig:
      return json_defect::number_too_big;
    case rapidjson::kParseErrorStringUnicodeSurrogateInvalid:
      return json_defect::lone_surrogate;
    case rapidjson::kParseErrorStringMissQuotationMark:
      return json_defect::string_not_closed;
    case rapidjson::kParseErrorStringEscapeInvalid:
    case rapidjson::kParseErrorStringInvalidEncoding:
      // RapidJSON's versions disagree on what to call a control character in a string.
      return text[at] == '\\' ? json_defect::not_json : json_defect::control_character;
    default:
      return at > text.find_last_not_of(" \t\r\n") ? json_defect::not_closed
                                                   : json_defect::not_json;
  }
}

}  // namespace

json_object::json_object(const field_names& fields)
    : fields_{fields}, dates_(fields.date_ranks()), names_(fields.competency_ranks()) {}

json_defect json_object::parse(std::string_view text) {
  text_ = text;
  members_.clear();
  for (value& date : dates_) date.given = false;
  for (value& name : names_) name.given = false;
  date_rank_ = field_names::none;
  if (!is_text(text)) return json_defect::not_text;

  constexpr unsigned flags = rapidjson::kParseNumbersAsStringsFlag |
                             rapidjson::kParseValidateEncodingFlag | rapidjson::kParseIterativeFlag;
  rapidjson::MemoryStream stream{text.data(), text.size()};
  rapidjson::Reader reader;
  handler events{*this, stream};
  const rapidjson::ParseResult done = reader.Parse<flags>(stream, events);
  defect_at_ = done.Offset();
  if (done.Code() == rapidjson::kParseErrorTermination) return events.stopped_by();
  return defect_of(done.Code(), text, done.Offset());
}

void json_object::describe(record& next) {
  for (std::size_t rank = 0; rank < dates_.size(); ++rank) {
    const value& date = dates_[rank];
    if (!date.given) continue;
    if (next.date.name.empty())
      next.date.name = date.name;  // named even if none of them has a date
    if (date.kind == field_kind::absent) continue;
    next.date.set(date.name, date.text, date.kind);
    next.date_is_anniversary = fields_.is_anniversary(rank);
    date_rank_ = rank;
    break;
  }
  for (const value& name : names_)
    if (name.given && name.kind != field_kind::absent) {
      next.name.set(name.name, name.text, name.kind);
      break;
    }

  std::size_t renewals = 0;
  for (const member& m : members_) renewals += m.is_renewal ? 1 : 0;
  next.text = text_;
  next.only_renewal = renewals != 0 && renewals == members_.size();
  if (next.only_renewal) return;
  next.has_members = !members_.empty();
  if (renewals == 0) {
    next.insert_at = members_.empty() ? text_.rfind('}') : members_.back().end;
    return;
  }
  // A `renewal` goes with the comma before it or, where it is the first, with all up to the next
  // key.
  kept_ = text_.substr(0, members_.front().start);
  const member* last = nullptr;
  for (const member& each : members_) {
    if (each.is_renewal) continue;
    if (last != nullptr) kept_ += text_.substr(last->end, last[1].start - last->end);
    kept_ += text_.substr(each.start, each.end - each.start);
    last = &each;
  }
  next.insert_at = kept_.size();
  kept_ += text_.substr(members_.back().end);
  next.text = kept_;
}

bilingual description(json_defect defect, std::size_t at) {
  static constexpr plain_phrase not_object{"not a JSON object", "JSON 개체가 아닙니다"};
  static constexpr plain_phrase not_closed{"object not closed", "개체가 닫히지 않았습니다"};
  static constexpr plain_phrase string_not_closed{"string not closed",
                                                  "문자열이 닫히지 않았습니다"};
  static constexpr plain_phrase too_deep{"nested deeper than 512",
                                         "512단계보다 깊게 중첩되었습니다"};
  static constexpr plain_phrase number_too_big{"number beyond a double's range",
                                               "배정밀도 범위를 벗어난 수가 있습니다"};
  static constexpr plain_phrase lone_surrogate{"lone surrogate in a string",
                                               "문자열에 짝이 없는 서로게이트가 있습니다"};
  static constexpr plain_phrase control{"control character in a string",
                                        "문자열에 제어 문자가 있습니다"};
  static constexpr plain_phrase more{
      "something follows the object; write one object a line",
      "개체 뒤에 다른 내용이 있습니다. 한 줄에 개체 하나씩 쓰십시오"};
  static constexpr phrase<std::size_t> not_json{"not JSON from byte {} on",
                                                "{}번째 바이트부터 JSON이 아닙니다"};
  switch (defect) {
    case json_defect::not_object:
      return not_object.both();
    case json_defect::not_closed:
      return not_closed.both();
    case json_defect::string_not_closed:
      return string_not_closed.both();
    case json_defect::too_deep:
      return too_deep.both();
    case json_defect::number_too_big:
      return number_too_big.both();
    case json_defect::lone_surrogate:
      return lone_surrogate.both();
    case json_defect::not_text:
      return record_not_text.both();
    case json_defect::control_character:
      return control.both();
    case json_defect::more_behind:
      return more.both();
    case json_defect::none:
    case json_defect::not_json:
      break;
  }
  return not_json.with(at + 1);
}

}  // namespace mpn::app
