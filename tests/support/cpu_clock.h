// SPDX-License-Identifier: GPL-3.0-or-later
// The processor time of the calling thread, for tests that ask for bounded work: it means the same
// on a busy machine. A clock as of <chrono>.
#pragma once

#include <chrono>
#include <ctime>

namespace wespol::test {

struct CpuClock {
    using duration = std::chrono::nanoseconds;
    using rep = duration::rep;
    using period = duration::period;
    using time_point = std::chrono::time_point<CpuClock>;
    static constexpr bool is_steady = true;

    static time_point now() {
        std::timespec spent{};
        ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &spent);
        return time_point(std::chrono::seconds(spent.tv_sec) +
                          std::chrono::nanoseconds(spent.tv_nsec));
    }
};

}  // namespace wespol::test
