// The words that text output has in common, whatever its layout.
#pragma once

#include <string>
#include <string_view>

#include "record/evaluate.hpp"
#include "text/message.hpp"

namespace mpn::app {

/// "open", with its color when it is `colored`.
[[nodiscard]] std::string phase_word(phase p, language spoken, bool colored);

/// "12 days left".
[[nodiscard]] std::string days_left_words(days left, language spoken);

/// What to do about an offer that has lapsed.
[[nodiscard]] std::string_view way_out_of_lapse(language spoken);

/// The offer's name in the language: its canonical English name, or Microsoft's usual Korean one.
[[nodiscard]] std::string_view display_name(const competency& offer, language spoken);

/// The extension in a sentence, with what is left to do and by when.
[[nodiscard]] std::string extension_sentences(const worked& done, waves counted, language spoken);

}  // namespace mpn::app
