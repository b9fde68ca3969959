// SPDX-License-Identifier: GPL-3.0-or-later
// A connection is its guard's, except while a worker answers: then it is the worker's, and comes
// back by a list. epoll reports each once (EPOLLONESHOT), so what a worker has is never touched.
#include "server/http/connection_guard.h"

#include "server/http/connection_table.h"
#include "server/http/event_poll.h"
#include "server/http/request_intake.h"
#include "server/http/turned_away.h"
#include "server/logging.h"

#include <algorithm>
#include <cerrno>
#include <exception>
#include <mutex>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <optional>
#include <sys/socket.h>
#include <system_error>
#include <utility>

namespace wespol {
namespace {

using Clock = AnswerBuffer::Clock;
using Phase = ConnectionPhase;

constexpr std::chrono::milliseconds kSweepEvery{100};
constexpr std::size_t kAcceptedAtOnce = 64;
/// Beyond the most there may be: for these a word of refusal, for more not even that.
constexpr std::size_t kMostRefused = 256;
constexpr std::size_t kAlwaysHeld = 4U << 10;  // who holds less never pays for the rest
/// Of the kernel, beside ours: left to itself it takes megabytes, and time limits mean little.
constexpr int kSendBuffer = 256 << 10;
constexpr std::size_t kStatusLineBytes = 12;  // "HTTP/1.1 503"

bool is_fatal_to_accept(int error_number) {
    return error_number == EBADF || error_number == EINVAL || error_number == ENOTSOCK;
}

}  // namespace

class ConnectionGuard::Room {
  public:
    Room(std::vector<ListeningSocket> listeners, RequestHandler& handler, const GuardLimits& limits)
        : limits_(limits),
          handler_(handler),
          listeners_(std::move(listeners)),
          intake_(handler, limits_) {
        for (const ListeningSocket& each : listeners_)
            events_.add(each.number(), EPOLLIN);
        workers_.emplace(limits.threads, limits.most_waiting, limits.waiting);
    }

    ~Room() {
        is_given_up_ = true;
        workers_.reset();  // joins: they use what is below
    }

    void adopt(Descriptor socket) {
        {
            const std::lock_guard lock(mutex_);
            adopted_.push_back(std::move(socket));
        }
        events_.wake();
    }

    void end() {
        is_ending_ = true;
        events_.wake();
    }

    /// Until the end; true when everything was answered by then.
    bool run(std::atomic<bool>& is_running) {
        Clock::time_point next_sweep{};
        std::optional<Clock::time_point> give_up;
        while (true) {
            for (const int ready : events_.wait(kSweepEvery)) {
                take(ready);
                make_room();
            }
            take_returned();
            make_room();
            if (is_ending_ && !give_up) {
                is_running = false;
                give_up = Clock::now() + limits_.drain;
                listeners_.clear();
                drop_unasked();
            }
            if (give_up && (connections_.unanswered() == 0 || Clock::now() >= *give_up)) {
                is_given_up_ = true;
                return connections_.unanswered() == 0;
            }
            if (Clock::now() < next_sweep) continue;
            next_sweep = Clock::now() + kSweepEvery;
            sweep();
        }
    }

  private:
    void take(int number) {
        const auto listener = std::ranges::find(listeners_, number, &ListeningSocket::number);
        if (listener != listeners_.end()) return accept_from(number);
        Connection* const found = connections_.find(number);
        if (found && found->phase != Phase::answering) proceed(*found);
    }

    void accept_from(int listener) {
        for (std::size_t i = 0; i < kAcceptedAtOnce; ++i) {
            Descriptor socket(::accept4(listener, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC));
            if (socket.is_open())
                begin(std::move(socket));
            else if (errno == EAGAIN)
                break;
            else if (is_fatal_to_accept(errno))
                throw std::system_error(errno, std::generic_category(), "accept");
            else if (errno != EINTR && errno != ECONNABORTED)
                // No descriptor is left, as a rule: the next sweep tries again.
                return turned_away_.note(std::generic_category().message(errno));
        }
        events_.wait_for(listener, EPOLLIN);
    }

