// SPDX-License-Identifier: GPL-3.0-or-later
// A request that was answered, for those who count and write down. Lives for one call.
#pragma once

#include "server/http/message.h"

#include <chrono>
#include <functional>
#include <string>
#include <string_view>

namespace wespol {

struct AnsweredRequest {
    const HttpRequest& request;
    const HttpResponse& answer;
    std::string_view route;  ///< the pattern, "/podmiot/*": what people look for is not in it
    std::string_view id;     ///< as in the header X-Request-Id
    std::chrono::duration<double> took{};  ///< without what is written piece by piece
};

/// Called from many threads; does not throw.
using RequestObserver = std::function<void(const AnsweredRequest&)>;

}  // namespace wespol
