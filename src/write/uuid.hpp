// Names made into identifiers: UUID version 5 (RFC 9562), which is a SHA-1 digest (RFC 3174) of a
// namespace and a name.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace mpn::app {

/// The SHA-1 digest of `bytes`. It identifies; it does not protect.
[[nodiscard]] std::array<std::uint8_t, 20> sha1(std::string_view bytes);

/// The UUIDv5 of `name` in our own namespace, as 36 characters.
[[nodiscard]] std::string uuid_v5(std::string_view name);

}  // namespace mpn::app