    void begin(Descriptor socket) {
        if (is_ending_) return;
        const bool is_full = connections_.size() >= limits_.most_connections && !close_quietest();
        if (connections_.size() >= limits_.most_connections + kMostRefused) return;
        const int yes = 1;
        // Not of unix sockets, which have no such thing.
        ::setsockopt(socket.number(), IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
        ::setsockopt(socket.number(), SOL_SOCKET, SO_SNDBUF, &kSendBuffer, sizeof kSendBuffer);
        Connection& each = connections_.add(std::move(socket));
        events_.add(each.socket.number(), EPOLLIN);
        each.deadline = Clock::now() + limits_.request;
        if (is_full) refuse(each, 503);
    }

    /// Who asks nothing makes room for one who may.
    bool close_quietest() {
        Connection* const quietest = connections_.quietest();
        if (quietest) connections_.close(*quietest);
        return quietest != nullptr;
    }

    void proceed(Connection& each) {
        if (each.phase == Phase::leaving) return go_on_sending(each);
        if (each.phase == Phase::lingering) return throw_away(each);
        act_on(each, intake_.read(each));
    }

    void act_on(Connection& each, RequestIntake::State came) {
        switch (came) {
            case RequestIntake::State::waiting:
                connections_.count(each);
                return events_.wait_for(each.socket.number(), EPOLLIN);
            case RequestIntake::State::whole:
                return hand_over(each);
            case RequestIntake::State::refused:
                return end_with(each, std::move(each.refusal));
            case RequestIntake::State::ended:
                return connections_.close(each);
        }
    }

    void hand_over(Connection& each) {
        connections_.count(each);  // until it is answered
        const auto request = std::make_shared<const WholeRequest>(RequestIntake::take_out(each));
        each.phase = Phase::answering;
        const bool is_last = ++each.requests >= limits_.most_requests || is_ending_;
        const bool is_taken =
            workers_->enqueue(request->lane, [this, &each, request, is_last](bool is_late) {
                answer(each, *request, is_last, is_late);
            });
        if (!is_taken) end_with(each, handler_.refusal(503, request->bytes));
    }

    /// In a worker.
    void answer(Connection& each, const WholeRequest& request, bool is_last, bool is_late) {
        AnswerBuffer& buffer =
            each.answer.emplace(each.socket.number(), limits_.held, is_given_up_);
        if (is_late) {
            each.ends = true;
            write_refusal(buffer, handler_.refusal(503, request.bytes));
        } else {
            each.ends =
                !handler_.answer(request.bytes, request.head_bytes, is_last, buffer) || is_last;
        }
        buffer.send_now();
        {
            const std::lock_guard lock(mutex_);
            returned_.push_back(each.socket.number());
        }
        events_.wake();
    }

    void take_returned() {
        std::vector<int> returned;
        std::vector<Descriptor> adopted;
        {
            const std::lock_guard lock(mutex_);
            returned.swap(returned_);
            adopted.swap(adopted_);
        }
        for (Descriptor& each : adopted)
            begin(std::move(each));
        for (const int number : returned) {
            Connection& each = connections_.at(number);
            each.phase = Phase::leaving;
            each.answer->set_patience(limits_.answer);
            go_on_sending(each);
        }
    }

    void go_on_sending(Connection& each) {
        if (!each.answer->send_now()) return connections_.close(each);
        connections_.count(each);
        if (each.answer->is_empty()) return each.ends ? linger(each) : begin_again(each);
        each.deadline = each.answer->deadline();
        if (each.deadline < Clock::now()) return connections_.close(each);
        events_.wait_for(each.socket.number(), EPOLLOUT);
    }

    void begin_again(Connection& each) {
        if (is_ending_) return linger(each);
        each.answer.reset();
        each.phase = Phase::idle;
        each.deadline = Clock::now() + limits_.idle;
        const RequestIntake::State came = intake_.consider(each);
        came == RequestIntake::State::waiting ? proceed(each) : act_on(each, came);
    }

    void refuse(Connection& each, int status) {
        end_with(each, handler_.refusal(status, each.bytes));
    }

    void end_with(Connection& each, std::string&& last_answer) {
        AnswerBuffer& buffer = each.answer.emplace(
            each.socket.number(), AnswerPatience{limits_.linger, limits_.linger}, is_given_up_);
        write_refusal(buffer, last_answer);
        each.bytes.clear();
        each.bytes.shrink_to_fit();
        each.ends = true;
        each.phase = Phase::leaving;
        go_on_sending(each);
    }

    void write_refusal(AnswerBuffer& buffer, std::string_view text) {
        turned_away_.note(text.substr(0, kStatusLineBytes));
        buffer.write(text);
    }

    /// Closed in the face of one who still writes, a connection loses its last answer.
    void linger(Connection& each) {
        const bool has_more =
            each.judgement && each.judgement->body_bytes > limits_.large_body_bytes;
        ::shutdown(each.socket.number(), SHUT_WR);
        each.answer.reset();
        each.bytes = {};  // of requests that came behind the last one that is answered
        connections_.count(each);
        each.phase = Phase::lingering;
        each.deadline = Clock::now() + (has_more ? limits_.upload : limits_.linger);
        each.thrown_away = 0;
        throw_away(each);
    }

    void throw_away(Connection& each) {
        if (!intake_.throw_away(each)) return connections_.close(each);
        events_.wait_for(each.socket.number(), EPOLLIN);
    }

    /// Who holds most goes; what workers have is not known here.
    void make_room() {
        while (connections_.held_bytes() > limits_.most_bytes) {
            Connection* const largest = connections_.largest();
            if (!largest || largest->counted <= kAlwaysHeld) return;
            if (largest->phase == Phase::arriving) {
                refuse(*largest, 503);
            } else {
                turned_away_.note("answer cut off");
                connections_.close(*largest);
            }
        }
    }

    void sweep() {
        for (const ListeningSocket& each : listeners_)
            events_.wait_for(each.number(), EPOLLIN);
        workers_->look_for_late();
        for (const auto& [reason, times] : turned_away_.due(Clock::now()))
            log(LogLevel::warning, "turned_away",
                {{"reason", reason}, {"times", std::to_string(times)}});
        const Clock::time_point now = Clock::now();
        for (const int number : connections_.those_that([&](const Connection& each) {
                 return each.phase != Phase::answering && each.deadline < now;
             }))
            end_time_of(connections_.at(number));
    }

    void end_time_of(Connection& each) {
        if (each.phase == Phase::arriving) return refuse(each, 408);
        // Some room is no event yet: poll() tells of much only.
        if (each.phase == Phase::leaving) return go_on_sending(each);
        // One who has not said a word is not told either: a browser may have opened it ahead.
        connections_.close(each);
    }

    static bool is_unasked(const Connection& each) {
        return each.phase == Phase::idle || each.phase == Phase::arriving;
    }

    /// But for requests that lie whole in the kernel: they were sent before the end.
    void drop_unasked() {
        for (const int number : connections_.those_that(is_unasked)) {
            proceed(connections_.at(number));
            Connection* const found = connections_.find(number);
            if (found && is_unasked(*found)) connections_.close(*found);
        }
    }

    const GuardLimits limits_;
    RequestHandler& handler_;
    std::vector<ListeningSocket> listeners_;
    EventPoll events_;
    RequestIntake intake_;
    TurnedAway turned_away_;
    ConnectionTable connections_;
    std::atomic<bool> is_ending_ = false, is_given_up_ = false;

    std::mutex mutex_;  ///< guards these two
    std::vector<int> returned_;
    std::vector<Descriptor> adopted_;

    std::optional<WorkerLanes> workers_;
};

ConnectionGuard::ConnectionGuard(std::vector<ListeningSocket> listeners, RequestHandler& handler,
                                 const GuardLimits& limits)
    : room_(std::make_unique<Room>(std::move(listeners), handler, limits)),
      loop_(std::async(std::launch::async, [this] {
          try {
              return room_->run(is_running_);
          } catch (const std::exception& failure) {
              log(LogLevel::error, "connections_failed", {{"reason", failure.what()}});
              is_running_ = false;
              return false;
          }
      })) {}

ConnectionGuard::~ConnectionGuard() {
    room_->end();
    if (loop_.valid()) loop_.wait();
}

void ConnectionGuard::adopt(Descriptor socket) {
    room_->adopt(std::move(socket));
}

bool ConnectionGuard::stop(std::chrono::milliseconds patience) {
    room_->end();
    return loop_.valid() && loop_.wait_for(patience) == std::future_status::ready && loop_.get();
}

}  // namespace wespol
