// Signals that concern files.
#pragma once

#include <csignal>

namespace mpn::app::platform {

/// Makes writing to a closed pipe (SIGPIPE) and beyond the limit on file sizes (SIGXFSZ) an error
/// of the write.
void ignore_signals_of_write();

/// Ends the program by SIGPIPE, as writing to a closed pipe does by default. Returns if the signal
/// was ignored at the start of the program.
void end_by_sigpipe();

/// Installs `handler` for SIGINT, SIGTERM and SIGHUP, except for those that are ignored. When the
/// handler returns, the program ends by that signal.
void before_end_by_signal(void (*handler)());

/// Delays SIGINT, SIGTERM and SIGHUP during its lifetime.
class delayed_signals {
 public:
  delayed_signals();
  delayed_signals(const delayed_signals&) = delete;
  delayed_signals& operator=(const delayed_signals&) = delete;
  ~delayed_signals();

 private:
  sigset_t old_mask_{};
};

}  // namespace mpn::app::platform
