// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/worker_lanes.h"

#include <algorithm>
#include <utility>

namespace wespol {

WorkerLanes::WorkerLanes(std::size_t threads, std::size_t most_waiting,
                         std::chrono::milliseconds patience)
    : most_waiting_(most_waiting),
      most_waiting_of_lane_(std::max<std::size_t>(most_waiting / 4, 1)),
      most_running_of_lane_(std::max<std::size_t>(threads / 4, 1)),
      patience_(patience) {
    for (std::size_t i = 0; i < std::max<std::size_t>(threads, 1); ++i)
        threads_.emplace_back([this] { work(); });
}

WorkerLanes::~WorkerLanes() {
    {
        const std::lock_guard lock(mutex_);
        is_ending_ = true;
    }
    has_work_.notify_all();
    for (std::thread& thread : threads_)
        thread.join();
}

bool WorkerLanes::enqueue(std::uint64_t lane, Work work) {
    {
        const std::lock_guard lock(mutex_);
        if (waiting_ >= most_waiting_ && lane != kFirstLane) return false;
        Queue& queue = lanes_[lane];
        if (queue.waiting.size() >= most_waiting_of_lane_) return false;
        ++waiting_;
        if (queue.waiting.empty()) wait_for_turn(lane);
        queue.waiting.push_back({std::move(work)});
    }
    has_work_.notify_one();
    return true;
}

void WorkerLanes::look_for_late() {
    const std::lock_guard lock(mutex_);
    if (waiting_ > 0) has_work_.notify_all();
}

bool WorkerLanes::is_late(const Waiting& waiting) const {
    return Clock::now() - waiting.since > patience_;
}

void WorkerLanes::wait_for_turn(std::uint64_t lane) {
    lane == kFirstLane ? turns_.push_front(lane) : turns_.push_back(lane);
}

/// The next lane that may have one more thread; false when there is none.
bool WorkerLanes::take_turn(std::uint64_t& lane) {
    const auto next = std::ranges::find_if(turns_, [this](std::uint64_t each) {
        const Queue& queue = lanes_.at(each);
        return queue.running < most_running_of_lane_ || is_late(queue.waiting.front());
    });
    if (next == turns_.end()) return false;
    lane = *next;
    turns_.erase(next);
    return true;
}

void WorkerLanes::work() {
    std::unique_lock lock(mutex_);
    while (true) {
        std::uint64_t lane = 0;
        bool has_turn = false;
        has_work_.wait(lock, [&] {
            has_turn = take_turn(lane);
            return has_turn || (is_ending_ && waiting_ == 0);
        });
        if (!has_turn) return;
        Queue& queue = lanes_.at(lane);
        Waiting next = std::move(queue.waiting.front());
        queue.waiting.pop_front();
        --waiting_;
        ++queue.running;
        if (!queue.waiting.empty()) wait_for_turn(lane);
        lock.unlock();
        next.work(is_late(next));
        next.work = nullptr;
        lock.lock();
        --queue.running;
        if (queue.running == 0 && queue.waiting.empty()) lanes_.erase(lane);
        // There is room for one more of this lane; whoever ends waits for nothing to be waiting.
        if (waiting_ > 0 || is_ending_) has_work_.notify_all();
    }
}

}  // namespace wespol
