// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/request_head.h"

#include "tests/support/catch.hpp"

using namespace wespol;

namespace {

const std::string kHost = "Host: localhost\r\n";

std::string get(const std::string& headers) {
    return "GET /szukaj?q=a HTTP/1.1\r\n" + headers + "\r\n";
}

}  // namespace

TEST_CASE("the head of a request ends with an empty line") {
    CHECK(end_of_head("") == 0);
    CHECK(end_of_head("GET / HTTP/1.1\r\n\r") == 0);
    CHECK(end_of_head("GET / HTTP/1.1\n\n") == 0);
    CHECK(end_of_head("GET / HTTP/1.1\r\n\r\nrest") == 18);
    // Wherever the pieces were cut.
    const std::string whole = "GET / HTTP/1.1\r\nHost: a\r\n\r\nbody";
    for (std::size_t cut = 0; cut < 27; ++cut) {
        REQUIRE(end_of_head(whole.substr(0, cut)) == 0);
        CHECK(end_of_head(whole, cut) == 27);
    }
}

TEST_CASE("a head tells what is needed to take a request in") {
    const std::string asked = get(kHost);
    const auto plain = read_request_head(asked);
    REQUIRE(plain);
    CHECK(plain->method == "GET");
    CHECK(plain->target == "/szukaj?q=a");
    CHECK(plain->keeps_alive);
    CHECK_FALSE(plain->body_bytes);

    const std::string sent =
        "POST /certyfikaty HTTP/1.1\r\nhOsT: [::1]:80\r\ncontent-length:  12 \r\n"
        "Expect: 100-Continue\r\nConnection: Foo, Close\r\n\r\n";
    const auto post = read_request_head(sent);
    REQUIRE(post);
    CHECK(post->body_bytes == 12);
    CHECK(post->expects_continue);
    CHECK_FALSE(
        read_request_head("POST / HTTP/1.0\r\nContent-Length: 1\r\nExpect: 100-continue\r\n\r\n")
            ->expects_continue);
    CHECK_FALSE(post->keeps_alive);

    // An old client knows no Host and no connection that stays.
    const auto old = read_request_head("GET / HTTP/1.0\r\n\r\n");
    REQUIRE(old);
    CHECK_FALSE(old->keeps_alive);

    CHECK(read_request_head(get(kHost + "Transfer-Encoding: x\r\n"))->is_chunked);
    CHECK(read_request_head(get(kHost + "Content-Encoding: gzip\r\n"))->is_encoded);
    CHECK_FALSE(read_request_head(get(kHost + "Content-Encoding: identity\r\n"))->is_encoded);
    // Whichever of two a library looks at.
    const std::string packed = "Content-Encoding: gzip\r\n",
                      plain_too = "Content-Encoding: identity\r\n";
    CHECK(read_request_head(get(kHost + packed + plain_too))->is_encoded);
    CHECK(read_request_head(get(kHost + plain_too + packed))->is_encoded);
}

TEST_CASE("names of hosts as proxies and people write them") {
    const auto [host, is_right] = GENERATE(table<std::string, bool>({
        {"example.org", true},
        {"example.org:8080", true},
        {"127.0.0.1:80", true},
        {"[::1]", true},
        {"[2001:db8::1]:80", true},
        {"wespol_backend", true},
        {"", false},
        {"a b", false},
        {"a/b", false},
        {"u@a", false},
        {"a:", true},
        {"a:x", false},
        {"a:123456", false},
        {"[::1", false},
        {"[]", false},
        {"[::1]x", false},
        {":80", false},
        {"<script>", false},
        {"a,b", false},
        {"zażółć", false},
        {std::string(300, 'a'), false},
    }));
    INFO(host);
    CHECK(read_request_head(get("Host: " + host + "\r\n")).has_value() == is_right);
}

TEST_CASE("what two programs could read differently is refused") {
    const auto [head, status] = GENERATE(table<std::string, int>({
        {"GET\r\n\r\n", 400},
        {"GET /\r\n\r\n", 400},
        {"GET  / HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"GET / HTTP/1.1 \r\nHost: a\r\n\r\n", 505},
        {"GET / x HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {" GET / HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"G(T / HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"GET /\t HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"GET /#a HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"GET / HTTP/2.0\r\nHost: a\r\n\r\n", 505},
        {"GET / HTTP/1.10\r\nHost: a\r\n\r\n", 505},
        {"GET /" + std::string(8192, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n", 414},
        {get(""), 400},
        {get("Host: a\r\nHost: a\r\n"), 400},
        {get(kHost + "A : b\r\n"), 400},
        {get(kHost + " folded\r\n"), 400},
        {get(kHost + "A\r\n"), 400},
        {get(kHost + ": b\r\n"), 400},
        {get(kHost + "A: b\nContent-Length: 5\r\n"), 400},
        {get(kHost + "A: b\rContent-Length: 5\r\n"), 400},
        {get(kHost + std::string("A: b\0c\r\n", 8)), 400},
        {get(kHost + "A: \x7F\r\n"), 400},
        {get(kHost + "Content-Length: 5\r\nContent-Length: 5\r\n"), 400},
        {get(kHost + "Content-Length: 5, 5\r\n"), 400},
        {get(kHost + "Content-Length: +5\r\n"), 400},
        {get(kHost + "Content-Length: \r\n"), 400},
        {get(kHost + "Content-Length: 18446744073709551616\r\n"), 400},
        {get(kHost + "Expect: coffee\r\n"), 417},
        {get(kHost + "A: " + std::string(8192, 'a') + "\r\n"), 431},
    }));
    INFO(head.substr(0, 80));
    const auto read = read_request_head(head);
    REQUIRE_FALSE(read);
    CHECK(read.error().status == status);
    for (const Language language : kLanguages)
        CHECK(read.error().why.is_in(language));
}

TEST_CASE("a hundred headers are enough") {
    std::string headers = kHost;
    for (int i = 1; i < 100; ++i)
        headers += "A: b\r\n";
    CHECK(read_request_head(get(headers)));
    CHECK(read_request_head(get(headers + "A: b\r\n")).error().status == 431);
}

TEST_CASE("of a request that is not whole, what came is told") {
    CHECK(begun_head("HEAD /pod").method == "HEAD");
    CHECK(begun_head("HEAD /pod").target == "/pod");
    CHECK(begun_head("\x16\x03\x01").method.empty());
    CHECK(begun_head("GET").target.empty());
}

TEST_CASE("the library does not hear of what it must not act on") {
    const std::string head =
        get("hOST: a\r\nrange: bytes=0-\r\nX: Range: y\r\nREMOTE_ADDR: 1\r\n"
            "Expect: 100-continue\r\ncontent-encoding: gzip\r\n");
    CHECK(without_unheard_headers(head) == get("hOST: a\r\nX: Range: y\r\n"));
}
