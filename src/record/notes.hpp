// Notes about an input that is read, but perhaps not as the user meant it.
#pragma once

#include <cstdint>
#include <string>

#include "text/message.hpp"

namespace mpn::app {

enum class note_reason : std::uint8_t {
  no_competency_column,  ///< [names: those of the columns]
  no_date_member,        ///< no record has a date [names: the members of the first one]
  unclear_date_member,   ///< likewise, but this member may be one [names: its name]
  no_competency_member,  ///< no record has the member [names: the user's name]
  no_label_member,       ///< likewise
};

struct input_note {
  note_reason reason{};
  std::string names{};
};

[[nodiscard]] std::string sentence(const input_note& note, language lang);

}  // namespace mpn::app
