// SPDX-License-Identifier: GPL-3.0-or-later
// The guard alone: who is turned away when there is too much of something, and who is not.
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

TEST_CASE("a head has its bounds, and who is refused gets to read it") {
    Echo echo;
    ConnectionGuard guard({}, echo, impatient());
    const Client endless(guard), broken(guard);
    endless.send("GET /" + std::string(512U << 10, 'a'));
    CHECK(endless.read().starts_with("<431/aaa"));
    broken.send("GET\r\n\r\n" + std::string(512U << 10, 'a'));
    CHECK(broken.read() == "refused");
}

TEST_CASE("empty lines before a request are few") {
    Echo echo;
    ConnectionGuard guard({}, echo, impatient());
    const Client two(guard), three(guard);
    two.send("\r\n\r\n" + request("/a"));
    CHECK(two.read(6) == "[/a 0]");
    three.send("\r\n\r\n\r\n" + request("/a"));
    CHECK(three.read() == "<400>");
}

TEST_CASE("what is held in memory has its bounds") {
    Echo echo;
    GuardLimits limits;
    limits.most_bytes = 256U << 10;
    ConnectionGuard guard({}, echo, limits);
    const std::string part =
        request("/a", "Content-Length: 1000000\r\n") + std::string(100'000, 'x');
    std::vector<Client> clients;
    for (int i = 0; i < 4; ++i) {
        clients.emplace_back(guard);
        clients.back().send(part);
    }
    std::this_thread::sleep_for(200ms);
    const Client client(guard);
    client.send(request("/a"));
    CHECK(client.read(6) == "[/a 0]");
    CHECK(std::ranges::count_if(
              clients, [](const Client& each) { return each.read(7, 1s) == "<503/a>"; }) >= 1);
}

TEST_CASE("who holds most makes room, not who comes next") {
    Echo echo;
    GuardLimits limits;
    limits.most_bytes = 3 * kMega;
    ConnectionGuard guard({}, echo, limits);
    const Client stopped(guard);
    stopped.send(request("/a", "Content-Length: 9000000\r\n") + std::string(14 * kMega / 5, 'x'));
    std::this_thread::sleep_for(300ms);
    const Client reader(guard);
    reader.send(request("/mega"));
    std::this_thread::sleep_for(300ms);  // most of the answer waits for its reader
    CHECK(reader.read(kMega) == std::string(kMega, 'x'));
    CHECK(stopped.read(7) == "<503/a>");
}

TEST_CASE("what came behind a last request is not held while its client takes its leave") {
    Echo echo;
    GuardLimits limits;
    limits.most_bytes = 16U << 10;
    ConnectionGuard guard({}, echo, limits);
    const Client leaving(guard);
    leaving.send(request("/close") + std::string(30U << 10, 'x'));
    CHECK(leaving.read(10) == "[/close 0]");
    std::this_thread::sleep_for(100ms);
    const Client next(guard);
    next.send(request("/b", "Content-Length: 8192\r\n") + std::string(6U << 10, 'x'));
    std::this_thread::sleep_for(100ms);
    next.send(std::string(2U << 10, 'x'));
    CHECK(next.read(9) == "[/b 8192]");
}

TEST_CASE("more connections than there may be are refused") {
    Echo echo;
    GuardLimits limits;
    limits.most_connections = 2;
    ConnectionGuard guard({}, echo, limits);
    const Client first(guard), second(guard);
    first.send("GET");
    second.send("GET");
    std::this_thread::sleep_for(200ms);
    const Client third(guard);
    CHECK(third.read(5) == "<503>");
    first.send(request("/a").substr(3));
    CHECK(first.read(6) == "[/a 0]");
}

TEST_CASE("who asks nothing makes room for one who may") {
    Echo echo;
    GuardLimits limits;
    limits.most_connections = 2;
    ConnectionGuard guard({}, echo, limits);
    const Client first(guard), second(guard);
    for (const Client* each : {&first, &second}) {
        each->send(request("/a"));
        CHECK(each->read(6) == "[/a 0]");
    }
    std::this_thread::sleep_for(50ms);
    const Client third(guard);
    third.send(request("/a"));
    CHECK(third.read(6) == "[/a 0]");
    CHECK(first.read(1, 1s).empty() != second.read(1, 1s).empty());  // one of them had to go
}

TEST_CASE("a flood of empty lines holds up nobody") {
    Echo echo;
    ConnectionGuard guard({}, echo, {});
    std::string lines;
    for (int i = 0; i < 256 << 10; ++i)
        lines += "\r\n";
    std::vector<Client> clients;
    for (int i = 0; i < 8; ++i)
        clients.emplace_back(guard);
    std::vector<std::thread> floods;
    for (const Client& each : clients)
        floods.emplace_back([&] { each.send(lines); });
    const Client client(guard);
    const auto begin = std::chrono::steady_clock::now();
    client.send(request("/a"));
    CHECK(client.read(6) == "[/a 0]");
    CHECK(std::chrono::steady_clock::now() - begin < 2s);
    for (std::thread& each : floods)
        each.join();
    for (const Client& each : clients)
        CHECK(each.read(5) == "<400>");
}

TEST_CASE("who waits too long for a worker is asked to come again") {
    Echo echo;
    GuardLimits limits;
    limits.threads = 1;
    limits.waiting = 100ms;
    limits.most_waiting = 2;
    ConnectionGuard guard({}, echo, limits);
    const Client busy(guard);
    busy.send(request("/slow"));
    std::this_thread::sleep_for(50ms);
    std::vector<Client> clients;
    for (int i = 0; i < 4; ++i) {
        clients.emplace_back(guard);
        clients.back().send(request("/a") + request("/b"));
    }
    for (const Client& each : clients)
        CHECK(each.read() == "<503/a>");  // told of what it asked first
    CHECK(busy.read(9) == "[/slow 0]");
}
