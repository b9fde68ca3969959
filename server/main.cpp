// SPDX-License-Identifier: GPL-3.0-or-later
// wespol-server: opens the published index, serves it until SIGTERM or SIGINT; SIGHUP reads
// templates, messages, styles and keys anew. Exit codes: 0 stopped as asked, 1 usage, 2
// environment.
#include "core/analysis/analyzer.h"
#include "core/support/error.h"
#include "core/support/joined.h"
#include "server/logging.h"
#include "server/metrics.h"
#include "server/options.h"
#include "server/request_log.h"
#include "server/site.h"
#include "server/snapshot_follower.h"

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <exception>
#include <iostream>
#include <malloc.h>
#include <memory>
#include <pthread.h>
#include <string>
#include <sys/resource.h>
#include <utility>
#include <variant>
#include <vector>

namespace {

using namespace wespol;

/// A little more than the server drains for, and less than the 2 s that an end may take.
constexpr std::chrono::milliseconds kDrainFor{1800};

/// Blocked before any thread starts, so that every thread inherits it and only serve_until_signal
/// takes them.
sigset_t block_signals() {
    sigset_t signals;
    sigemptyset(&signals);
    for (const int each : {SIGTERM, SIGINT, SIGHUP})
        sigaddset(&signals, each);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    return signals;
}

/// The usual 1,024 descriptors are fewer than the connections that may wait.
void raise_limit_of_descriptors() {
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
    constexpr rlim_t kEnough = 16'384;
    if (limit.rlim_cur >= kEnough) return;
    limit.rlim_cur = std::min(limit.rlim_max, kEnough);
    if (::setrlimit(RLIMIT_NOFILE, &limit) != 0)
        log(LogLevel::warning, "descriptors_limited", {{"most", std::to_string(limit.rlim_cur)}});
}

/// Buffers of large uploads and files go back to the system when they are freed, and all threads
/// share two heaps: the library's own rules keep what the busiest minute needed (mallopt(3)).
void give_memory_back() {
    constexpr int kLargeBuffer = 256 * 1024;
    ::mallopt(M_MMAP_THRESHOLD, kLargeBuffer);
    ::mallopt(M_TRIM_THRESHOLD, kLargeBuffer);
    ::mallopt(M_ARENA_MAX, 2);
}

/// True when asked to stop, false when the server gave up by itself.
bool serve_until_signal(const sigset_t& signals, const HttpServer& server, Site& site) {
    constexpr timespec kLookEvery{.tv_sec = 0, .tv_nsec = 500'000'000};
    while (server.is_running()) {
        const int signal = sigtimedwait(&signals, nullptr, &kLookEvery);
        if (signal == SIGHUP) site.reload();
        if (signal == SIGTERM || signal == SIGINT) return true;
    }
    return false;
}

int rotate_key(const ServerOptions& options) {
    const std::string id = KeyRing::rotate(options.keys);
    std::cout << "Nowy klucz protokołów: " << id
              << "\nSerwer, który działa, użyje go po sygnale SIGHUP (systemctl reload "
                 "wespol-server). Stare klucze zostały.\n";
    return EXIT_SUCCESS;
}

/// Listens already; null when nobody wants figures.
std::unique_ptr<HttpServer> server_of_metrics(const ServerOptions& options,
                                              const Metrics& metrics) {
    if (!options.metrics) return nullptr;
    auto server = std::make_unique<HttpServer>(
        *options.metrics, [&](const HttpRequest& request) { return metrics.answer(request); });
    server->start();
    log(LogLevel::info, "metrics_listening", {{"address", server->urls().front() + "/metrics"}});
    return server;
}

/// What systemd opened for us. Where nobody said where to listen that is enough.
std::vector<ListeningSocket> take_sockets_of_systemd(ServerOptions& options) {
    std::vector<ListeningSocket> inherited = sockets_of_systemd();
    if (inherited.empty() && options.expects_sockets)
        throw Error(ErrorCode::environment,
                    "Ustawienie listen mówi „systemd”, a systemd nie przekazał gniazd",
                    "Uruchom wespol-server.socket albo podaj adres: --listen 127.0.0.1:8080");
    if (!inherited.empty() && !options.is_told_where) options.http.listen.clear();
    return inherited;
}

int serve(ServerOptions options) {
    const sigset_t signals = block_signals();
    raise_limit_of_descriptors();
    give_memory_back();
    std::vector<ListeningSocket> inherited = take_sockets_of_systemd(options);
    const auto analyzer = Analyzer::open(options.resources / "polish.dict");
    const SnapshotFollower snapshots(options.index, analyzer);
    Metrics metrics(snapshots);
    Site site(snapshots, options.resources, options.keys, options.public_url, options.map,
              [&](const AnsweredRequest& answered) {
                  log_request(answered, options.slow_request);
                  metrics.count(answered, is_slow(answered, options.slow_request));
              });
    const auto metrics_server = server_of_metrics(options, metrics);
    options.http.refused = [&](int status) { metrics.count_refused(status); };
    HttpServer server(
        options.http, [&](const HttpRequest& request) { return site.answer(request); },
        Application::accepted, std::move(inherited));
    server.start();
    log(LogLevel::info, "listening",
        {{"address", joined(server.urls(), ", ")},
         {"generation", snapshots.current()->generation()},
         {"version", WESPOL_VERSION}});

    const bool was_asked = serve_until_signal(signals, server, site);
    if (!was_asked) throw Error(ErrorCode::environment, "Serwer przestał przyjmować połączenia");
    log(LogLevel::info, "stopping", {});
    if (metrics_server) metrics_server->stop(std::chrono::milliseconds(0));
    if (!server.stop(kDrainFor)) {
        // Destructors would wait for the slow clients that hold the workers.
        log(LogLevel::warning, "clients_cut_off", {});
        std::_Exit(EXIT_SUCCESS);
    }
    return EXIT_SUCCESS;
}

}  // namespace

int main(int argc, char** argv) {
    wespol::set_up_logging(wespol::Verbosity::requests);
    try {
        const auto told = wespol::parse_server_options(argc, argv, std::getenv);
        if (const auto* answer = std::get_if<wespol::ServerAnswer>(&told)) {
            std::cout << answer->text;
            return EXIT_SUCCESS;
        }
        const auto& options = std::get<wespol::ServerOptions>(told);
        return options.rotate_key ? rotate_key(options) : serve(options);
    } catch (const wespol::Error& failure) {
        std::cerr << failure.what() << '\n';
        if (!failure.hint().empty()) std::cerr << failure.hint() << '\n';
        return static_cast<int>(failure.code());
    } catch (const std::exception& failure) {
        std::cerr << failure.what() << '\n';
        return static_cast<int>(wespol::ErrorCode::environment);
    }
}
