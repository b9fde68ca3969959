// SPDX-License-Identifier: GPL-3.0-or-later
// What every address answers: status, type, headers, tags.
#include "core/support/error.h"
#include "tests/support/catch.hpp"
#include "tests/support/server_fixture.h"

#include <nlohmann/json.hpp>

using namespace wespol;
using namespace wespol::test;
using Json = nlohmann::json;

namespace {

constexpr const char* kHtml = "text/html; charset=utf-8";
constexpr const char* kJson = "application/json";
constexpr const char* kProblem = "application/problem+json";

}  // namespace

TEST_CASE("every address answers with its status and type") {
    const auto [path, status, type] = GENERATE(table<std::string, int, std::string>({
        {"/", 200, kHtml},
        {"/szukaj", 200, kHtml},
        {"/slowa", 200, kHtml},
        {"/dane", 200, kHtml},
        {"/en/dane", 200, kHtml},
        {"/dane/", 404, kHtml},
        {"/dane/jakosc", 200, kHtml},
        {"/api", 200, kHtml},
        {"/uk/api", 200, kHtml},
        {"/api/", 404, kProblem},
        {"/o-serwisie", 200, kHtml},
        {"/prywatnosc", 200, kHtml},
        {"/deklaracja-dostepnosci", 200, kHtml},
        {"/kolejnosc", 200, kHtml},
        {"/uk/deklaracja-dostepnosci", 200, kHtml},
        {"/cpv", 200, kHtml},
        {"/cpv?q=obiady", 200, kHtml},
        {"/cpv/55520000", 200, kHtml},
        {"/cpv/55520000-9", 200, kHtml},
        {"/cpv/12345678", 200, kHtml},
        {"/cpv/", 404, kHtml},
        {"/cpv/catering", 404, kHtml},
        {"/cpv/55520000/dalej", 404, kHtml},
        {"/cpv/00000000", 404, kHtml},
        {"/api/v1/cpv", 200, kJson},
        {"/api/v1/cpv?q=obiady", 200, kJson},
        {"/api/v1/cpv/5552", 200, kJson},
        {"/api/v1/cpv/catering", 404, kProblem},
        {"/api/v1/cpv?na-dzien=2026-01-01", 400, kProblem},
        {"/api/v1/cpv/55520000?na-dzien=2026-02-30", 400, kProblem},
        {"/api/v1/quality", 200, kJson},
        {"/szukaj?q=catering", 200, kHtml},
        {"/szukaj?q=catering&widok=mapa", 200, kHtml},
        {"/szukaj?q=catering&widok=kula", 200, kHtml},
        {"/szukaj/kod-qr.svg?q=catering", 200, "image/svg+xml"},
        {"/uk/szukaj/kod-qr.svg?q=catering", 200, "image/svg+xml"},
        {"/mapa/granice.geojson", 404, kHtml},
        {"/api/v1/entities?widok=mapa", 400, kProblem},
        {"/szukaj?q=catering&powiat=3003&strona=2", 200, kHtml},
        {"/szukaj?q=catering&lang=en", 200, kHtml},
        {"/podmiot/nip-1111111111", 200, kHtml},
        {"/api/v1/entities", 200, kJson},
        {"/api/v1/entities?q=catering", 200, kJson},
        {"/api/v1/entities/nip-1111111111", 200, kJson},
        {"/api/v1/products?q=kozio%C5%82ek", 200, kJson},
        {"/api/v1/certificates?q=pierogi", 200, kJson},
        {"/api/v1/certificates?nip=111-111-11-11", 200, kJson},
        {"/certyfikaty", 200, kHtml},
        {"/certyfikaty?kogo=111-111-11-11", 200, kHtml},
        {"/certyfikaty?kogo=111-111-11-12&na-dzien=2026-02-30", 200, kHtml},
        {"/porownaj", 200, kHtml},
        {"/porownaj?id=nip-1111111111&id=nie-ma&na-dzien=2026-02-30", 200, kHtml},
        {"/api/v1/compare?id=nip-1111111111", 200, kJson},
        {"/api/v1/compare", 400, kProblem},
        {"/api/v1/entities?id=nip-1111111111", 400, kProblem},
        {"/api/v1/certificates/check", 405, kProblem},
        {"/health", 200, kJson},
        {"/robots.txt", 200, "text/plain; charset=utf-8"},
        {"/sitemap.xml", 200, "application/xml; charset=utf-8"},
        {"/sitemap/strony.xml", 200, "application/xml; charset=utf-8"},
        {"/sitemap/podmioty-1.xml", 200, "application/xml; charset=utf-8"},
        {"/sitemap/podmioty-2.xml", 404, kHtml},
        {"/sitemap/podmioty-0.xml", 404, kHtml},
        {"/sitemap/podmioty-01.xml", 404, kHtml},
        {"/sitemap/", 404, kHtml},
        {"/en/sitemap.xml", 404, kHtml},
        // Nobody said whom to write to.
        {"/.well-known/security.txt", 404, kHtml},
        {"/nie-ma", 404, kHtml},
        {"/podmiot/nie-ma", 404, kHtml},
        {"/podmiot/", 404, kHtml},
        {"/podmiot/nip-1111111111/dalej", 404, kHtml},
        {"/assets/nie-ma.css", 404, kHtml},
        {"/assets/..%2Fpolish.dict", 404, kHtml},
        {"/api/v1/entities/nie-ma", 404, kProblem},
        {"/api/v1/nie-ma", 404, kProblem},
        {"/api/v1/entities?strona=abc", 400, kProblem},
    }));
    INFO(path);
    const auto answer = shared_server().get(path);
    CHECK(answer.status == status);
    CHECK(answer.get_header_value("Content-Type") == type);
    CHECK(answer.get_header_value("X-Content-Type-Options") == "nosniff");
    CHECK(answer.get_header_value("Content-Security-Policy").find("default-src 'none'") == 0);
    CHECK(answer.get_header_value("Content-Security-Policy").find("unsafe") == std::string::npos);
    for (const char* header : {"Referrer-Policy", "Permissions-Policy",
                               "Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy"})
        CHECK(answer.get_header_value_count(header) == 1);
    CHECK(answer.get_header_value_count("Cache-Control") == 1);
    if (type == kProblem) {
        const Json problem = Json::parse(answer.body);
        CHECK(problem.at("status") == status);
        CHECK_FALSE(problem.at("title").get<std::string>().empty());
        CHECK_FALSE(problem.at("detail").get<std::string>().empty());
    }
}

