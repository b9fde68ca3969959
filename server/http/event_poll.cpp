// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/event_poll.h"

#include <cerrno>
#include <sys/eventfd.h>
#include <system_error>

namespace wespol {
namespace {

[[noreturn]] void fail(const char* what) {
    throw std::system_error(errno, std::generic_category(), what);
}

Descriptor opened(int number, const char* what) {
    if (number < 0) fail(what);
    return Descriptor(number);
}

void control(int epoll, int operation, int descriptor, std::uint32_t what) {
    epoll_event event{};
    event.events = what;
    event.data.fd = descriptor;
    if (::epoll_ctl(epoll, operation, descriptor, &event) != 0) fail("epoll_ctl");
}

}  // namespace

EventPoll::EventPoll()
    : epoll_(opened(::epoll_create1(EPOLL_CLOEXEC), "epoll_create1")),
      bell_(opened(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK), "eventfd")) {
    control(epoll_.number(), EPOLL_CTL_ADD, bell_.number(), EPOLLIN);
}

void EventPoll::add(int descriptor, std::uint32_t what) {
    control(epoll_.number(), EPOLL_CTL_ADD, descriptor, what | EPOLLONESHOT);
}

void EventPoll::wait_for(int descriptor, std::uint32_t what) {
    control(epoll_.number(), EPOLL_CTL_MOD, descriptor, what | EPOLLONESHOT);
}

std::span<const int> EventPoll::wait(std::chrono::milliseconds patience) {
    const int count = ::epoll_wait(epoll_.number(), events_.data(), static_cast<int>(kAtOnce),
                                   static_cast<int>(patience.count()));
    if (count < 0 && errno != EINTR) fail("epoll_wait");
    std::size_t ready = 0;
    for (std::size_t i = 0; count > 0 && i < static_cast<std::size_t>(count); ++i) {
        const int descriptor = events_[i].data.fd;
        std::uint64_t rung = 0;
        if (descriptor != bell_.number())
            ready_[ready++] = descriptor;
        else if (::read(descriptor, &rung, sizeof rung) < 0 && errno != EAGAIN)
            fail("eventfd");
    }
    return {ready_.data(), ready};
}

void EventPoll::wake() const {
    const std::uint64_t one = 1;
    // It cannot fail but for being rung already 2^64 times.
    [[maybe_unused]] const ssize_t n = ::write(bell_.number(), &one, sizeof one);
}

}  // namespace wespol
