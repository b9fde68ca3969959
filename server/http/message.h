// SPDX-License-Identifier: GPL-3.0-or-later
// A request and its answer as our handlers see them: no library behind them, so that a handler is a
// function from value to value. The HTTP library stays in server/http/http_server.cpp.
#pragma once

#include "core/search/search_request.h"

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace wespol {

struct HttpRequest {
    std::string method;         ///< "GET" or "HEAD"
    std::string path;           ///< decoded, valid UTF-8, without NUL
    Parameters parameters;      ///< decoded, in the order given
    std::string if_none_match;  ///< "" when absent
};

/// Takes the next piece of a body; false = nobody wants more of it.
using BodySink = std::function<bool(std::string_view piece)>;

struct HttpResponse {
    int status = 200;
    std::string content_type;  ///< with charset where it is text
    std::string body;
    std::vector<std::pair<std::string, std::string>> headers;
    /// Makes a long body in place of `body`, piece by piece, once status and headers are sent, so
    /// it owns what it needs. An exception ends the connection before the body's end. Not called
    /// for HEAD.
    std::function<void(const BodySink&)> write_body = {};
};

}  // namespace wespol
