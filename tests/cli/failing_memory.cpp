// Replaces the allocation functions of the test program. In a file of its own, because GCC warns of
// mismatched functions when it inlines only some of them.
#include "failing_memory.hpp"

#include <cstdlib>
#include <new>

namespace mpn::test::memory {

long until_failure = never;
bool only_one_fails = false;
long held = 0;

}  // namespace mpn::test::memory

using namespace mpn::test;

void* operator new(std::size_t size) {
  if (memory::until_failure == 0) {
    if (memory::only_one_fails) memory::until_failure = memory::never;
    throw std::bad_alloc{};
  }
  if (memory::until_failure > 0) --memory::until_failure;
  void* const piece = std::malloc(size == 0 ? 1 : size);
  if (piece == nullptr) throw std::bad_alloc{};
  ++memory::held;
  return piece;
}

void* operator new(std::size_t size, const std::nothrow_t&) noexcept try {
  return operator new(size);
} catch (const std::bad_alloc&) {
  return nullptr;
}

void operator delete(void* piece) noexcept {
  if (piece == nullptr) return;
  --memory::held;
  std::free(piece);
}

void operator delete(void* piece, std::size_t) noexcept { operator delete(piece); }
