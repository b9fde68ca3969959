// SPDX-License-Identifier: GPL-3.0-or-later
// The guard alone: requests come and answers leave, each in its time, until the end.
#include "server/http/connection_guard.h"

#include "tests/support/catch.hpp"
#include "tests/support/guard_clients.h"

#include <algorithm>
#include <chrono>
#include <string>
#include <thread>
#include <vector>

using namespace wespol;
using namespace wespol::test;
using namespace std::chrono_literals;

TEST_CASE("a request is answered once it is whole, however it was cut") {
    Echo echo;
    ConnectionGuard guard({}, echo, {});
    const std::string whole = request("/a", "Content-Length: 3\r\n") + "xyz";
    for (std::size_t cut = 1; cut < whole.size(); ++cut) {
        const Client client(guard);
        client.send(whole.substr(0, cut));
        std::this_thread::sleep_for(1ms);
        client.send(whole.substr(cut));
        REQUIRE(client.read(6) == "[/a 3]");
    }
}

TEST_CASE("a connection serves many requests, one after the other or sent at once") {
    Echo echo;
    ConnectionGuard guard({}, echo, {});
    const Client client(guard);
    for (int i = 0; i < 20; ++i) {
        client.send(request("/a"));
        REQUIRE(client.read(6) == "[/a 0]");
    }
    // An empty line between them does no harm, and who has no more to say is still answered.
    client.send(request("/b", "Content-Length: 4\r\n") + "GET \r\n" + request("/c") +
                request("/close") + request("/never"));
    client.end_writing();
    CHECK(client.read() == "[/b 4][/c 0][/close 0]");
}

TEST_CASE("clients that hold connections hold no worker") {
    Echo echo;
    GuardLimits limits;
    limits.threads = 1;
    ConnectionGuard guard({}, echo, limits);
    std::vector<Client> waiting;
    for (int i = 0; i < 100; ++i) {
        waiting.emplace_back(guard);
        if (i % 3 == 0) waiting.back().send("GET /slow");
        if (i % 3 == 1) waiting.back().send(request("/a"));  // answered, and stays
    }
    const Client client(guard);
    const auto begin = std::chrono::steady_clock::now();
    client.send(request("/a"));
    CHECK(client.read(6) == "[/a 0]");
    CHECK(std::chrono::steady_clock::now() - begin < 1s);
}

TEST_CASE("everything has its time") {
    Echo echo;
    ConnectionGuard guard({}, echo, impatient());
    const Client silent(guard), half(guard), trickling(guard), idle(guard);
    half.send("GET / HT");
    idle.send(request("/a"));
    const auto begin = std::chrono::steady_clock::now();
    for (int i = 0; i < 10; ++i) {  // each byte would renew a time limit that is not absolute
        trickling.send("a");
        std::this_thread::sleep_for(50ms);
    }
    CHECK(silent.read().empty());
    CHECK(half.read() == "<408/>");
    CHECK(trickling.read() == "<408>");
    CHECK(idle.read() == "[/a 0]");
    CHECK(std::chrono::steady_clock::now() - begin < 3s);
}

TEST_CASE("a large body has the time of uploads") {
    Echo echo;
    GuardLimits limits = impatient();
    limits.large_body_bytes = 10;
    ConnectionGuard guard({}, echo, limits);
    const Client small(guard), large(guard);
    small.send(request("/a", "Content-Length: 10\r\n"));
    large.send(request("/a", "Content-Length: 11\r\n"));
    std::this_thread::sleep_for(600ms);
    small.send("0123456789");
    large.send("01234567890");
    CHECK(small.read(7) == "<408/a>");
    CHECK(large.read(7) == "[/a 11]");
}

TEST_CASE("a client that asks whether to go on is told to") {
    Echo echo;
    ConnectionGuard guard({}, echo, {});
    const Client client(guard);
    client.send(request("/a", "Content-Length: 2\r\nExpect: 100-continue\r\n"));
    CHECK(client.read(25) == "HTTP/1.1 100 Continue\r\n\r\n");
    client.send("ab");
    CHECK(client.read(6) == "[/a 2]");
}

TEST_CASE("a client that does not take a long answer holds a worker for a while only") {
    Echo echo;
    GuardLimits limits = impatient();
    limits.threads = 1;
    ConnectionGuard guard({}, echo, limits);
    const Client deaf(guard);
    deaf.send(request("/long"));
    std::this_thread::sleep_for(800ms);
    const Client client(guard);
    client.send(request("/a"));
    CHECK(client.read(6) == "[/a 0]");
    ConnectionGuard patient({}, echo, {});
    const Client keen(patient);
    keen.send(request("/long"));
    CHECK(keen.read().size() == std::size_t{256} * (64U << 10));
}

TEST_CASE("a client that takes little at a time gets all of it") {
    Echo echo;
    GuardLimits limits;
    limits.answer.stall = 1500ms;
    ConnectionGuard guard({}, echo, limits);
    const Client client(guard);
    client.send(request("/mega"));
    std::size_t taken = 0;
    for (int i = 0; i < 60; ++i) {  // poll() would call it writable after two seconds
        taken += client.read(8'000).size();
        std::this_thread::sleep_for(50ms);
    }
    CHECK(client.read(kMega - taken).size() == kMega - taken);
}

TEST_CASE("the end answers what was sent before it and loses no answer") {
    Echo echo;
    ConnectionGuard guard({}, echo, impatient());
    const Client unread(guard), answered(guard), pondered(guard);
    unread.send(request("/a"));
    CHECK(unread.read(6) == "[/a 0]");
    answered.send(request("/slow"));
    std::this_thread::sleep_for(50ms);
    answered.send(request("/late"));
    pondered.send(request("/ponder"));
    std::this_thread::sleep_for(50ms);
    unread.send(request("/b"));
    CHECK(guard.stop(2s));
    CHECK(unread.read() == "[/b 0 last]");
    CHECK(answered.read() == "[/slow 0]");  // and no reset after it
}

TEST_CASE("at the end, what is being answered is finished and the rest is dropped") {
    Echo echo;
    ConnectionGuard guard({}, echo, impatient());
    const Client idle(guard), half(guard), asking(guard);
    half.send("GET / ");
    asking.send(request("/slow"));
    std::this_thread::sleep_for(100ms);
    const auto begin = std::chrono::steady_clock::now();
    CHECK(guard.stop(2s));
    CHECK(std::chrono::steady_clock::now() - begin < 1s);
    CHECK_FALSE(guard.is_running());
    CHECK(asking.read() == "[/slow 0]");
    CHECK(idle.read().empty());
    CHECK(half.read().empty());
}

TEST_CASE("the end does not wait for a client that takes nothing") {
    Echo echo;
    GuardLimits limits = impatient();
    limits.held.stall = limits.held.whole = 60s;
    ConnectionGuard guard({}, echo, limits);
    const Client deaf(guard);
    deaf.send(request("/long"));
    std::this_thread::sleep_for(100ms);
    const auto begin = std::chrono::steady_clock::now();
    CHECK_FALSE(guard.stop(2s));
    CHECK(std::chrono::steady_clock::now() - begin < 1s);
}
