#include "read/json_object.hpp"

#include <algorithm>

#include "read/own_error.hpp"
#include "text/utf8.hpp"

namespace mpn::app {

namespace {

// The first keys of an object nearly always are those of the object before.
constexpr std::size_t remembered_keys = 64;

}  // namespace

json_object::json_object(const field_names& fields) : fields_{fields}, keys_(remembered_keys) {
  for (const field_role role : field_roles) members_[role].resize(fields.ranks(role));
}

std::optional<record_error> json_object::parse(std::string_view text) {
  text_ = text;
  std::optional<json_error> error = parser_.parse(text);
  if (!error) {
    const std::size_t next = text.find_first_not_of(" \t\r\n", parser_.end());
    if (next != std::string_view::npos) error = json_error{error_reason::text_after_object, next};
  }
  if ((error || parser_.has_non_ascii()) && !is_text(text))
    return record_error{.reason = error_reason::not_text, .value = text};
  if (!error) return std::nullopt;
  return record_error{.reason = error->reason, .value = text, .number = error->at + 1};
}

std::optional<std::size_t> json_object::parse_front(std::string_view text) {
  if (parser_.parse(text)) return std::nullopt;
  text_ = text.substr(0, parser_.end());
  if (parser_.has_non_ascii() && !is_text(text_)) return std::nullopt;
  return parser_.end();
}

void json_object::describe(record& next) {
  for (auto& members : members_) std::fill(members.begin(), members.end(), nullptr);
  bool has_renewals = false;
  for (std::size_t i = 0; i < parser_.members().size(); ++i) {
    const meaning& key = meaning_of(i);
    has_renewals |= key.is_renewal;
    // Of members with the same name the last counts.
    for (const field_role role : field_roles)
      if (key.ranks[role] != field_names::none)
        members_[role][key.ranks[role]] = &parser_.members()[i];
  }
  date_rank_ = find_field(date_role, next.date);
  if (date_rank_ != field_names::none) {
    next.date_is_anniversary = fields_.meaning(date_rank_).is_anniversary;
    next.date_may_be_anniversary = fields_.meaning(date_rank_).may_be_anniversary;
  }
  find_field(competency_role, next.competency);
  find_field(label_role, next.label);
  if (has_renewals)
    place_renewal(next);
  else
    next.shape = object_text{
        text_, parser_.members().empty() ? text_.rfind('}') : parser_.members().back().value_end,
        !parser_.members().empty()};
}

const json_object::meaning& json_object::meaning_of(std::size_t member) {
  const json_member& m = parser_.members()[member];
  if (member >= keys_.size()) return rare_ = meaning_of_key(m);
  const std::string_view json = text_.substr(m.key, m.key_end - m.key);
  known_key& known = keys_[member];
  if (known.json != json) known = {std::string{json}, meaning_of_key(m)};
  return known.means;
}

std::string json_object::key_of(const json_member& m) const {
  const std::string_view json = text_.substr(m.key + 1, m.key_end - m.key - 2);
  return m.key_has_escapes ? unescaped_json(json) : std::string{json};
}

std::vector<std::string> json_object::names() const {
  std::vector<std::string> all;
  for (const json_member& m : parser_.members()) all.push_back(key_of(m));
  return all;
}

json_object::meaning json_object::meaning_of_key(const json_member& m) const {
  const std::string key = key_of(m);
  meaning means{.is_renewal = key == "renewal"};
  for (const field_role role : field_roles) means.ranks[role] = fields_.rank(role, key);
  return means;
}

field json_object::field_of(const json_member& m, unescaped_field& storage) const {
  const auto text_of = [&](std::size_t start, std::size_t end, bool has_escapes, std::string& to) {
    const std::string_view json = text_.substr(start + 1, end - start - 2);
    return has_escapes ? std::string_view{to = unescaped_json(json)} : json;
  };
  field found;
  found.name = text_of(m.key, m.key_end, m.key_has_escapes, storage.name);
  if (m.kind == json_kind::null) return found;
  if (m.kind == json_kind::other) {
    found.value = text_.substr(m.value, m.value_end - m.value);
    found.kind = field_kind::other;
    return found;
  }
  found.value = text_of(m.value, m.value_end, m.value_has_escapes, storage.value);
  found.kind = is_blank(found.value) ? field_kind::absent : field_kind::text;
  return found;
}

// Reads the first field of `role` that is present: its rank. If there is none, the error names the
// first member that could have been one.
std::size_t json_object::find_field(field_role role, field& found) {
  const json_member* first = nullptr;
  for (std::size_t rank = 0; rank < members_[role].size(); ++rank) {
    const json_member* const member = members_[role][rank];
    if (member == nullptr) continue;
    if (first == nullptr) first = member;
    found = field_of(*member, unescaped_[role]);
    if (found.kind != field_kind::absent) return rank;
  }
  if (first != nullptr) found = field_of(*first, unescaped_[role]);
  return field_names::none;
}

void json_object::place_renewal(record& next) {
  const json_member& last = parser_.members().back();
  next.only_renewal = parser_.members().size() == 1 &&
                      is_own_error(text_.substr(last.value, last.value_end - last.value));
  next.shape = next.only_renewal ? object_text{text_} : without_renewals();
}

// A `renewal` is removed with the comma before it or, where it is the first member, with everything
// up to the next key.
object_text json_object::without_renewals() {
  const std::vector<json_member>& members = parser_.members();
  kept_ = text_.substr(0, members.front().key);
  const std::size_t front = kept_.size();
  const json_member* last = nullptr;
  for (std::size_t i = 0; i < members.size(); ++i) {
    const json_member& m = members[i];
    if (meaning_of(i).is_renewal) continue;
    if (last != nullptr) kept_ += text_.substr(last->value_end, last[1].key - last->value_end);
    kept_ += text_.substr(m.key, m.value_end - m.key);
    last = &m;
  }
  const std::size_t insert_at = kept_.size();
  kept_ += text_.substr(members.back().value_end);
  return {kept_, insert_at, insert_at > front};
}

}  // namespace mpn::app
