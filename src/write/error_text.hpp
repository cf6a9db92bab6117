// The texts of errors, where one follows another.
#pragma once

#include <string>

#include "record/errors.hpp"

namespace mpn::app {

/// Makes the texts of errors and keeps the last one. The same wrong name may be in every record; a
/// list of them takes a third longer without this.
class error_text {
 public:
  using text_maker = std::string (*)(const record_error&, language);

  /// `make` is explanation() or sentence().
  error_text(text_maker make, language lang) : make_{make}, lang_{lang} {}

  /// The text of `error`, valid until the next call.
  const std::string& of(const record_error& error) {
    const bool is_last = !text_.empty() && error.reason == last_.reason &&
                         error.number == last_.number && error.other_number == last_.other_number &&
                         error.value == value_;
    if (is_last) return text_;
    last_ = error;
    value_ = error.value;
    return text_ = make_(error, lang_);
  }

 private:
  text_maker make_;
  language lang_;
  record_error last_;
  std::string value_;  // what last_.value points to may be gone
  std::string text_;
};

}  // namespace mpn::app
