// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/watching/inbox_events.h"

#include "core/support/error.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <poll.h>
#include <sys/inotify.h>
#include <sys/signalfd.h>
#include <system_error>
#include <unistd.h>
#include <utility>

#include <fmt/format.h>

namespace wespol {
namespace {

/// A link or a pipe is never written: it is there when it is made.
constexpr std::uint32_t kArrivals = IN_CLOSE_WRITE | IN_MOVED_TO | IN_CREATE;
constexpr std::uint32_t kInboxGone = IN_DELETE_SELF | IN_MOVE_SELF | IN_UNMOUNT | IN_IGNORED;

[[noreturn]] void fail(const std::string& what, int error) {
    throw Error(ErrorCode::environment, fmt::format("{}: {}", what, std::strerror(error)));
}

sigset_t watched_signals() {
    sigset_t signals;
    sigemptyset(&signals);
    for (const int each : {SIGTERM, SIGINT, SIGCHLD})
        sigaddset(&signals, each);
    return signals;
}

}  // namespace

InboxEvents::InboxEvents(const std::filesystem::path& inbox) : path_(inbox) {
    ::signal(SIGCHLD, SIG_DFL);  // where it is ignored a child leaves no exit code
    const sigset_t signals = watched_signals();
    if (::sigprocmask(SIG_BLOCK, &signals, &before_) != 0)
        fail("Nie można czekać na sygnały", errno);
    signals_ = ::signalfd(-1, &signals, SFD_NONBLOCK | SFD_CLOEXEC);
    if (signals_ < 0) fail("Nie można czekać na sygnały", errno);
    changes_ = ::inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    if (changes_ < 0) fail("Nie można śledzić skrzynki (inotify)", errno);
    if (::inotify_add_watch(changes_, inbox.c_str(), kArrivals | kInboxGone | IN_ONLYDIR) < 0)
        fail(fmt::format("Nie można śledzić skrzynki {}", inbox.string()), errno);
}

InboxEvents::~InboxEvents() {
    ::close(changes_);
    ::close(signals_);
    let_go();
}

void InboxEvents::let_go() const {
    ::sigprocmask(SIG_SETMASK, &before_, nullptr);
}

InboxEvents::News InboxEvents::wait(std::chrono::milliseconds longest) {
    std::array<pollfd, 2> sources{pollfd{signals_, POLLIN, 0}, pollfd{changes_, POLLIN, 0}};
    const auto timeout = static_cast<int>(std::max<std::int64_t>(0, longest.count()));
    if (::poll(sources.data(), sources.size(), timeout) < 0 && errno != EINTR)
        fail("Nie można czekać na pliki", errno);
    News news;
    read_signals(news);
    read_names(news);
    return news;
}

void InboxEvents::read_signals(News& news) {
    signalfd_siginfo signal{};
    while (::read(signals_, &signal, sizeof signal) == sizeof signal)
        if (signal.ssi_signo == SIGCHLD)
            news.is_child_over = true;
        else
            is_to_end_ = true;
}

void InboxEvents::add_arrival(News& news, std::uint32_t mask, std::string name) const {
    std::error_code gone;  // then there is nothing to tell
    const bool is_being_written =
        (mask & IN_CREATE) != 0 && std::filesystem::symlink_status(path_ / name, gone).type() ==
                                       std::filesystem::file_type::regular;
    if (!is_being_written) news.names.push_back(std::move(name));
}

void InboxEvents::read_names(News& news) {
    constexpr std::size_t buffer_bytes = 64U << 10;
    alignas(inotify_event) std::array<char, buffer_bytes> buffer{};
    for (ssize_t got = 0; (got = ::read(changes_, buffer.data(), buffer.size())) > 0;)
        for (std::size_t at = 0; at < static_cast<std::size_t>(got);) {
            inotify_event event{};
            std::memcpy(&event, buffer.data() + at, sizeof event);
            const char* name = buffer.data() + at + sizeof event;
            if ((event.mask & kInboxGone) != 0)
                throw Error(
                    ErrorCode::environment,
                    fmt::format("Skrzynka {} zniknęła albo ją przeniesiono", path_.string()));
            if ((event.mask & IN_Q_OVERFLOW) != 0)
                news.has_lost_some = true;
            else if (event.len > 0)
                add_arrival(news, event.mask, std::string(name, ::strnlen(name, event.len)));
            at += sizeof event + event.len;
        }
}

}  // namespace wespol
