// SPDX-License-Identifier: GPL-3.0-or-later
// The one place that knows the HTTP library: addresses to listen on, worker threads, and a handler
// from request to response. Requests arrive whole and checked (ConnectionGuard, request_check); the
// library parses them and writes the answers, and neither compresses nor cuts ranges. start and
// stop from one thread; the handler is called from many.
#pragma once

#include "server/http/connection_guard.h"
#include "server/http/listening_socket.h"
#include "server/http/message.h"
#include "server/http/request_check.h"

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace wespol {

struct HttpServerOptions {
    std::vector<ListenAddress> listen = {{"127.0.0.1", 8080}};
    GuardLimits limits;
    int backlog = 1024;  ///< connections waiting to be accepted
    /// Told of the status of each request that is refused before it comes to the handler. Called
    /// from many threads; does not throw.
    std::function<void(int status)> refused = {};
};

inline Accepted only_reading(std::string_view) {
    return {};
}

class HttpServer {
  public:
    using Handler = std::function<HttpResponse(const HttpRequest&)>;

    /// Takes the addresses, beside the sockets that are `inherited`. Throws Error(environment) when
    /// one cannot be had.
    HttpServer(const HttpServerOptions& options, Handler handler,
               Acceptance acceptance = only_reading, std::vector<ListeningSocket> inherited = {});

    /// Waits for requests that are being answered, within the limit for draining.
    ~HttpServer();
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;

    /// Of the first TCP socket; 0 when there is none.
    int port() const { return port_; }

    /// Of all it listens on, for people.
    const std::vector<std::string>& urls() const { return urls_; }

    /// Answers from its own threads.
    void start();

    /// False before start, after stop, and when accepting connections failed for good.
    bool is_running() const;

    /// Accepts nothing more and lets running requests finish. False when some had not by then.
    bool stop(std::chrono::milliseconds patience);

  private:
    class Library;
    std::unique_ptr<Library> library_;
    GuardLimits limits_;
    std::vector<ListeningSocket> listeners_;  ///< until start
    int port_ = 0;
    std::vector<std::string> urls_;
    std::unique_ptr<ConnectionGuard> guard_;
};

}  // namespace wespol
