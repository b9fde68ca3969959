// SPDX-License-Identifier: GPL-3.0-or-later
// The lines of the log that tell of requests: one for each, another for each that took long.
// Neither says who asked nor what for: of a query only its measures are told. Thread-safe.
#pragma once

#include "server/answered_request.h"

#include <chrono>
#include <string>

namespace wespol {

/// `slow` = 0: no request counts as slow.
void log_request(const AnsweredRequest& answered, std::chrono::milliseconds slow);

bool is_slow(const AnsweredRequest& answered, std::chrono::milliseconds slow);

/// What a slow request was like: "event=slow_request route=/szukaj … text_bytes=12 words=2".
std::string slow_request_text(const AnsweredRequest& answered);

}  // namespace wespol
