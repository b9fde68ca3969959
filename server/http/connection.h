// SPDX-License-Identifier: GPL-3.0-or-later
// One client's connection as ConnectionGuard keeps it. A plain value; a worker has it alone while
// its phase is `answering`.
#pragma once

#include "server/http/answer_buffer.h"
#include "server/http/connection_guard.h"
#include "server/http/descriptor.h"

#include <cstddef>
#include <optional>
#include <string>

namespace wespol {

enum class ConnectionPhase {
    idle,       ///< nothing of a request is there
    arriving,   ///< a part is
    answering,  ///< a worker has it
    leaving,    ///< the rest of the answer waits for the client
    lingering,  ///< answered for the last time: what still comes is thrown away
};

struct Connection {
    Descriptor socket;
    ConnectionPhase phase = ConnectionPhase::idle;
    AnswerBuffer::Clock::time_point deadline = {};  ///< not while it is answered
    std::string bytes = {};                         ///< as they came, the request in hand first
    std::size_t searched = 0;                       ///< for the end of the head
    std::size_t head_bytes = 0;
    std::optional<Judgement> judgement = {};  ///< once the head is there
    std::string refusal = {};                 ///< a whole answer, once it is refused
    std::size_t requests = 0;
    std::optional<AnswerBuffer> answer = {};
    bool ends = false;            ///< after the answer
    std::size_t thrown_away = 0;  ///< bytes, while it lingers
    std::size_t counted = 0;      ///< bytes of it in the sum of all

    std::size_t held() const { return bytes.size() + (answer ? answer->unsent() : 0); }
};

}  // namespace wespol
