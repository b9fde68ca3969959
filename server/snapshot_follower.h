// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps the published generation open and changes to the next one when `current` is pointed at it.
// A generation is verified before it is served; one that is refused leaves the old one serving.
// current() is thread-safe: take it once per request, a request never sees two generations.
#pragma once

#include "core/analysis/analyzer.h"
#include "core/index/generation_store.h"
#include "core/index/index_snapshot.h"

#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <memory>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>

namespace wespol {

class SnapshotFollower {
  public:
    /// Opens what is published. Throws Error(environment) that says what to run when there is
    /// nothing, or when it cannot be served.
    SnapshotFollower(const std::filesystem::path& index_directory,
                     std::shared_ptr<const Analyzer> analyzer);
    ~SnapshotFollower();
    SnapshotFollower(const SnapshotFollower&) = delete;
    SnapshotFollower& operator=(const SnapshotFollower&) = delete;

    std::shared_ptr<const IndexSnapshot> current() const;

    const GenerationStore& store() const { return store_; }
    const std::shared_ptr<const Analyzer>& analyzer() const { return analyzer_; }

    /// Why what is published now is not served; "" when it is.
    std::string refusal() const;

  private:
    void follow(const std::stop_token& stop);
    void look();
    void refuse(const std::string& reason);  ///< logged once per reason

    GenerationStore store_;
    std::shared_ptr<const Analyzer> analyzer_;
    std::filesystem::path seen_;  ///< what `current` pointed to last, served or refused
    std::chrono::steady_clock::time_point try_again_;  ///< what was refused

    mutable std::mutex mutex_;  ///< guards these two for the time of a copy
    std::shared_ptr<const IndexSnapshot> snapshot_;
    std::string refusal_;

    std::condition_variable_any wake_;
    std::mutex wake_mutex_;
    std::jthread thread_;  ///< last: it uses all of the above
};

}  // namespace wespol
