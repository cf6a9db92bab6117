// Every limit of the program, in one place. Sizes are in bytes unless they say otherwise.
#pragma once

#include <cstddef>
#include <cstdint>

namespace mpn::app::limits {

inline constexpr std::size_t kibibyte = 1024;
inline constexpr std::size_t mebibyte = 1024 * kibibyte;

/// A longer record is malformed.
inline constexpr std::size_t record = mebibyte;
/// A quoted CSV field that is not closed within this size makes its first line malformed.
inline constexpr std::size_t quoted_field = 64 * kibibyte;
/// A JSON record that is nested deeper is malformed.
inline constexpr std::size_t json_depth = 512;

/// How much of the input is read at once.
inline constexpr std::size_t read_size = 64 * kibibyte;
/// How much of the input is searched for its first line and for a CSV header.
inline constexpr std::size_t header = mebibyte;

/// How much of a malformed record, and of other text from outside, is shown.
inline constexpr std::size_t excerpt = 200;
/// How many bad records are reported one by one on standard error; likewise the offers of --check.
inline constexpr std::uint64_t reported = 20;

/// How much of a label is shown in a line of text: display columns, and bytes of the label, which
/// may have characters without a width.
inline constexpr std::size_t label_columns = 60;
inline constexpr std::size_t label_bytes = 4 * label_columns;
/// Upper bound of printable_label() in bytes: the label, the escapes in it, and the ellipsis.
inline constexpr std::size_t shown_label = label_bytes + label_columns + 3;

/// The highest term that -t takes.
inline constexpr int term = 9999;

/// The longest word in bytes that is compared for suggestions; longer ones are not near to
/// anything.
inline constexpr std::size_t compared_word = 128;

}  // namespace mpn::app::limits
