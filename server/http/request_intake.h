// SPDX-License-Identifier: GPL-3.0-or-later
// The reading half of ConnectionGuard: bytes of a connection until a request is whole. One thread;
// one buffer for all connections.
#pragma once

#include "server/http/connection.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

namespace wespol {

struct WholeRequest {
    std::string bytes;
    std::size_t head_bytes;
    std::uint64_t lane;
};

class RequestIntake {
  public:
    enum class State {
        waiting,  ///< more must come
        whole,
        refused,  ///< Connection::refusal tells why
        ended,    ///< nobody is there any more
    };

    /// Both must live longer.
    RequestIntake(const RequestHandler& handler, const GuardLimits& limits)
        : handler_(handler), limits_(limits) {}

    /// Takes what the client has sent, some of it: others have their turn.
    State read(Connection& from);

    /// Looks at the bytes that are here.
    State consider(Connection& from) const;

    /// Of a connection that has one. Leaves what was sent after it.
    static WholeRequest take_out(Connection& from);

    /// Reads what nobody wants any more. False when it ended or is too much.
    bool throw_away(Connection& from);

  private:
    static constexpr std::size_t kReadAtOnce = 64U << 10;

    State refuse(Connection& from, int status) const;
    State take_head(Connection& from) const;

    const RequestHandler& handler_;
    const GuardLimits& limits_;
    std::array<char, kReadAtOnce> buffer_{};
};

}  // namespace wespol
