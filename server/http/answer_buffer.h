// SPDX-License-Identifier: GPL-3.0-or-later
// The part of an answer that a client has not taken yet. Small answers leave in one piece and never
// hold their worker; a long one holds it while more than 1 MiB waits and the client takes it fast
// enough. Who takes less is left: a proxy in front takes answers at once. One thread at a time.
#pragma once

#include "server/http/connection_guard.h"

#include <atomic>
#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

namespace wespol {

class AnswerBuffer : public AnswerWriter {
  public:
    using Clock = std::chrono::steady_clock;

    /// `is_given_up`: then nobody waits for slow clients any more.
    AnswerBuffer(int socket, const AnswerPatience& patience, const std::atomic<bool>& is_given_up)
        : socket_(socket), patience_(patience), is_given_up_(is_given_up) {}

    bool write(std::string_view piece) override;

    /// Sends what the client takes now, without waiting. False when it is gone.
    bool send_now();

    bool is_empty() const { return sent_ == bytes_.size(); }
    std::size_t unsent() const { return bytes_.size() - sent_; }

    /// From now on, of the whole answer.
    void set_patience(const AnswerPatience& patience) { patience_ = patience; }

    /// When a client that takes it this slowly has had its time.
    Clock::time_point deadline() const;

  private:
    bool wait_for_room();

    int socket_;
    AnswerPatience patience_;
    const std::atomic<bool>& is_given_up_;
    Clock::time_point begin_ = Clock::now(), progress_ = begin_;
    std::string bytes_;
    std::size_t sent_ = 0, taken_ = 0;
    bool is_broken_ = false;
};

}  // namespace wespol
