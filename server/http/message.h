// SPDX-License-Identifier: GPL-3.0-or-later
// A request and its answer as our handlers see them: no library behind them, so that a handler is a
// function from value to value. The HTTP library stays in server/http/http_server.cpp.
#pragma once

#include "core/search/search_request.h"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace wespol {

inline constexpr std::size_t kMaxBodyBytes = 64U << 10;
inline constexpr std::size_t kMaxUploadBytes = 8U << 20;

/// Of an answer, as far as others wait for it.
enum class Cost {
    nothing,  ///< comes before the rest: whoever watches us, and what pages are made of
    usual,
    much  ///< must not hold up the rest
};

/// What may be sent to an address.
struct Accepted {
    bool reads = true;                ///< GET and HEAD
    std::size_t most_body_bytes = 0;  ///< of POST; 0 = it takes none
    Cost cost = Cost::usual;          ///< to read
};

/// One field of a form; of a file with its name. As sent: any bytes.
struct FormPart {
    std::string name;
    std::string filename;  ///< "" for a field that is no file, and for a file that was not chosen
    std::string content;
};

struct HttpRequest {
    std::string method;               ///< "GET", "HEAD" or "POST"
    std::string path;                 ///< decoded, valid UTF-8, without NUL
    Parameters parameters;            ///< decoded, in the order given
    std::string if_none_match;        ///< "" when absent
    std::string content_type = {};    ///< of the body, in lower case, without its parameters
    std::string body = {};            ///< any bytes; "" when it was a form
    std::vector<FormPart> form = {};  ///< a form's fields, in the order given
    std::string accept_encoding = {};
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

    bool has_header(std::string_view name) const {
        return std::ranges::any_of(headers, [&](const auto& each) { return each.first == name; });
    }
};

}  // namespace wespol
