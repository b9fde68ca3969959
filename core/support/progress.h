// SPDX-License-Identifier: GPL-3.0-or-later
// How far long work has come, for whoever wants to know: a stage counts, the listener is told a few
// times a second. Says nothing by itself and costs a counter when nobody listens.
// ProgressStage::advance is thread-safe; the listener is called by one thread at a time.
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <functional>
#include <mutex>
#include <string>

namespace wespol {

enum class Phase { reading, linking, comparing, indexing, sealing };

struct ProgressStep {
    Phase phase = Phase::reading;
    std::string subject;    ///< the file that is read; may be empty
    std::size_t done = 0;   ///< rows, records or documents
    std::size_t total = 0;  ///< 0 = not known
    std::chrono::milliseconds since_start{0};
    bool is_over = false;  ///< the last step of the stage
};

/// Empty: nobody listens.
using Progress = std::function<void(const ProgressStep&)>;

/// One phase of the work, from its construction to its end.
class ProgressStage {
  public:
    ProgressStage(const Progress& progress, Phase phase, std::size_t total = 0,
                  std::string subject = {});
    ~ProgressStage();
    ProgressStage(const ProgressStage&) = delete;
    ProgressStage& operator=(const ProgressStage&) = delete;

    void advance() {
        const std::size_t done = done_.fetch_add(1, std::memory_order_relaxed) + 1;
        if (progress_ && done % kLookAtClockEvery == 0) tell_when_due();
    }

  private:
    using Clock = std::chrono::steady_clock;
    static constexpr std::size_t kLookAtClockEvery = 16;
    static constexpr std::chrono::milliseconds kInterval{100};

    void tell_when_due();
    void tell(bool is_over);

    const Progress& progress_;
    Phase phase_;
    std::string subject_;
    std::size_t total_;
    std::atomic<std::size_t> done_{0};
    Clock::time_point start_ = Clock::now();
    std::mutex telling_;
    Clock::time_point told_;  ///< guarded by telling_
};

}  // namespace wespol
