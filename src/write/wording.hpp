// The words of everything that people read about an offer, in every language: phases, days,
// sentences.
#pragma once

#include <string>
#include <string_view>

#include "record/evaluate.hpp"
#include "record/record.hpp"
#include "text/display_name.hpp"
#include "text/message.hpp"

namespace mpn::app {

/// The phase as people call it: "last call".
[[nodiscard]] std::string_view phase_words(phase p, language lang);

/// The phase in its color, for a terminal.
[[nodiscard]] std::string colored_phase(phase p, language lang);

/// How far the as-of day is from what matters in its phase: "in 5 days" until the window opens,
/// "12 days left" until it closes, "3 days ago" since then.
[[nodiscard]] std::string days_words(const term_status& status, const schedule& plan,
                                     language lang);

/// `text`, followed by days_words(): "open, 12 days left".
[[nodiscard]] std::string with_days(std::string_view text, const term_status& status,
                                    const schedule& plan, language lang);

/// The day of the week, abbreviated.
[[nodiscard]] std::string_view weekday_words(sys_days day, language lang);

/// The label of `record` as lines of text show it, see printable_label(); empty without one.
[[nodiscard]] std::string short_label(const record& record);

/// "eligible", "no" or "unknown".
[[nodiscard]] std::string_view extension_word(extension_status status, language lang);

/// What is lost when the offer lapses, as the subject of a sentence: "benefits and competency".
[[nodiscard]] std::string_view loss_words(offer offer, language lang);

/// That these rules ended, and what that means for an offer of this kind.
[[nodiscard]] std::string rules_ended_sentence(offer offer, language lang);

/// A hint for an offer that has lapsed unless it was renewed; --check does not take -t current.
[[nodiscard]] std::string_view renewed_hint(bool check, language lang);

/// The extension in a sentence, with what is left to do.
[[nodiscard]] std::string extension_sentences(const schedule& plan, language lang);

}  // namespace mpn::app
