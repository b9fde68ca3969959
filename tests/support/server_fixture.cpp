// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/server_fixture.h"

#include "core/analysis/analyzer.h"
#include "core/index/index_builder.h"
#include "server/logging.h"
#include "tests/support/catalogue_index.h"

#include <arpa/inet.h>
#include <chrono>
#include <cstring>
#include <netinet/in.h>
#include <stdexcept>
#include <string_view>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
#include <utility>

namespace wespol::test {
namespace {

HttpServerOptions on_a_free_port() {
    HttpServerOptions options;
    options.listen = {{"127.0.0.1", 0}};
    return options;
}

/// Of one connection a request: nothing waits for the end of a 304.
httplib::Client client_of(int port) {
    httplib::Client client("127.0.0.1", port);
    // Instrumented programs on a busy machine answer late.
    client.set_read_timeout(std::chrono::seconds(60));
    return client;
}

class Socket {
  public:
    explicit Socket(int port) : fd_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(static_cast<std::uint16_t>(port));
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        sockaddr general{};
        static_assert(sizeof general == sizeof address);
        std::memcpy(&general, &address, sizeof address);
        const timeval patience{.tv_sec = 10, .tv_usec = 0};
        ::setsockopt(fd_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        if (fd_ < 0 || ::connect(fd_, &general, sizeof general) != 0)
            throw std::runtime_error("no connection to the server under test");
    }
    ~Socket() { ::close(fd_); }
    Socket(const Socket&) = delete;
    Socket& operator=(const Socket&) = delete;
    int fd() const { return fd_; }

    /// Stops where the server has closed already: its answer tells why.
    void send(std::string_view bytes) const {
        while (!bytes.empty()) {
            const ssize_t n = ::send(fd_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (n <= 0) return;
            bytes.remove_prefix(static_cast<std::size_t>(n));
        }
    }

  private:
    int fd_;
};

}  // namespace

std::shared_ptr<const Analyzer> test_analyzer() {
    static const auto analyzer = std::make_shared<const Analyzer>(
        std::make_shared<const MorphologicalDictionary>(MorphologicalDictionary::open(
            std::filesystem::path(WESPOL_RESOURCE_DIR) / "polish.dict")));
    return analyzer;
}

Manifest TestIndex::build(const Catalogue& catalogue) const {
    const GenerationStore::Lock lock(store_);
    return build_generation(
        catalogue, test_analyzer(), store_,
        {"{}", "", quality_figures(catalogue, {{"sources/entities.jsonl", 12, 1}})});
}

Manifest TestIndex::publish(const Catalogue& catalogue) const {
    Manifest manifest = build(catalogue);
    store_.publish(manifest.generation);
    return manifest;
}

RunningServer::RunningServer(const TestIndex& index, Application::Clock clock, MapLayers map)
    : snapshots_(index.path(), test_analyzer()),
      application_(snapshots_, WESPOL_RESOURCE_DIR, KeyRing::open(index.keys()), kTestUrl,
                   std::move(clock), std::move(map)),
      server_(
          on_a_free_port(),
          [this](const HttpRequest& request) { return application_.answer(request); },
          Application::accepted) {
    set_up_logging(Verbosity::nothing);
    server_.start();
}

httplib::Client RunningServer::client() const {
    httplib::Client client = client_of(port());
    client.set_keep_alive(true);
    client.set_tcp_nodelay(true);
    return client;
}

httplib::Response RunningServer::get(const std::string& path,
                                     const httplib::Headers& headers) const {
    auto result = client_of(port()).Get(path, headers);
    if (!result)
        throw std::runtime_error("no answer to " + path + ": " +
                                 httplib::to_string(result.error()));
    return *result;
}

httplib::Response RunningServer::post(const std::string& path, const std::string& body,
                                      const std::string& content_type) const {
    auto result = client_of(port()).Post(path, body, content_type);
    if (!result) throw std::runtime_error("no answer to a POST of " + path);
    return *result;
}

httplib::Response RunningServer::post(const std::string& path,
                                      const httplib::MultipartFormDataItems& parts) const {
    auto result = client_of(port()).Post(path, parts);
    if (!result) throw std::runtime_error("no answer to a form sent to " + path);
    return *result;
}

std::string RunningServer::send_raw(const std::string& bytes, const std::string& later) const {
    const Socket socket(port());
    socket.send(bytes);
    if (!later.empty()) {
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
        socket.send(later);
    }
    std::string answer;
    char buffer[4096];
    for (ssize_t n = 0; (n = ::recv(socket.fd(), buffer, sizeof buffer, 0)) > 0;)
        answer.append(buffer, static_cast<std::size_t>(n));
    return answer;
}

const RunningServer& embedded_server() {
    static const TestIndex index;
    static const auto published = index.publish(embedded_catalogue());
    static const RunningServer server(index);
    return server;
}

const RunningServer& shared_server() {
    static const TestIndex index;
    static const auto published = index.publish(test_catalogue());
    static const RunningServer server(index);
    return server;
}

}  // namespace wespol::test
