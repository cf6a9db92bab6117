#include "io/output_buffer.hpp"

namespace mpn::app {

void output_buffer::flush() {
  written_ |= used_ != 0;
  if (!error_ && used_ != 0) error_ = to_.write({buffer_.get(), used_});
  used_ = 0;
}

void output_buffer::put_after_flush(std::string_view bytes) {
  flush();
  if (bytes.size() <= capacity) return put(bytes);
  written_ = true;
  if (!error_) error_ = to_.write(bytes);
}

}  // namespace mpn::app
