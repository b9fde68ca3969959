// SPDX-License-Identifier: GPL-3.0-or-later
// What is refused at the door: methods, bodies, broken and hostile requests, with what status and
// words, and that nothing hides in what is left unread.
#include "tests/support/catch.hpp"
#include "tests/support/server_fixture.h"

#include <string>

using namespace wespol;
using namespace wespol::test;

namespace {

std::string status_line(const std::string& answer) {
    return answer.substr(0, answer.find("\r\n"));
}

}  // namespace

TEST_CASE("addresses tell their methods") {
    const auto [method, path, allowed] = GENERATE(table<std::string, std::string, std::string>({
        {"GET", "/api/v1/certificates/check", "POST"},
        {"PUT", "/api/v1/certificates/check", "POST"},
        {"PUT", "/certyfikaty", "GET, HEAD, POST"},
        {"POST", "/szukaj", "GET, HEAD"},
        {"POST", "/nie-ma", "GET, HEAD"},
    }));
    INFO(method << " " << path);
    const std::string answer = shared_server().send_raw(
        method + " " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    CHECK(status_line(answer).find("405") != std::string::npos);
    CHECK(answer.find("Allow: " + allowed + "\r\n") != std::string::npos);
}

TEST_CASE("a body is refused by its head alone where it must not be read") {
    const auto [headers, status] = GENERATE(table<std::string, std::string>({
        {"", "411"},
        {"Transfer-Encoding: chunked\r\n", "411"},
        {"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", "411"},
        {"Content-Length: -1\r\n", "400"},
        {"Content-Length: 5x\r\n", "400"},
        {"Content-Length: 5\r\nContent-Length: 6\r\n", "400"},
        {"Content-Length: 5\r\nContent-Encoding: gzip\r\n", "415"},
        {"Content-Length: 99999999999999999999\r\n", "400"},
        {"Content-Length: 1000000000000\r\n", "413"},
    }));
    INFO(headers);
    const std::string answer =
        shared_server().send_raw("POST /api/v1/certificates/check HTTP/1.1\r\nHost: a\r\n" +
                                     headers + "Content-Type: text/plain\r\n\r\n",
                                 "GET /health HTTP/1.1\r\nHost: a\r\n\r\n");
    CHECK(status_line(answer).find(status) != std::string::npos);
    // What follows is no second request.
    CHECK(answer.find("\"generation\"") == std::string::npos);
    CHECK(shared_server().get("/health").status == 200);
}

TEST_CASE("only reading is allowed, and a refused body ends the connection") {
    const auto [method, status] = GENERATE(table<std::string, std::string>({
        {"POST", "405"},
        {"PUT", "405"},
        {"DELETE", "405"},
        {"OPTIONS", "405"},
        {"GET", "400"},
        {"HEAD", "400"},
    }));
    INFO(method);
    // Were the body left unread, "GET /health" in it would be answered as a second request.
    const std::string body = "GET /health HTTP/1.1\r\nHost: a\r\n\r\n";
    const std::string answer = shared_server().send_raw(
        method + " /api/v1/entities HTTP/1.1\r\nHost: a\r\nContent-Length: " +
            std::to_string(body.size()) + "\r\n\r\n",
        body);
    CHECK(status_line(answer).find(status) != std::string::npos);
    CHECK(answer.find("application/problem+json") != std::string::npos);
    CHECK(answer.find("\"generation\"") == std::string::npos);
    CHECK((answer.find("Allow: GET, HEAD") != std::string::npos) == (status == "405"));
}

TEST_CASE("hostile requests are refused in plain words, and the server goes on") {
    const auto [line, status] = GENERATE(table<std::string, std::string>({
        {"GET /%00 HTTP/1.1\r\nHost: a\r\n", "400"},
        {"GET /szukaj?q=%ff HTTP/1.1\r\nHost: a\r\n", "400"},
        {"GET /api/v1/entities?q=%u0041 HTTP/1.1\r\nHost: a\r\n", "400"},
        {"GET /assets/app.js%00.html HTTP/1.1\r\nHost: a\r\n", "400"},
        {"GET /" + std::string(9000, 'a') + " HTTP/1.1\r\nHost: a\r\n", "414"},
        {"GET\r\n", "400"},
        {"NIC / HTTP/1.1\r\nHost: a\r\n", "405"},
        {"GET / HTTP/1.1\r\nHost: a\r\nX: " + std::string(9000, 'a') + "\r\n", "431"},
        {"GET /szukaj HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n", "400"},
    }));
    INFO(line.substr(0, 60));
    const std::string answer = shared_server().send_raw(line + "Connection: close\r\n\r\n");
    CHECK(status_line(answer).find(status) != std::string::npos);
    CHECK(answer.find("X-Content-Type-Options: nosniff") != std::string::npos);
    CHECK(answer.find("EXCEPTION") == std::string::npos);
    CHECK(shared_server().get("/health").status == 200);
}

TEST_CASE("an address that is too long is refused with what to do") {
    for (const std::string path : {"/szukaj?q=", "/api/v1/entities?q="}) {
        INFO(path);
        const std::string answer =
            shared_server().send_raw("GET " + path + std::string(9000, 'a') +
                                     " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        CHECK(status_line(answer).find("414") != std::string::npos);
        CHECK(answer.find("najwyżej 8 tysięcy znaków") != std::string::npos);
    }
}
