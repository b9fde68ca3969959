// SPDX-License-Identifier: GPL-3.0-or-later
// wespol-server: opens the published index, serves it until SIGTERM or SIGINT.
// Exit codes: 0 stopped as asked, 1 usage, 2 environment.
#include "core/analysis/analyzer.h"
#include "core/support/error.h"
#include "server/application.h"
#include "server/logging.h"
#include "server/options.h"
#include "server/snapshot_follower.h"

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <exception>
#include <iostream>
#include <memory>
#include <pthread.h>
#include <string>

#include <spdlog/spdlog.h>

namespace {

using namespace wespol;

constexpr std::chrono::milliseconds kDrainFor{1500};

/// Blocked before any thread starts, so that every thread inherits it and only wait_for_stop
/// takes them.
sigset_t block_stop_signals() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    return signals;
}

/// True when a signal came, false when the server gave up by itself.
bool wait_for_stop(const sigset_t& signals, const HttpServer& server) {
    constexpr timespec kLookEvery{.tv_sec = 0, .tv_nsec = 500'000'000};
    while (server.is_running())
        if (sigtimedwait(&signals, nullptr, &kLookEvery) > 0) return true;
    return false;
}

std::string url_of(const HttpServerOptions& options, int port) {
    const bool is_ipv6 = options.host.find(':') != std::string::npos;
    const std::string host = is_ipv6 ? "[" + options.host + "]" : options.host;
    return "http://" + host + ":" + std::to_string(port);
}

int rotate_key(const ServerOptions& options) {
    const std::string id = KeyRing::rotate(options.keys);
    std::cout << "Nowy klucz protokołów: " << id
              << "\nSerwer użyje go po ponownym uruchomieniu. Stare klucze zostały.\n";
    return EXIT_SUCCESS;
}

int serve(const ServerOptions& options) {
    const sigset_t signals = block_stop_signals();
    const auto analyzer = Analyzer::open(options.resources / "polish.dict");
    const SnapshotFollower snapshots(options.index, analyzer);
    const Application application(snapshots, options.resources, KeyRing::open(options.keys),
                                  options.public_url, Application::now, options.map);
    HttpServer server(
        options.http, [&](const HttpRequest& request) { return application.answer(request); },
        Application::accepted);
    server.start();
    spdlog::info("Wespół słucha na {} (generacja {})", url_of(options.http, server.port()),
                 snapshots.current()->generation());

    const bool was_asked = wait_for_stop(signals, server);
    if (!was_asked) throw Error(ErrorCode::environment, "Serwer przestał przyjmować połączenia");
    spdlog::info("Wespół kończy pracę");
    if (!server.stop(kDrainFor)) {
        // Destructors would wait for the slow clients that hold the workers.
        spdlog::warn("Niektórzy klienci nie zdążyli odebrać odpowiedzi");
        spdlog::default_logger()->flush();
        std::_Exit(EXIT_SUCCESS);
    }
    return EXIT_SUCCESS;
}

}  // namespace

int main(int argc, char** argv) {
    wespol::set_up_logging(wespol::Verbosity::requests);
    try {
        const auto options = wespol::parse_server_options(argc, argv);
        if (!options) return EXIT_SUCCESS;
        return options->rotate_key ? rotate_key(*options) : serve(*options);
    } catch (const wespol::Error& failure) {
        std::cerr << failure.what() << '\n';
        if (!failure.hint().empty()) std::cerr << failure.hint() << '\n';
        return static_cast<int>(failure.code());
    } catch (const std::exception& failure) {
        std::cerr << failure.what() << '\n';
        return static_cast<int>(wespol::ErrorCode::environment);
    }
}
