// SPDX-License-Identifier: GPL-3.0-or-later
// Until when a request may be worked on. What grows with hits or words looks at it as it goes on;
// OutOfTime unwinds the search, up to whoever can tell the one who asked. A value; each copy is
// used by one thread.
#pragma once

#include <chrono>
#include <exception>

namespace wespol {

class OutOfTime : public std::exception {
  public:
    const char* what() const noexcept override { return "the time of the request is over"; }
};

class Deadline {
  public:
    using Clock = std::chrono::steady_clock;

    /// Never.
    Deadline() = default;

    static Deadline after(std::chrono::milliseconds time) {
        Deadline deadline;
        deadline.end_ = Clock::now() + time;
        return deadline;
    }

    bool is_over() const { return Clock::now() >= end_; }

    void check() const {
        if (is_over()) throw OutOfTime();
    }

    /// For loops over documents, where looking at the clock costs more than the step itself.
    void step() const {
        if (++steps_ % kStepsOfALook == 0) check();
    }

  private:
    static constexpr unsigned kStepsOfALook = 4096;  // well under a millisecond

    Clock::time_point end_ = Clock::time_point::max();
    mutable unsigned steps_ = 0;
};

}  // namespace wespol