TEST_CASE("the address of the map leads to the search it is a look of") {
    const auto lead = [](const std::string& path) {
        const auto answer = shared_server().get(path);
        CHECK(answer.status == 302);
        return answer.get_header_value("Location");
    };
    CHECK(lead("/mapa") == "/szukaj?widok=mapa");
    // The client of the test shows the address decoded.
    CHECK(lead("/en/mapa?q=a%2Cb&widok=lista&zle=x%0D%0A")
              .starts_with("/en/szukaj?widok=mapa&q=a,b&zle=x"));
}

TEST_CASE("pictures come from the operator's server of tiles on the map, and nowhere else") {
    TestIndex index;
    index.publish(test_catalogue());
    MapLayers layers;
    layers.borders = R"({"coordinates":[],"type":"MultiPolygon"})";
    layers.tiles = "https://tiles.example.org/{z}/{x}/{y}.png";
    layers.tile_origin = "https://tiles.example.org";
    layers.attribution = "© my";
    layers.digest = "1";
    const RunningServer server(
        index, [] { return kTestNow; }, layers);
    const auto policy = [&](const std::string& path, const httplib::Headers& headers = {}) {
        const auto answer = server.get(path, headers);
        CHECK(answer.get_header_value_count("Content-Security-Policy") == 1);
        return answer.get_header_value("Content-Security-Policy");
    };
    const std::string map = "/szukaj?q=catering&widok=mapa";
    CHECK(policy(map).find("img-src 'self' data: https://tiles.example.org;") != std::string::npos);
    const std::string tag = server.get(map).get_header_value("ETag");
    CHECK(server.get(map, {{"If-None-Match", tag}}).status == 304);
    CHECK(policy(map, {{"If-None-Match", tag}}).find("tiles.example.org") != std::string::npos);
    CHECK(policy("/szukaj?q=catering").find("tiles.example.org") == std::string::npos);
    CHECK(policy("/").find("tiles.example.org") == std::string::npos);
    CHECK(server.get(map).body.find("data-tiles=") != std::string::npos);
    CHECK(shared_server().get(map).body.find("data-tiles=") == std::string::npos);
    CHECK(server.get("/prywatnosc").body.find("https://tiles.example.org") != std::string::npos);
    CHECK(shared_server().get("/prywatnosc").body.find("tiles.") == std::string::npos);
    // Another operator's page is another answer.
    CHECK(shared_server().get(map).get_header_value("ETag") != tag);

    const auto borders = server.get("/mapa/granice.geojson");
    CHECK(borders.status == 200);
    CHECK(borders.get_header_value("Content-Type") == "application/geo+json");
    CHECK(borders.body == layers.borders);
}

