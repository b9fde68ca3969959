// SPDX-License-Identifier: GPL-3.0-or-later
// What an operator sees of a server: requests counted by route, what is served, nothing of those
// who ask.
#include "server/metrics.h"
#include "tests/support/catch.hpp"
#include "tests/support/program.h"
#include "tests/support/server_fixture.h"

#include <csignal>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include <httplib.h>
#include <nlohmann/json.hpp>

using namespace wespol;
using namespace wespol::test;

namespace {

class Watched {
  public:
    HttpResponse get(const std::string& path, const Parameters& parameters = {}) const {
        return application_.answer({"GET", path, parameters, ""});
    }
    std::string figures() const { return metrics_.answer({"GET", "/metrics", {}, ""}).body; }
    bool tells(const std::string& line) const {
        const std::string text = figures();
        INFO(text);
        return text.find("\n" + line + "\n") != std::string::npos;
    }
    const TestIndex& index() const { return index_; }
    const Metrics& metrics() const { return metrics_; }
    const std::vector<std::string>& ids() const { return ids_; }

  private:
    TestIndex index_;
    Manifest published_ = index_.publish(test_catalogue());
    SnapshotFollower snapshots_{index_.path(), test_analyzer()};
    Metrics metrics_{snapshots_};
    std::vector<std::string> ids_;
    Application application_{snapshots_,
                             WESPOL_RESOURCE_DIR,
                             KeyRing::open(index_.keys()),
                             kTestUrl,
                             [] { return kTestNow; },
                             {},
                             [this](const AnsweredRequest& answered) {
                                 ids_.emplace_back(answered.id);
                                 metrics_.count(answered, answered.took.count() < 0);
                             }};
};

}  // namespace

TEST_CASE("requests are counted by the pattern of their address") {
    const Watched server;
    server.get("/szukaj", {{"q", "tajne pytanie"}});
    server.get("/en/szukaj");
    server.get("/podmiot/nikt-taki");
    server.get("/nie/ma/<script>");
    const auto counted = [&](const std::string& route, int status, int times) {
        return server.tells("wespol_http_requests_total{method=\"GET\",route=\"" + route +
                            "\",status=\"" + std::to_string(status) + "\"} " +
                            std::to_string(times));
    };
    CHECK(counted("/szukaj", 200, 2));
    CHECK(counted("/podmiot/*", 404, 1));
    CHECK(counted("(inny adres)", 404, 1));
    CHECK(server.tells(R"(wespol_http_request_seconds_count{route="/szukaj"} 2)"));
    CHECK(server.tells("wespol_slow_requests_total 0"));
    for (const char* secret : {"tajne", "nikt-taki", "<script>"})
        CHECK(server.figures().find(secret) == std::string::npos);
}

TEST_CASE("figures tell what is served and what it costs") {
    const Watched server;
    CHECK(server.tells(R"(wespol_documents{type="entity"} 6)"));
    CHECK(server.tells("wespol_publication_refused 0"));
    const std::string figures = server.figures();
    CHECK(figures.find("wespol_generation{generation=\"" +
                       server.index().store().current()->filename().string()) != std::string::npos);
    for (const char* name :
         {"process_resident_memory_bytes", "process_open_fds", "process_cpu_seconds_total",
          "wespol_generation_built_timestamp_seconds"})
        CHECK(figures.find(std::string("\n") + name + " ") != std::string::npos);
    CHECK(server.metrics().answer({"GET", "/", {}, ""}).status == 404);
}

TEST_CASE("every answer names its request, and no two alike") {
    const Watched server;
    const auto id_of = [](const HttpResponse& answer) {
        for (const auto& [name, value] : answer.headers)
            if (name == "X-Request-Id") return value;
        return std::string();
    };
    const std::string first = id_of(server.get("/health"));
    const std::string second = id_of(server.get("/nie/ma"));
    CHECK(first.size() == 16);
    CHECK(server.ids() == std::vector{first, second});
    CHECK(first != second);
}

TEST_CASE("requests refused at the door are counted, though no handler hears of them") {
    TestIndex index;
    index.publish(test_catalogue());
    const SnapshotFollower snapshots(index.path(), test_analyzer());
    Metrics metrics(snapshots);
    HttpServerOptions options;
    options.listen = {{"127.0.0.1", 0}};
    options.refused = [&](int status) { metrics.count_refused(status); };
    HttpServer server(options, [](const HttpRequest&) { return HttpResponse{200, "", "", {}}; });
    server.start();
    httplib::Client client("127.0.0.1", server.port());
    REQUIRE(client.Get("/"));
    REQUIRE(client.Delete("/"));
    REQUIRE(client.Get("/", {{"X-Long", std::string(GuardLimits{}.most_head_bytes, 'a')}}));
    const std::string figures = metrics.answer({"GET", "/metrics", {}, ""}).body;
    INFO(figures);
    for (const char* status : {"405", "431"})
        CHECK(figures.find("wespol_refused_requests_total{status=\"" + std::string(status) +
                           "\"} 1") != std::string::npos);
    CHECK(figures.find("wespol_refused_requests_total{status=\"200\"}") == std::string::npos);
}

TEST_CASE("a mark that cannot be made is told once, however often it is asked for") {
    const TestIndex index;
    index.publish(test_catalogue());
    std::ofstream(index.path() / "protocols") << "no folder";
    RunningProgram server("wespol-server", {"--index", index.path(), "--listen", "127.0.0.1:0",
                                            "--keys", index.keys()});
    REQUIRE(server.waits_for("http://127.0.0.1:"));
    const std::string out = server.out();
    const auto begin = out.find("http://127.0.0.1:") + std::string_view("http://127.0.0.1:").size();
    httplib::Client client("127.0.0.1", std::stoi(out.substr(begin)));
    for (int i = 0; i < 3; ++i) {
        const auto answer = client.Get("/protokol/nowy?q=catering");
        REQUIRE(answer);
        CHECK(answer->status == 303);
    }
    const std::string log = server.end(SIGTERM).out;
    const std::string event = "event=protocol_not_remembered";
    INFO(log);
    REQUIRE(log.find(event) != std::string::npos);
    CHECK(log.find(event) == log.rfind(event));
}

TEST_CASE("figures stay on their own address") {
    CHECK(shared_server().get("/metrics").status == 404);
}

TEST_CASE("health tells the age of what is served") {
    const auto health = nlohmann::json::parse(shared_server().get("/health").body);
    CHECK(health.at("live") == true);
    CHECK(health.at("ready") == true);
    CHECK(health.at("age_seconds").is_number_integer());
}
