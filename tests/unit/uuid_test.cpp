// SHA-1 and UUID version 5.
#include "write/uuid.hpp"

#include <fmt/format.h>

#include <string>
#include <string_view>

#include "catch2.hpp"

namespace {

std::string hexadecimal(std::string_view bytes) {
  std::string text;
  for (const std::uint8_t byte : mpn::app::sha1(bytes)) text += fmt::format("{:02x}", byte);
  return text;
}

std::string repeated(std::string_view text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

}  // namespace

TEST_CASE("SHA-1 gives the digests of RFC 3174") {
  CHECK(hexadecimal("") == "da39a3ee5e6b4b0d3255bfef95601890afd80709");
  CHECK(hexadecimal("abc") == "a9993e364706816aba3e25717850c26c9cd0d89d");
  CHECK(hexadecimal("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
        "84983e441c3bd26ebaae4aa1f95129e5e54670f1");
  CHECK(hexadecimal(std::string(1'000'000, 'a')) == "34aa973cd4c4daa4f61eeb2bdbad27316534016f");
  CHECK(hexadecimal(repeated("0123456701234567012345670123456701234567012345670123456701234567",
                             10)) == "dea356a2cddd90c7a7ecedc5ebb563934f460452");
}

// The expected digest is that of the same text by Python's hashlib.
TEST_CASE("SHA-1 of texts of every length around its blocks") {
  std::string digests;
  for (std::size_t size = 0; size <= 300; ++size) digests += hexadecimal(std::string(size, '\xAB'));
  CHECK(hexadecimal(digests) == "c9754a2e558ef69a73529888c69ebdfd4e749119");
}

TEST_CASE("a UUID version 5 is made from our namespace and a name") {
  // Python: uuid5(uuid5(NAMESPACE_DNS, "mpn-renewal"), name)
  CHECK(mpn::app::uuid_v5("") == "faddea88-3da2-560e-b15b-e57c30382301");
  CHECK(mpn::app::uuid_v5("2021-04-20\ncloud-platform\n2020-04-20\nCloud Platform") ==
        "fded38bb-97ca-5968-9322-752b0a2fdf2f");
  CHECK(mpn::app::uuid_v5("가") == "9bb222a9-8e21-5b54-9273-a6a4a6b0b58f");
}