TEST_CASE("HEAD answers as GET does, without the body") {
    const auto path =
        GENERATE(values<std::string>({"/", "/api/v1/entities?q=catering", "/nie-ma"}));
    const auto whole = shared_server().get(path);
    auto client = shared_server().client();
    const auto head = client.Head(path);
    REQUIRE(head);
    CHECK(head->status == whole.status);
    CHECK(head->body.empty());
    CHECK(head->get_header_value("Content-Length") == std::to_string(whole.body.size()));
    CHECK(head->get_header_value("ETag") == whole.get_header_value("ETag"));
}

TEST_CASE("an answer the client has is not sent again") {
    const auto path = GENERATE(values<std::string>({"/",
                                                    "/szukaj?q=catering",
                                                    "/szukaj?widok=mapa",
                                                    "/szukaj/kod-qr.svg?q=a",
                                                    "/slowa",
                                                    "/dane",
                                                    "/dane/jakosc",
                                                    "/api",
                                                    "/api/v1/quality",
                                                    "/cpv",
                                                    "/cpv/55520000",
                                                    "/api/v1/cpv",
                                                    "/api/v1/cpv/55520000",
                                                    "/podmiot/nip-1111111111",
                                                    "/api/v1/entities?q=catering&powiat=3003",
                                                    "/api/v1/entities/nip-1111111111",
                                                    "/api/v1/products?q=koziołek",
                                                    "/api/v1/certificates?nip=1111111111",
                                                    "/robots.txt",
                                                    "/sitemap.xml",
                                                    "/sitemap/strony.xml",
                                                    "/sitemap/podmioty-1.xml",
                                                    "/certyfikaty",
                                                    "/certyfikaty?kogo=1111111111",
                                                    "/porownaj",
                                                    "/protokol",
                                                    "/zamowienia",
                                                    "/branze",
                                                    "/owes",
                                                    "/o-serwisie",
                                                    "/prywatnosc",
                                                    "/deklaracja-dostepnosci",
                                                    "/kolejnosc",
                                                    "/api/v1/entities.csv",
                                                    "/api/v1/entities.jsonl",
                                                    "/api/v1/entities.geojson",
                                                    "/api/v1/certificates.csv",
                                                    "/api/v1/entities.atom",
                                                    "/api/v1/certificates.ics",
                                                    "/api/v1/compare?id=nip-1111111111",
                                                    "/api/v1/suggest?q=fund",
                                                    "/.well-known/wespol-keys.json"}));
    INFO(path);
    const auto first = shared_server().get(path);
    const std::string tag = first.get_header_value("ETag");
    REQUIRE(tag.size() > 10);
    CHECK(first.get_header_value("Cache-Control") == "no-cache");
    for (const std::string& header : {tag, "W/" + tag, "\"other\", " + tag}) {
        const auto again = shared_server().get(path, {{"If-None-Match", header}});
        CHECK(again.status == 304);
        CHECK(again.body.empty());
        CHECK(again.get_header_value("ETag") == tag);
        CHECK_FALSE(again.has_header("Content-Length"));
    }
    CHECK(shared_server().get(path, {{"If-None-Match", "\"other\""}}).status == 200);
}

