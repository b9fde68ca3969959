// SPDX-License-Identifier: GPL-3.0-or-later
// The edge as the world meets it: connections that stay, other ways in, files for machines, what
// other sites may read. What attackers do is in tests/abuse.
#include "core/search/searcher.h"
#include "server/site.h"
#include "tests/support/catalogue_index.h"
#include "tests/support/catch.hpp"
#include "tests/support/program.h"
#include "tests/support/server_fixture.h"

#include <chrono>
#include <csignal>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <future>
#include <set>
#include <string>
#include <sys/socket.h>
#include <sys/un.h>
#include <vector>

using namespace wespol;
using namespace wespol::test;

namespace {

std::size_t answers_in(const std::string& bytes) {
    std::size_t count = 0;
    for (auto at = bytes.find("HTTP/1.1 "); at != bytes.npos; at = bytes.find("HTTP/1.1 ", at + 1))
        ++count;
    return count;
}

std::vector<std::string> locations(const std::string& xml) {
    std::vector<std::string> found;
    constexpr std::string_view kBegin = "<loc>", kEnd = "</loc>";
    for (auto at = xml.find(kBegin); at != xml.npos; at = xml.find(kBegin, at + 1)) {
        const auto from = at + kBegin.size();
        found.push_back(xml.substr(from, xml.find(kEnd, from) - from));
    }
    return found;
}

std::string path_in(const std::string& address) {
    REQUIRE(address.starts_with(kTestUrl));
    return address.substr(std::strlen(kTestUrl));
}

/// GET over a unix socket: the whole answer.
std::string get_over(const std::filesystem::path& path, const std::string& target) {
    const Descriptor socket(::socket(AF_UNIX, SOCK_STREAM, 0));
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    path.string().copy(address.sun_path, sizeof address.sun_path - 1);
    REQUIRE(::connect(socket.number(), reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
    const std::string request =
        "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    REQUIRE(::send(socket.number(), request.data(), request.size(), MSG_NOSIGNAL) ==
            static_cast<ssize_t>(request.size()));
    std::string answer;
    char buffer[4096];
    for (ssize_t n = 0; (n = ::recv(socket.number(), buffer, sizeof buffer, 0)) > 0;)
        answer.append(buffer, static_cast<std::size_t>(n));
    return answer;
}

std::string first_asset(const std::string& page, const std::string& ending) {
    const auto end = page.find(ending + "\"");
    REQUIRE(end != std::string::npos);
    const auto begin = page.rfind("/assets/", end);
    return page.substr(begin, end + ending.size() - begin);
}

}  // namespace

TEST_CASE("one connection serves many requests, sent one by one or all at once") {
    auto client = shared_server().client();
    for (int i = 0; i < 50; ++i) {
        const auto answer = client.Get("/health");
        REQUIRE(answer);
        REQUIRE(answer->status == 200);
        REQUIRE(answer->has_header("Keep-Alive"));
    }
    std::string many;
    for (int i = 0; i < 20; ++i)
        many += "GET /health HTTP/1.1\r\nHost: a\r\n\r\n";
    many += "GET /health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
    CHECK(answers_in(shared_server().send_raw(many)) == 21);
}

TEST_CASE("a body that was read whole ends nothing") {
    const std::string body = "111-111-11-11";
    const std::string post =
        "POST /api/v1/certificates/check HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\n"
        "Content-Length: " +
        std::to_string(body.size()) + "\r\n\r\n" + body;
    const std::string answer = shared_server().send_raw(
        post + post + "GET /health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    CHECK(answers_in(answer) == 3);
    CHECK(answer.find("\"generation\"") != std::string::npos);
}

TEST_CASE("clients that are slow hold no worker") {
    const RunningServer& server = shared_server();
    std::vector<std::future<std::string>> slow;
    for (int i = 0; i < 40; ++i)  // half a request, and no more of it for 5 s
        slow.push_back(std::async(
            std::launch::async, [&] { return server.send_raw("GET /szukaj?q=a HTTP/1.1\r\nHo"); }));
    const auto begin = std::chrono::steady_clock::now();
    for (int i = 0; i < 10; ++i)
        CHECK(server.get("/health").status == 200);
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(2));
    for (auto& each : slow)
        CHECK(each.get().find("HTTP/1.1 408") == 0);
}

TEST_CASE("a request that is wrong by its head is refused in words of its language") {
    const auto [line, status, words] = GENERATE(table<std::string, std::string, std::string>({
        {"GET /en/szukaj HTTP/1.1\r\nX: \x01\r\nHost: a", "400", "The server cannot handle"},
        {"GET /uk/szukaj HTTP/1.1", "400", "правильний заголовок Host"},
        {"GET /szukaj HTTP/1.1\r\nHost: a\r\nHost: b", "400", "jeden poprawny nagłówek Host"},
        {"GET /szukaj HTTP/3\r\nHost: a", "505", "Serwer rozumie"},
        {"POST /certyfikaty HTTP/1.1\r\nHost: a\r\nExpect: kawa\r\nContent-Length: 1", "417",
         "Serwer nie spełnia"},
    }));
    INFO(line);
    const std::string answer = shared_server().send_raw(line + "\r\n\r\n");
    CHECK(answer.find("HTTP/1.1 " + status) == 0);
    CHECK(answer.find(words) != std::string::npos);
    CHECK(answer.find("Content-Security-Policy: default-src 'none'") != std::string::npos);
    CHECK(answer.find("Connection: close") != std::string::npos);
}

TEST_CASE("other sites may read the API, and nothing else") {
    for (const char* path :
         {"/api/v1/entities?q=catering", "/api/v1/entities?strona=abc", "/api/v1/nie-ma",
          "/api/v1/entities.csv", "/api/v1/entities.atom", "/.well-known/wespol-keys.json"}) {
        INFO(path);
        const auto answer = shared_server().get(path);
        CHECK(answer.get_header_value("Access-Control-Allow-Origin") == "*");
        CHECK(answer.get_header_value_count("Access-Control-Allow-Origin") == 1);
        CHECK(answer.get_header_value("Cross-Origin-Resource-Policy") == "cross-origin");
    }
    // What is refused before it reaches a page or the API.
    for (const char* line :
         {"GET /api/v1/entities HTTP/1.1", "PUT /api/v1/entities HTTP/1.1\r\nHost: a"}) {
        const std::string refused = shared_server().send_raw(std::string(line) + "\r\n\r\n");
        CHECK(refused.find("Access-Control-Allow-Origin: *") != std::string::npos);
        CHECK(refused.find("Cross-Origin-Resource-Policy: cross-origin") != std::string::npos);
        CHECK(refused.find("Cross-Origin-Resource-Policy: same-origin") == std::string::npos);
    }
    const auto tag = shared_server().get("/api/v1/entities").get_header_value("ETag");
    CHECK(shared_server()
              .get("/api/v1/entities", {{"If-None-Match", tag}})
              .get_header_value("Access-Control-Allow-Origin") == "*");
    for (const char* path : {"/", "/szukaj", "/health-nie"}) {
        const auto answer = shared_server().get(path);
        CHECK_FALSE(answer.has_header("Access-Control-Allow-Origin"));
        CHECK(answer.get_header_value("Cross-Origin-Resource-Policy") == "same-origin");
    }
}

TEST_CASE("styles come as they were compressed when the site was built") {
    const std::string path = first_asset(shared_server().get("/").body, ".css");
    const auto plain = shared_server().get(path);
    CHECK_FALSE(plain.has_header("Content-Encoding"));
    CHECK(plain.get_header_value("Vary") == "Accept-Encoding");

    std::set<std::string> tags{plain.get_header_value("ETag")};
    for (const char* encoding : {"br", "gzip"}) {
        INFO(encoding);
        // The client would unpack what it was not asked to.
        const std::string raw = shared_server().send_raw(
            "GET " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\nAccept-Encoding: " +
            encoding + "\r\n\r\n");
        CHECK(raw.find(std::string("Content-Encoding: ") + encoding) != std::string::npos);
        CHECK(raw.size() < plain.body.size() / 2);
        const auto at = raw.find("ETag: ") + 6;
        const std::string tag = raw.substr(at, raw.find("\r\n", at) - at);
        CHECK(tags.insert(tag).second);
        const auto again =
            shared_server().get(path, {{"Accept-Encoding", encoding}, {"If-None-Match", tag}});
        CHECK(again.status == 304);
    }
    for (const char* form : {".br", ".gz"})
        CHECK(shared_server().get(path + form).status == 404);
}

TEST_CASE("search engines are told every page there is, in three languages") {
    const std::string robots = shared_server().get("/robots.txt").body;
    CHECK(robots.find(std::string("Sitemap: ") + kTestUrl + "/sitemap.xml") != std::string::npos);

    std::set<std::string> pages;
    for (const std::string& part : locations(shared_server().get("/sitemap.xml").body))
        for (const std::string& page : locations(shared_server().get(path_in(part)).body))
            CHECK(pages.insert(path_in(page)).second);
    for (const char* path : {"/", "/en/", "/uk/branze", "/podmiot/nip-1111111111",
                             "/en/podmiot/nip-1111111111", "/uk/podmiot/nip-1111111111"})
        CHECK(pages.contains(path));
    for (const std::string& page : pages) {
        INFO(page);
        CHECK(shared_server().get(page).status == 200);
    }
}

TEST_CASE("parts of the list of all entities make the whole, each once") {
    const Searcher searcher(embedded_snapshot(), std::chrono::year{2026} / 11 / 21, Language::pl);
    const std::vector<std::string> all = searcher.entity_ids(0, 1'000'000);
    REQUIRE(all.size() > 300);
    std::vector<std::string> joined;
    for (std::size_t first = 0; first < all.size(); first += 100)
        for (const std::string& id : searcher.entity_ids(first, 100))
            joined.push_back(id);
    CHECK(joined == all);
    CHECK(std::set<std::string>(all.begin(), all.end()).size() == all.size());
    CHECK(searcher.entity_ids(all.size(), 100).empty());
}

TEST_CASE("who runs the site is told to those who found a hole in it, once somebody runs it") {
    Catalogue catalogue = test_catalogue();
    catalogue.references.site_operator.email = "biuro@wymyslone.example";
    const TestIndex index;
    index.publish(catalogue);
    const RunningServer server(index);
    const auto answer = server.get("/.well-known/security.txt");
    REQUIRE(answer.status == 200);
    CHECK(answer.get_header_value("Content-Type") == "text/plain; charset=utf-8");
    CHECK(answer.body.find("Contact: mailto:biuro@wymyslone.example\n") == 0);
    CHECK(answer.body.find("Expires: 20") != std::string::npos);
    CHECK(answer.body.find(std::string("Canonical: ") + kTestUrl + "/.well-known/security.txt") !=
          std::string::npos);
}

TEST_CASE("templates and keys are read anew, and what is wrong leaves the old ones") {
    const TestIndex index;
    index.publish(test_catalogue());
    const TemporaryDirectory folder;
    const std::filesystem::path resources = folder.path() / "resources";
    std::filesystem::create_directories(resources);
    for (const char* name : {"templates", "locales", "assets"})
        std::filesystem::copy(std::filesystem::path(WESPOL_RESOURCE_DIR) / name, resources / name,
                              std::filesystem::copy_options::recursive);
    const SnapshotFollower snapshots(index.path(), test_analyzer());
    Site site(snapshots, resources, index.keys(), kTestUrl);
    HttpRequest request;
    request.method = "GET";
    request.path = "/en/slowa";
    const auto marked = [&](const char* mark) {
        return site.answer(request).body.find(mark) != std::string::npos;
    };
    const std::filesystem::path layout = resources / "templates/layout.mustache";
    std::ofstream(layout, std::ios::app) << "<!-- anew -->";
    CHECK_FALSE(marked("<!-- anew -->"));
    CHECK(site.reload());
    CHECK(marked("<!-- anew -->"));

    std::filesystem::remove_all(resources / "locales");
    CHECK_FALSE(site.reload());
    CHECK(marked("<!-- anew -->"));
}

TEST_CASE("a server listens on a unix socket, reloads on SIGHUP and ends in time on SIGTERM") {
    const TestIndex index;
    index.publish(test_catalogue());
    const TemporaryDirectory folder;
    const std::filesystem::path path = folder.path() / "http";
    RunningProgram server("wespol-server",
                          {"--index", index.path(), "--listen", "unix:" + path.string(), "--listen",
                           "127.0.0.1:0", "--keys", folder.path() / "keys"});
    REQUIRE(server.waits_for("unix:" + path.string()));
    CHECK(get_over(path, "/health").find("HTTP/1.1 200 OK") == 0);
    CHECK(get_over(path, "/szukaj?q=catering").find("</html>") != std::string::npos);

    server.send_signal(SIGHUP);
    REQUIRE(server.waits_for("event=reloaded"));
    CHECK(get_over(path, "/health").find("HTTP/1.1 200 OK") == 0);

    const auto begin = std::chrono::steady_clock::now();
    CHECK(server.end(SIGTERM).exit_code == 0);
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(2));
    CHECK_FALSE(std::filesystem::exists(path));
}
