// SPDX-License-Identifier: GPL-3.0-or-later
// Which of many descriptors has something to do: epoll, told once for each (EPOLLONESHOT), with a
// bell for other threads. wake() from any thread, the rest from one.
#pragma once

#include "server/http/descriptor.h"

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <span>
#include <sys/epoll.h>

namespace wespol {

class EventPoll {
  public:
    /// Throws std::system_error, as all of these do.
    EventPoll();

    /// `what`: EPOLLIN, EPOLLOUT.
    void add(int descriptor, std::uint32_t what);

    /// Once more, for one that was added.
    void wait_for(int descriptor, std::uint32_t what);

    /// The descriptors that are ready by then.
    std::span<const int> wait(std::chrono::milliseconds patience);

    /// Ends wait() now.
    void wake() const;

  private:
    static constexpr std::size_t kAtOnce = 128;

    Descriptor epoll_, bell_;
    std::array<epoll_event, kAtOnce> events_{};
    std::array<int, kAtOnce> ready_{};
};

}  // namespace wespol
