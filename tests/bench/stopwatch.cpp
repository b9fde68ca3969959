// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/stopwatch.h"

#include <algorithm>
#include <cmath>
#include <ctime>

namespace wespol::bench {
namespace {

double milliseconds(clockid_t clock) {
    timespec now{};
    ::clock_gettime(clock, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

}  // namespace

Stopwatch::Stopwatch()
    : wall_ms_(milliseconds(CLOCK_MONOTONIC)), cpu_ms_(milliseconds(CLOCK_THREAD_CPUTIME_ID)) {}

Duration Stopwatch::passed() const {
    return {milliseconds(CLOCK_MONOTONIC) - wall_ms_,
            milliseconds(CLOCK_THREAD_CPUTIME_ID) - cpu_ms_};
}

double percentile(std::vector<double> values, double share) {
    if (values.empty()) return 0;
    const auto rank =
        static_cast<std::size_t>(std::ceil(share * static_cast<double>(values.size())));
    const auto at =
        values.begin() + static_cast<std::ptrdiff_t>(std::max<std::size_t>(rank, 1) - 1);
    std::nth_element(values.begin(), at, values.end());
    return *at;
}

}  // namespace wespol::bench
