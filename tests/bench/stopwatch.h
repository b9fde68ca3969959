// SPDX-License-Identifier: GPL-3.0-or-later
// Time of a piece of work: on the wall, and of this thread on a processor. Plain values.
#pragma once

#include <cstddef>
#include <vector>

namespace wespol::bench {

struct Duration {
    double wall_ms = 0, cpu_ms = 0;
};

class Stopwatch {
  public:
    Stopwatch();
    Duration passed() const;

  private:
    double wall_ms_, cpu_ms_;
};

/// The least of several runs, wall and CPU each for itself: what the work costs, not what the
/// neighbours on the machine cost.
template <class Work>
Duration best_of(int rounds, Work work) {
    Duration best{1e18, 1e18};
    for (int round = 0; round < rounds; ++round) {
        const Stopwatch stopwatch;
        work();
        const Duration passed = stopwatch.passed();
        if (passed.wall_ms < best.wall_ms) best.wall_ms = passed.wall_ms;
        if (passed.cpu_ms < best.cpu_ms) best.cpu_ms = passed.cpu_ms;
    }
    return best;
}

/// The nearest-rank percentile, 0 < share <= 1, of values in any order; 0 when there are none.
double percentile(std::vector<double> values, double share);

}  // namespace wespol::bench
