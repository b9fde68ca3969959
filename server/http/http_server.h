// SPDX-License-Identifier: GPL-3.0-or-later
// The one place that knows the HTTP library: a port, worker threads, and a handler from request
// to response. Targets reach the handler decoded and checked; a body only where the address takes
// one (POST), whole, in memory, within its limit. The library neither compresses nor cuts ranges.
// Guarding against slow clients is not done here. start and stop from one thread; the handler is
// called from many.
#pragma once

#include "server/http/message.h"

#include <chrono>
#include <cstddef>
#include <functional>
#include <future>
#include <memory>
#include <string>
#include <string_view>

namespace wespol {

struct HttpServerOptions {
    std::string host = "127.0.0.1";
    int port = 8080;  ///< 0 = any free one
    std::size_t threads = 8;
    int backlog = 1024;  ///< connections waiting to be accepted
};

inline Accepted only_reading(std::string_view) {
    return {};
}

class HttpServer {
  public:
    using Handler = std::function<HttpResponse(const HttpRequest&)>;

    /// What may be sent to a path; asked before a body is read.
    using Acceptance = Accepted (*)(std::string_view path);

    /// Takes the port. Throws Error(environment) when it cannot be had.
    HttpServer(const HttpServerOptions& options, Handler handler,
               Acceptance acceptance = only_reading);

    /// Waits for requests that are being answered.
    ~HttpServer();
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;

    int port() const { return port_; }

    /// Answers from its own threads; returns once connections are accepted.
    void start();

    /// False before start, after stop, and when accepting connections failed for good.
    bool is_running() const;

    /// Accepts nothing more and lets running requests finish. False when some had not by then.
    bool stop(std::chrono::milliseconds patience);

  private:
    class Library;
    std::unique_ptr<Library> library_;
    int port_ = 0;
    std::future<void> accepting_;
};

}  // namespace wespol
