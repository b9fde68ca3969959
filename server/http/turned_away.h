// SPDX-License-Identifier: GPL-3.0-or-later
// How often somebody was turned away, and why: told once a minute, so that a flood is a line of the
// log and not a flood of lines. Not for what a handler answers. Thread-safe.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

namespace wespol {

class TurnedAway {
  public:
    using Clock = std::chrono::steady_clock;
    using Counts = std::map<std::string, std::size_t, std::less<>>;  ///< by reason

    void note(std::string_view reason);

    /// Those since the last time; empty when that is less than a minute ago.
    Counts due(Clock::time_point now);

  private:
    std::mutex mutex_;
    Counts counts_;
    Clock::time_point next_{};
};

}  // namespace wespol
