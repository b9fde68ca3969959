// SPDX-License-Identifier: GPL-3.0-or-later
// Threads that answer requests. Work stands in lanes, which are served in turn, and one lane never
// holds more than a quarter of the threads, nor of the places to wait: what takes long, or is asked
// by very many at once, does not hold up the rest. Very many different requests at once do: then
// places and patience end, but for the first lane. Knows nothing of HTTP. Thread-safe.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <unordered_map>
#include <vector>

namespace wespol {

class WorkerLanes {
  public:
    /// `is_late`: it waited longer than it may, and is run however many its lane has running; so it
    /// is short then. Does not throw.
    using Work = std::function<void(bool is_late)>;

    /// For what costs nothing: always next, and taken though the others' places are full. Its own
    /// bounds are those of any lane.
    static constexpr std::uint64_t kFirstLane = ~std::uint64_t{1};

    /// At least one thread; `most_waiting` in all lanes, a quarter of them in one, each for
    /// `patience`.
    WorkerLanes(std::size_t threads, std::size_t most_waiting, std::chrono::milliseconds patience);

    /// Finishes what waits.
    ~WorkerLanes();
    WorkerLanes(const WorkerLanes&) = delete;
    WorkerLanes& operator=(const WorkerLanes&) = delete;

    /// Any number names a lane. False when too much waits already, in all or in this one: nothing
    /// was taken then.
    bool enqueue(std::uint64_t lane, Work work);

    /// Idle threads look whether something became late; they do not look at the clock themselves.
    void look_for_late();

  private:
    using Clock = std::chrono::steady_clock;

    struct Waiting {
        Work work;
        Clock::time_point since = Clock::now();
    };
    struct Queue {
        std::deque<Waiting> waiting = {};
        std::size_t running = 0;
    };

    void work();
    void wait_for_turn(std::uint64_t lane);
    bool take_turn(std::uint64_t& lane);
    bool is_late(const Waiting& waiting) const;

    const std::size_t most_waiting_, most_waiting_of_lane_, most_running_of_lane_;
    const std::chrono::milliseconds patience_;
    std::mutex mutex_;  ///< guards what follows
    std::condition_variable has_work_;
    std::unordered_map<std::uint64_t, Queue> lanes_;  ///< those with work
    std::deque<std::uint64_t> turns_;                 ///< those that wait, each once
    std::size_t waiting_ = 0;
    bool is_ending_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace wespol
