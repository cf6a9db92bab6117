#include "io/platform_posix_signals.hpp"

#include <array>

namespace mpn::app::platform {

namespace {

constexpr std::array ending_signals{SIGINT, SIGTERM, SIGHUP};

bool sigpipe_was_ignored = true;
void (*before_end)() = nullptr;

sigset_t set_of_ending_signals() {
  sigset_t set{};
  ::sigemptyset(&set);
  for (const int signal : ending_signals) ::sigaddset(&set, signal);
  return set;
}

// SA_RESETHAND has restored the default action, and the signal is blocked until this returns: then
// the program ends.
void end_by_signal(int signal) {
  before_end();
  (void)::raise(signal);
}

}  // namespace

void ignore_signals_of_write() {
  struct sigaction ignore {};
  ignore.sa_handler = SIG_IGN;
  (void)::sigaction(SIGXFSZ, &ignore, nullptr);
  struct sigaction old {};
  sigpipe_was_ignored = ::sigaction(SIGPIPE, &ignore, &old) < 0 || old.sa_handler == SIG_IGN;
}

void end_by_sigpipe() {
  if (sigpipe_was_ignored) return;
  struct sigaction end {};
  end.sa_handler = SIG_DFL;
  (void)::sigaction(SIGPIPE, &end, nullptr);
  (void)::raise(SIGPIPE);
}

void before_end_by_signal(void (*handler)()) {
  before_end = handler;
  struct sigaction end {};
  end.sa_handler = end_by_signal;
  end.sa_flags = static_cast<int>(SA_RESETHAND);
  for (const int signal : ending_signals) {
    struct sigaction old {};
    if (::sigaction(signal, nullptr, &old) == 0 && old.sa_handler == SIG_DFL)
      (void)::sigaction(signal, &end, nullptr);
  }
}

delayed_signals::delayed_signals() {
  const sigset_t set = set_of_ending_signals();
  (void)::sigprocmask(SIG_BLOCK, &set, &old_mask_);
}

delayed_signals::~delayed_signals() { (void)::sigprocmask(SIG_SETMASK, &old_mask_, nullptr); }

}  // namespace mpn::app::platform
