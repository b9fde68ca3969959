// SPDX-License-Identifier: GPL-3.0-or-later
// Processor time, of the calling thread or of the whole process, for tests that ask for bounded
// work: it means the same on a busy machine. Clocks as of <chrono>.
#pragma once

#include <chrono>
#include <ctime>

namespace wespol::test {

template <clockid_t kClock>
struct CpuClockOf {
    using duration = std::chrono::nanoseconds;
    using rep = duration::rep;
    using period = duration::period;
    using time_point = std::chrono::time_point<CpuClockOf>;
    static constexpr bool is_steady = true;

    static time_point now() {
        std::timespec spent{};
        ::clock_gettime(kClock, &spent);
        return time_point(std::chrono::seconds(spent.tv_sec) +
                          std::chrono::nanoseconds(spent.tv_nsec));
    }
};

/// How many times longer a bounded piece of work may take in an instrumented program.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr int kInstrumentedFactor = 10;
#else
inline constexpr int kInstrumentedFactor = 1;
#endif

using CpuClock = CpuClockOf<CLOCK_THREAD_CPUTIME_ID>;
using ProcessCpuClock = CpuClockOf<CLOCK_PROCESS_CPUTIME_ID>;

}  // namespace wespol::test
