// SPDX-License-Identifier: GPL-3.0-or-later
// A handler that says what it was given, and clients over pairs of sockets: the guard without HTTP
// library, addresses and network.
#pragma once

#include "server/http/connection_guard.h"
#include "server/http/request_head.h"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <chrono>
#include <functional>
#include <string>
#include <string_view>
#include <sys/socket.h>
#include <sys/time.h>
#include <thread>

namespace wespol::test {

inline constexpr std::size_t kMega = 1U << 20;

/// Answers with the target and the number of bytes of the body.
class Echo : public RequestHandler {
  public:
    Judgement judge(std::string_view head) const override {
        const auto read = read_request_head(head);
        if (!read) return {.refusal = "refused"};
        if (read->target == "/ponder")
            std::this_thread::sleep_for(std::chrono::milliseconds(300));  // of all connections
        return {.body_bytes = static_cast<std::size_t>(read->body_bytes.value_or(0)),
                .expects_continue = read->expects_continue,
                .lane = std::hash<std::string_view>{}(read->target)};
    }
    bool answer(const std::string& request, std::size_t head_bytes, bool is_last,
                AnswerWriter& writer) override {
        const RequestHead head = begun_head(request);
        const std::string target(head.target);
        if (target == "/slow") std::this_thread::sleep_for(std::chrono::milliseconds(300));
        if (target == "/mega") return writer.write(std::string(kMega, 'x')) && !is_last;
        if (target == "/long") {
            const std::string piece(64U << 10, 'x');
            for (int i = 0; i < 256; ++i)
                if (!writer.write(piece)) break;
            return false;
        }
        writer.write("[" + target + " " + std::to_string(request.size() - head_bytes) +
                     (is_last ? " last]" : "]"));
        return !is_last && target != "/close";
    }
    std::string refusal(int status, std::string_view begun) const override {
        return "<" + std::to_string(status) + std::string(begun_head(begun).target) + ">";
    }
};

class Client {
  public:
    explicit Client(ConnectionGuard& guard) {
        int pair[2] = {-1, -1};
        REQUIRE(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) == 0);
        ours_ = Descriptor(pair[0]);
        guard.adopt(Descriptor(pair[1]));
    }
    void send(std::string_view bytes) const {
        while (!bytes.empty()) {
            const ssize_t n = ::send(ours_.number(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (n <= 0) return;
            bytes.remove_prefix(static_cast<std::size_t>(n));
        }
    }
    /// `bytes` of them, or what there is when the other side closes or the time is over.
    std::string read(std::size_t bytes = 1U << 30,
                     std::chrono::seconds seconds = std::chrono::seconds(5)) const {
        const timeval patience{.tv_sec = seconds.count(), .tv_usec = 0};
        ::setsockopt(ours_.number(), SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        std::string all;
        char buffer[65536];
        while (all.size() < bytes) {
            const ssize_t n =
                ::recv(ours_.number(), buffer, std::min(sizeof buffer, bytes - all.size()), 0);
            if (n <= 0) return n == 0 ? all : all + "(nothing more)";
            all.append(buffer, static_cast<std::size_t>(n));
        }
        return all;
    }
    void end_writing() const { ::shutdown(ours_.number(), SHUT_WR); }

  private:
    Descriptor ours_;
};

inline std::string request(const std::string& target, const std::string& headers = "") {
    return "GET " + target + " HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n";
}

inline GuardLimits impatient() {
    GuardLimits limits;
    limits.threads = 2;
    limits.request = std::chrono::milliseconds(300);
    limits.upload = std::chrono::milliseconds(900);
    limits.idle = std::chrono::milliseconds(300);
    limits.linger = std::chrono::seconds(1);
    limits.answer.stall = limits.held.stall = std::chrono::milliseconds(300);
    limits.drain = std::chrono::milliseconds(600);
    return limits;
}

}  // namespace wespol::test
