// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/answer_buffer.h"

#include <algorithm>
#include <cerrno>
#include <poll.h>
#include <sys/socket.h>

namespace wespol {
namespace {

constexpr std::size_t kSendFrom = 64U << 10;
constexpr std::size_t kMostUnsent = 1U << 20;
constexpr int kLookEveryMilliseconds = 100;

}  // namespace

bool AnswerBuffer::write(std::string_view piece) {
    if (is_broken_) return false;
    bytes_.append(piece);
    if (unsent() < kSendFrom) return true;
    if (!send_now()) return false;
    while (unsent() > kMostUnsent)
        if (!wait_for_room() || !send_now()) return false;
    return true;
}

bool AnswerBuffer::send_now() {
    while (!is_empty() && !is_broken_) {
        const ssize_t n =
            ::send(socket_, bytes_.data() + sent_, unsent(), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0 && errno == EAGAIN) break;
        is_broken_ = n <= 0;
        if (is_broken_) break;
        sent_ += static_cast<std::size_t>(n);
        taken_ += static_cast<std::size_t>(n);
        progress_ = Clock::now();
    }
    if (is_empty()) {
        bytes_.clear();
        sent_ = 0;
    } else if (sent_ > kMostUnsent) {
        bytes_.erase(0, sent_);
        sent_ = 0;
    }
    return !is_broken_;
}

AnswerBuffer::Clock::time_point AnswerBuffer::deadline() const {
    return std::min(progress_ + patience_.stall,
                    begin_ + patience_.whole + std::chrono::seconds(taken_ / patience_.slowest));
}

/// A while, no longer: send() takes bytes well before poll() says that it would.
bool AnswerBuffer::wait_for_room() {
    pollfd each{socket_, POLLOUT, 0};
    const bool has_failed = ::poll(&each, 1, kLookEveryMilliseconds) < 0 && errno != EINTR;
    is_broken_ = has_failed || is_given_up_ || Clock::now() > deadline();
    return !is_broken_;
}

}  // namespace wespol
