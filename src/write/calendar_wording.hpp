// The words of calendar events, in every language.
#pragma once

#include <string>
#include <string_view>

#include "record/evaluate.hpp"
#include "record/record.hpp"
#include "text/message.hpp"

namespace mpn::app {

/// The days in calendar texts, as they are to be written.
struct calendar_days {
  std::string opens;
  std::string closes;
  std::string lapse;
  std::string extended_to;
};

/// The texts of an offer's calendar events. The summaries have the whole label.
struct calendar_texts {
  std::string first;        ///< summary of the first reminder
  std::string window;       ///< summary of the renewal window
  std::string second;       ///< summary of the second reminder
  std::string description;  ///< of the renewal window, one short line
};
[[nodiscard]] calendar_texts calendar_texts_for(const record& record, const evaluation& done,
                                                const calendar_days& days, language lang);

/// The calendar's own name.
[[nodiscard]] std::string_view calendar_name(language lang);

}  // namespace mpn::app
