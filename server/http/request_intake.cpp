// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/request_intake.h"

#include "server/http/request_head.h"

#include <algorithm>
#include <cerrno>
#include <sys/socket.h>
#include <utility>

namespace wespol {
namespace {

using State = RequestIntake::State;
using Phase = ConnectionPhase;

constexpr std::size_t kReadsAtOnce = 4;
constexpr std::size_t kMostBlankBytes = 4;  // before a request
constexpr std::size_t kMostThrownAway = 64U << 20, kThrownAwayAnyway = 1U << 20;
constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";

std::size_t blank_bytes(std::string_view bytes) {
    std::size_t blank = 0;
    while (bytes.substr(blank).starts_with("\r\n"))
        blank += 2;
    return blank;
}

}  // namespace

State RequestIntake::read(Connection& from) {
    for (std::size_t i = 0; i < kReadsAtOnce; ++i) {
        // Of a request whose head is not there no more than a head is read.
        const std::size_t wanted = (from.judgement ? from.head_bytes + from.judgement->body_bytes
                                                   : limits_.most_head_bytes + 1) -
                                   from.bytes.size();
        const ssize_t n = ::recv(from.socket.number(), buffer_.data(),
                                 std::min(wanted, buffer_.size()), MSG_DONTWAIT);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0 && errno == EAGAIN) break;
        if (n <= 0) return State::ended;
        from.bytes.append(buffer_.data(), static_cast<std::size_t>(n));
        const State state = consider(from);
        if (state != State::waiting) return state;
    }
    return State::waiting;
}

State RequestIntake::consider(Connection& from) const {
    if (from.phase == Phase::idle) {
        // Some clients end a body with an empty line that does not belong to it.
        const std::size_t blank = blank_bytes(from.bytes);
        if (blank > kMostBlankBytes) return refuse(from, 400);
        from.bytes.erase(0, blank);
        if (from.bytes.empty() || from.bytes == "\r") return State::waiting;
        from.phase = Phase::arriving;
        from.deadline = AnswerBuffer::Clock::now() + limits_.request;
    }
    if (!from.judgement) {
        const State state = take_head(from);
        if (!from.judgement || state == State::refused) return state;
    }
    const std::size_t whole = from.head_bytes + from.judgement->body_bytes;
    return from.bytes.size() < whole ? State::waiting : State::whole;
}

State RequestIntake::take_head(Connection& from) const {
    from.head_bytes = end_of_head(from.bytes, from.searched);
    from.searched = from.bytes.size();
    const std::size_t least = from.head_bytes > 0 ? from.head_bytes : from.bytes.size();
    if (least > limits_.most_head_bytes) return refuse(from, 431);
    if (from.head_bytes == 0) return State::waiting;
    from.judgement = handler_.judge({from.bytes.data(), from.head_bytes});
    if (!from.judgement->refusal.empty()) {
        from.refusal = std::move(from.judgement->refusal);
        return State::refused;
    }
    if (from.judgement->body_bytes > limits_.large_body_bytes)
        from.deadline += limits_.upload - limits_.request;
    if (from.judgement->expects_continue && from.bytes.size() == from.head_bytes)
        ::send(from.socket.number(), kContinue.data(), kContinue.size(),
               MSG_NOSIGNAL | MSG_DONTWAIT);
    return State::waiting;
}

WholeRequest RequestIntake::take_out(Connection& from) {
    WholeRequest request{{}, from.head_bytes, from.judgement->lane};
    const std::size_t whole = from.head_bytes + from.judgement->body_bytes;
    if (from.bytes.size() == whole) {  // as a rule; a list of 8 MiB is not copied then
        request.bytes = std::exchange(from.bytes, {});
    } else {
        request.bytes = from.bytes.substr(0, whole);
        from.bytes.erase(0, whole);
    }
    from.judgement.reset();
    from.head_bytes = from.searched = 0;
    return request;
}

bool RequestIntake::throw_away(Connection& from) {
    for (std::size_t i = 0; i < kReadsAtOnce; ++i) {
        const ssize_t n =
            ::recv(from.socket.number(), buffer_.data(), buffer_.size(), MSG_DONTWAIT);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0 && errno == EAGAIN) break;
        if (n <= 0) return false;
        from.thrown_away += static_cast<std::size_t>(n);
    }
    const std::size_t announced = from.judgement ? from.judgement->body_bytes : 0;
    return from.thrown_away <= std::min(announced, kMostThrownAway) + kThrownAwayAnyway;
}

State RequestIntake::refuse(Connection& from, int status) const {
    from.refusal = handler_.refusal(status, from.bytes);
    return State::refused;
}

}  // namespace wespol