TEST_CASE("a tag follows what was asked for, not how it was written") {
    const auto tag = [](const std::string& path) {
        return shared_server().get(path).get_header_value("ETag");
    };
    const std::string plain = tag("/api/v1/entities?q=catering&powiat=3003&powiat=3062");
    CHECK(tag("/api/v1/entities?powiat=3062&q=catering&powiat=3003") == plain);
    CHECK(tag("/api/v1/entities?q=catering&powiat=3003&powiat=3062&strona=1&nieznany=1") == plain);
    CHECK(tag("/api/v1/entities?q=catering&powiat=3003") != plain);
    CHECK(tag("/api/v1/entities?q=catering&powiat=3003&powiat=3062&lang=en") != plain);
    CHECK(tag("/api/v1/entities?q=catering&powiat=3003&powiat=3062&na-dzien=2020-01-01") != plain);
    CHECK(tag("/api/v1/certificates?nip=1111111111") != tag("/api/v1/certificates?nip=2222222222"));
    CHECK(tag("/szukaj?q=a&strona=x") != tag("/szukaj?q=a"));
}

TEST_CASE("assets may be kept for ever, and are asked for once") {
    const auto page = shared_server().get("/").body;
    const auto start = page.find("/assets/");
    REQUIRE(start != std::string::npos);
    const std::string path = page.substr(start, page.find('"', start) - start);
    const auto asset = shared_server().get(path);
    REQUIRE(asset.status == 200);
    CHECK(asset.get_header_value("Cache-Control") == "public, max-age=31536000, immutable");
    CHECK(shared_server().get(path, {{"If-None-Match", asset.get_header_value("ETag")}}).status ==
          304);
}

TEST_CASE("the favicon is a picture or nothing, never an error") {
    const auto icon = shared_server().get("/favicon.ico");
    CHECK((icon.status == 204 || icon.get_header_value("Content-Type").starts_with("image/")));
}

TEST_CASE("nothing is compressed and no range is cut by the library") {
    const auto whole = shared_server().get("/api/v1/entities");
    const auto asked = shared_server().get(
        "/api/v1/entities", {{"Accept-Encoding", "br, gzip"}, {"Range", "bytes=0-1,3-5"}});
    CHECK(asked.status == 200);
    CHECK_FALSE(asked.has_header("Content-Encoding"));
    CHECK(asked.body == whole.body);
}

TEST_CASE("a port in use is refused with a reason") {
    HttpServerOptions options;
    options.listen = {{"127.0.0.1", shared_server().port()}};
    try {
        HttpServer second(options, [](const HttpRequest&) { return HttpResponse{}; });
        FAIL("two servers on one port");
    } catch (const Error& refusal) {
        CHECK(refusal.code() == ErrorCode::environment);
        CHECK(std::string(refusal.what()).find("zajęty") != std::string::npos);
        CHECK_FALSE(refusal.hint().empty());
    }
}

TEST_CASE("what a handler throws stays inside") {
    HttpServerOptions options;
    options.listen = {{"127.0.0.1", 0}};
    HttpServer server(
        options, [](const HttpRequest&) -> HttpResponse { throw std::runtime_error("tajne"); });
    server.start();
    httplib::Client client("127.0.0.1", server.port());
    const auto answer = client.Get("/api/v1/entities");
    REQUIRE(answer);
    CHECK(answer->status == 500);
    CHECK(answer->get_header_value("Content-Type") == kProblem);
    CHECK(answer->body.find("tajne") == std::string::npos);
    for (const auto& [name, value] : answer->headers)
        CHECK(value.find("tajne") == std::string::npos);
}

TEST_CASE("stopping does not wait for idle clients for long") {
    HttpServerOptions options;
    options.listen = {{"127.0.0.1", 0}};
    HttpServer server(options, [](const HttpRequest&) {
        return HttpResponse{200, "text/plain", "a", {}};
    });
    server.start();
    httplib::Client client("127.0.0.1", server.port());
    client.set_keep_alive(true);
    REQUIRE(client.Get("/"));
    const auto start = std::chrono::steady_clock::now();
    CHECK(server.stop(std::chrono::seconds(2)));
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(2));
    CHECK_FALSE(server.is_running());
}
