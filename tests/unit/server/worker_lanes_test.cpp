// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/worker_lanes.h"

#include "tests/support/catch.hpp"

#include <atomic>
#include <chrono>
#include <future>

using namespace wespol;
using namespace std::chrono_literals;

TEST_CASE("a lane that is full of long work does not hold up another") {
    std::promise<void> opened;
    const std::shared_future<void> gate = opened.get_future().share();
    std::atomic<int> running = 0, finished = 0;
    std::promise<void> other;
    {
        WorkerLanes lanes(8, 400, 1h);
        for (int i = 0; i < 50; ++i)
            REQUIRE(lanes.enqueue(0, [&, gate](bool) {
                ++running;
                gate.wait();
                ++finished;
            }));
        REQUIRE(lanes.enqueue(1, [&](bool) { other.set_value(); }));
        CHECK(other.get_future().wait_for(5s) == std::future_status::ready);
        CHECK(running <= 2);  // a quarter of eight
        opened.set_value();
    }
    CHECK(finished == 50);  // what waits is finished before the end
}

TEST_CASE("lanes are served in turn, whatever waits in one of them") {
    std::promise<void> opened;
    const std::shared_future<void> gate = opened.get_future().share();
    std::vector<int> order;
    {
        WorkerLanes lanes(1, 100, 1h);
        lanes.enqueue(9, [gate](bool) { gate.wait(); });
        for (int i = 0; i < 3; ++i)
            lanes.enqueue(1, [&](bool) { order.push_back(1); });
        lanes.enqueue(2, [&](bool) { order.push_back(2); });
        opened.set_value();
    }
    CHECK(order == std::vector{1, 2, 1, 1});
}

TEST_CASE("a lane with no more room leaves the others theirs") {
    std::promise<void> opened;
    const std::shared_future<void> gate = opened.get_future().share();
    WorkerLanes lanes(1, 8, 1h);
    int taken = 0;
    for (int i = 0; i < 20; ++i)
        taken += lanes.enqueue(0, [gate](bool) { gate.wait(); });
    CHECK(taken <= 3);  // a quarter of eight, and one that runs
    std::promise<void> other;
    CHECK(lanes.enqueue(1, [&](bool) { other.set_value(); }));
    opened.set_value();
    CHECK(other.get_future().wait_for(5s) == std::future_status::ready);
}

TEST_CASE("what waited too long has its turn though its lane is held") {
    std::promise<void> opened;
    const std::shared_future<void> gate = opened.get_future().share();
    std::promise<bool> told;
    std::future<bool> late = told.get_future();
    WorkerLanes lanes(8, 100, 50ms);
    for (int i = 0; i < 2; ++i)
        lanes.enqueue(0, [gate](bool) { gate.wait(); });
    lanes.enqueue(0, [&](bool is_late) { told.set_value(is_late); });
    CHECK(late.wait_for(20ms) == std::future_status::timeout);
    for (int i = 0; i < 100 && late.wait_for(50ms) != std::future_status::ready; ++i)
        lanes.look_for_late();
    const bool had_turn = late.wait_for(0s) == std::future_status::ready;
    CHECK(had_turn);
    opened.set_value();
    CHECK(late.get());
}

TEST_CASE("what waits is bounded") {
    std::promise<void> opened, begun;
    const std::shared_future<void> gate = opened.get_future().share();
    WorkerLanes lanes(1, 2, 1h);
    REQUIRE(lanes.enqueue(1, [&, gate](bool) {
        begun.set_value();
        gate.wait();
    }));
    begun.get_future().wait();
    CHECK(lanes.enqueue(1, [](bool) {}));
    CHECK(lanes.enqueue(2, [](bool) {}));
    CHECK_FALSE(lanes.enqueue(3, [](bool) {}));
    opened.set_value();
}

TEST_CASE("the first lane is next, whatever else waits") {
    std::promise<void> opened;
    const std::shared_future<void> gate = opened.get_future().share();
    std::vector<std::uint64_t> order;
    {
        WorkerLanes lanes(1, 100, 1h);
        lanes.enqueue(0, [gate](bool) { gate.wait(); });
        for (std::uint64_t lane = 1; lane <= 3; ++lane)
            lanes.enqueue(lane, [&order, lane](bool) { order.push_back(lane); });
        for (int i = 0; i < 2; ++i)
            lanes.enqueue(WorkerLanes::kFirstLane,
                          [&](bool) { order.push_back(WorkerLanes::kFirstLane); });
        opened.set_value();
    }
    CHECK(order ==
          std::vector<std::uint64_t>{WorkerLanes::kFirstLane, WorkerLanes::kFirstLane, 1, 2, 3});
}

TEST_CASE("the first lane is taken though all places are, and has a bound of its own") {
    std::promise<void> opened, begun;
    const std::shared_future<void> gate = opened.get_future().share();
    WorkerLanes lanes(1, 8, 1h);
    lanes.enqueue(0, [&, gate](bool) {
        begun.set_value();
        gate.wait();
    });
    begun.get_future().wait();
    for (std::uint64_t lane = 1; lane <= 8; ++lane)
        REQUIRE(lanes.enqueue(lane, [](bool) {}));
    REQUIRE_FALSE(lanes.enqueue(9, [](bool) {}));
    int taken = 0;
    for (int i = 0; i < 20; ++i)
        taken += lanes.enqueue(WorkerLanes::kFirstLane, [](bool) {});
    CHECK(taken == 2);  // a quarter of eight
    opened.set_value();
}

TEST_CASE("very many who watch leave threads to the rest") {
    std::promise<void> opened;
    const std::shared_future<void> gate = opened.get_future().share();
    std::promise<void> other;
    WorkerLanes lanes(8, 400, 1h);
    for (int i = 0; i < 50; ++i)
        lanes.enqueue(WorkerLanes::kFirstLane, [gate](bool) { gate.wait(); });
    lanes.enqueue(1, [&](bool) { other.set_value(); });
    const bool had_turn = other.get_future().wait_for(5s) == std::future_status::ready;
    CHECK(had_turn);
    opened.set_value();
}
