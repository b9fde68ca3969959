// SPDX-License-Identifier: GPL-3.0-or-later
// Stands between the sockets and the workers: one thread accepts, collects each request whole and
// sends what a slow client has not taken yet, so that a worker only ever holds a request that is
// complete. Everything has an end: bytes, connections, time. When it is full, those who ask nothing
// and those who hold most go first. It knows no clients: to be fair between them is the proxy's.
// Knows neither our addresses nor the HTTP library; it can go when the library does this by itself.
// stop() from one thread; the RequestHandler is called from many.
#pragma once

#include "server/http/listening_socket.h"
#include "server/http/worker_lanes.h"

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <future>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace wespol {

/// How long an answer may take on its way.
struct AnswerPatience {
    std::chrono::milliseconds stall;  ///< without a byte taken
    std::chrono::milliseconds whole;  ///< and a second for each `slowest` bytes that were
    std::size_t slowest = 32U << 10;
};

struct GuardLimits {
    using Milliseconds = std::chrono::milliseconds;

    std::size_t threads = 8;
    std::size_t most_connections = 4096;
    std::size_t most_waiting = 512;  ///< whole requests without a worker
    /// Of requests that arrive and answers that leave, of all; then the largest of them goes.
    std::size_t most_bytes = 32U << 20;
    std::size_t most_head_bytes = 32U << 10;
    std::size_t large_body_bytes = 64U << 10;  ///< above, a body has the time of uploads
    std::size_t most_requests = 1000;          ///< on one connection
    Milliseconds request{5'000};               ///< for a whole request, from its first byte
    Milliseconds upload{20'000};
    Milliseconds idle{15'000};    ///< between two requests
    Milliseconds waiting{5'000};  ///< for a worker; then the client is asked to come again
    AnswerPatience answer{.stall = Milliseconds(15'000), .whole = Milliseconds(30'000)};
    /// While a worker waits to write the rest: two of them are all there are for files.
    AnswerPatience held{
        .stall = Milliseconds(5'000), .whole = Milliseconds(30'000), .slowest = 256U << 10};
    Milliseconds linger{2'000};  ///< for a client to read the answer that ends a connection
    Milliseconds drain{1'500};   ///< for what is being answered, once the end has begun
};

/// What a head alone tells.
struct Judgement {
    std::size_t body_bytes = 0;     ///< announced; waited for unless refused
    bool expects_continue = false;  ///< the client waits for a word before it sends the body
    std::uint64_t lane = 0;         ///< of WorkerLanes: what must not hold up the rest shares one
    std::string refusal = {};       ///< a whole answer that ends the connection; "" = go on
};

/// An answer on its way, in pieces. False: nobody takes it any more.
class AnswerWriter {
  public:
    virtual ~AnswerWriter() = default;
    virtual bool write(std::string_view piece) = 0;
};

class RequestHandler {
  public:
    virtual ~RequestHandler() = default;

    /// Called by the thread that all connections wait for. Does not throw.
    virtual Judgement judge(std::string_view head) const = 0;

    /// Answers a whole request; `is_last`: say that the connection ends. True when the client may
    /// ask again on it. Does not throw.
    virtual bool answer(const std::string& request, std::size_t head_bytes, bool is_last,
                        AnswerWriter& writer) = 0;

    /// A whole answer that ends the connection: 408, 431, 503. `begun`: what came of the request.
    virtual std::string refusal(int status, std::string_view begun) const = 0;
};

class ConnectionGuard {
  public:
    /// Accepts at once. `handler` must live longer.
    ConnectionGuard(std::vector<ListeningSocket> listeners, RequestHandler& handler,
                    const GuardLimits& limits);

    /// Ends within the time for draining.
    ~ConnectionGuard();
    ConnectionGuard(const ConnectionGuard&) = delete;
    ConnectionGuard& operator=(const ConnectionGuard&) = delete;

    /// Takes over a connection that was accepted elsewhere.
    void adopt(Descriptor socket);

    /// False once accepting ended, asked for or not.
    bool is_running() const { return is_running_; }

    /// Accepts nothing more, drops who has not asked yet, lets answers finish. False when some had
    /// not by then.
    bool stop(std::chrono::milliseconds patience);

  private:
    class Room;
    std::atomic<bool> is_running_ = true;
    std::unique_ptr<Room> room_;
    std::future<bool> loop_;  ///< whether all was answered
};

}  // namespace wespol
