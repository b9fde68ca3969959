// SPDX-License-Identifier: GPL-3.0-or-later
// What a head alone tells of a request: whether it may come in, how long its body is, whether it
// takes long. Whatever is refused here never reaches a worker. Thread-safe: no state.
#pragma once

#include "server/http/connection_guard.h"
#include "server/http/message.h"

#include <string>
#include <string_view>

namespace wespol {

/// What may be sent to a path; asked before a body is read.
using Acceptance = Accepted (*)(std::string_view path);

Judgement judge_request(std::string_view head, Acceptance acceptance);

/// 408, 431, 503: when time, room or workers are over. `begun`: what came of the request.
std::string refusal_text(int status, std::string_view begun);

}  // namespace wespol
