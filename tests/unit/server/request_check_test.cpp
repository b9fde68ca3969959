// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/request_check.h"

#include "server/http/request_id.h"
#include "tests/support/catch.hpp"

#include <set>

using namespace wespol;

namespace {

Accepted acceptance(std::string_view path) {
    if (path == "/list") return {.most_body_bytes = kMaxUploadBytes};
    if (path == "/form") return {.most_body_bytes = 100};
    if (path == "/file") return {.cost = Cost::much};
    if (path == "/health") return {.cost = Cost::nothing};
    return {};
}

Judgement judged(const std::string& line, const std::string& headers = "") {
    return judge_request(line + " HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n", acceptance);
}

std::string long_target() {
    return "/szukaj?q=" + std::string(300, 'a');
}

bool contains(const std::string& text, std::string_view part) {
    return text.find(part) != text.npos;
}

}  // namespace

TEST_CASE("what takes long has a lane of its kind, every other address one of its own") {
    const std::uint64_t file = judged("GET /file").lane;
    const std::uint64_t list = judged("POST /list", "Content-Length: 5\r\n").lane;
    const std::uint64_t searches = judged("GET " + long_target()).lane;
    CHECK(std::set{file, list, searches, judged("GET /a").lane, judged("GET /b").lane}.size() == 5);
    CHECK(judged("GET /file?x=1").lane == file);
    CHECK(judged("HEAD /file").lane == file);
    CHECK(judged("GET " + long_target() + "b").lane == searches);
    CHECK(judged("GET /a").lane == judged("GET /a").lane);
    // Neither what is short to send nor what is short to ask shares a lane with the slow ones.
    CHECK(judged("POST /form", "Content-Length: 5\r\n").lane % 2 == 1);
    CHECK(judged("GET /list").lane % 2 == 1);
}

TEST_CASE("what costs nothing comes first, however long its address") {
    CHECK(judged("GET /health").lane == WorkerLanes::kFirstLane);
    CHECK(judged("HEAD /health?" + std::string(300, 'a')).lane == WorkerLanes::kFirstLane);
}

TEST_CASE("a head tells whether a body may come in") {
    const auto [line, headers, status] = GENERATE(table<std::string, std::string, std::string>({
        {"GET /a", "", ""},
        {"GET /a", "Content-Length: 0\r\n", ""},
        {"GET /a", "Content-Length: 1\r\n", "400 Bad Request"},
        {"HEAD /a", "Transfer-Encoding: chunked\r\n", "400 Bad Request"},
        {"POST /a", "Content-Length: 1\r\n", "405 Method Not Allowed"},
        {"DELETE /a", "", "405 Method Not Allowed"},
        {"POST /form", "Content-Length: 100\r\n", ""},
        {"POST /form", "Content-Length: 101\r\n", "413 Content Too Large"},
        {"POST /form", "", "411 Length Required"},
        {"POST /form", "Transfer-Encoding: chunked\r\n", "411 Length Required"},
        {"POST /form", "Content-Length: 5\r\nContent-Encoding: br\r\n",
         "415 Unsupported Media Type"},
        {"POST /form",
         "Content-Length: 5\r\nContent-Encoding: br\r\nContent-Encoding: identity\r\n",
         "415 Unsupported Media Type"},
        {"GET /file#1", "", "400 Bad Request"},
        {"GET /%ff", "", "400 Bad Request"},
    }));
    INFO(line << " " << headers);
    const std::string refusal = judged(line, headers).refusal;
    if (status.empty())
        CHECK(refusal.empty());
    else
        CHECK(refusal.starts_with("HTTP/1.1 " + status + "\r\n"));
}

TEST_CASE("a refusal names its request, and no two alike") {
    const std::string busy = refusal_text(503, "GET / HTTP/1.1\r\n");
    const std::string wrong = judged("DELETE /a").refusal;
    CHECK(request_id_in(busy).size() == 16);
    CHECK(request_id_in(wrong).size() == 16);
    CHECK(request_id_in(busy) != request_id_in(wrong));
    CHECK(request_id_in("HTTP/1.1 200 OK\r\n\r\n\r\nX-Request-Id: of no header\r\n").empty());
}

TEST_CASE("a refusal is a whole answer in the form and language of the address") {
    const std::string api = refusal_text(503, "GET /api/v1/entities HTTP/1.1\r\n");
    CHECK(contains(api, "\r\nRetry-After: 2\r\n"));
    CHECK(contains(api, "\r\nContent-Type: application/problem+json\r\n"));
    CHECK(contains(api, "\r\nAccess-Control-Allow-Origin: *\r\n"));
    CHECK(contains(api, "\r\nCross-Origin-Resource-Policy: cross-origin\r\n"));
    CHECK_FALSE(contains(api, "Cross-Origin-Resource-Policy: same-origin"));

    const std::string page = refusal_text(503, "GET /en/szukaj HTTP/1.1\r\n");
    CHECK(contains(page, "Too many people are asking at once."));
    CHECK(contains(page, "\r\nCross-Origin-Resource-Policy: same-origin\r\n"));
    CHECK_FALSE(contains(page, "Access-Control"));

    CHECK(refusal_text(503, "HEAD / HTTP/1.1\r\n").ends_with("\r\n\r\n"));
    for (const int status : {400, 408, 431, 503})  // what the guard refuses by itself
        CHECK_FALSE(contains(refusal_text(status, ""), "<p></p>"));
}
