// SPDX-License-Identifier: GPL-3.0-or-later
// A request and its answer as our handlers see them: no library behind them, so that a handler is a
// function from value to value. The HTTP library stays in server/http/http_server.cpp.
#pragma once

#include "core/search/search_request.h"

#include <string>
#include <utility>
#include <vector>

namespace wespol {

struct HttpRequest {
    std::string method;         ///< "GET" or "HEAD"
    std::string path;           ///< decoded, valid UTF-8, without NUL
    Parameters parameters;      ///< decoded, in the order given
    std::string if_none_match;  ///< "" when absent
};

struct HttpResponse {
    int status = 200;
    std::string content_type;  ///< with charset where it is text
    std::string body;
    std::vector<std::pair<std::string, std::string>> headers;
};

}  // namespace wespol
