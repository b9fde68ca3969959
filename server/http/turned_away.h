// SPDX-License-Identifier: GPL-3.0-or-later
// How often somebody was turned away, and why: told once a minute, so that a flood is a line of the
// log and not a flood of lines; the id that somebody was given lies between two that are told. Not
// for what a handler answers. Thread-safe.
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
    struct Those {
        std::size_t times = 0;
        std::string first_id, last_id;  ///< of their requests; "" where these had none
        bool operator==(const Those&) const = default;
    };
    using Counts = std::map<std::string, Those, std::less<>>;  ///< by reason

    void note(std::string_view reason, std::string_view request_id = {});

    /// Those since the last time; empty when that is less than a minute ago.
    Counts due(Clock::time_point now);

  private:
    std::mutex mutex_;
    Counts counts_;
    Clock::time_point next_{};
};

}  // namespace wespol
