// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/snapshot_follower.h"

#include "core/support/error.h"
#include "server/logging.h"

#include <chrono>
#include <exception>
#include <string>
#include <utility>

namespace wespol {
namespace {

/// The link is read again and again rather than watched: one system call that works on every file
/// system and mount, with no queue to overflow and no watch to renew when the folder is replaced.
constexpr std::chrono::milliseconds kLookEvery{250};
/// A refusal may have been the moment's (no memory, a copy still under way): it is tried again.
constexpr std::chrono::seconds kTryAgainAfter{10};

std::filesystem::path published(const GenerationStore& store) {
    if (auto directory = store.current()) return *std::move(directory);
    const std::string index = store.directory().string();
    throw Error(ErrorCode::environment, "W folderze " + index + " nie ma opublikowanego indeksu",
                "Uruchom: wespol-indexer build --data data --index " + index);
}

}  // namespace

SnapshotFollower::SnapshotFollower(const std::filesystem::path& index_directory,
                                   std::shared_ptr<const Analyzer> analyzer)
    : store_(index_directory),
      analyzer_(std::move(analyzer)),
      seen_(published(store_)),
      snapshot_(IndexSnapshot::open(seen_, analyzer_)),
      thread_([this](const std::stop_token& stop) { follow(stop); }) {}

SnapshotFollower::~SnapshotFollower() = default;

std::shared_ptr<const IndexSnapshot> SnapshotFollower::current() const {
    const std::lock_guard lock(mutex_);
    return snapshot_;
}

std::string SnapshotFollower::refusal() const {
    const std::lock_guard lock(mutex_);
    return refusal_;
}

void SnapshotFollower::follow(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        {
            std::unique_lock lock(wake_mutex_);
            wake_.wait_for(lock, stop, kLookEvery, [] { return false; });
        }
        if (!stop.stop_requested()) look();
    }
}

void SnapshotFollower::look() {
    try {
        const auto directory = store_.current();
        const bool is_due = !refusal().empty() && std::chrono::steady_clock::now() >= try_again_;
        if (!directory || (*directory == seen_ && !is_due)) return;
        seen_ = *directory;
        auto next = IndexSnapshot::open(*directory, analyzer_);
        log(LogLevel::info, "generation_taken", {{"generation", next->generation()}});
        const std::lock_guard lock(mutex_);
        refusal_.clear();
        snapshot_.swap(next);
    } catch (const Error& error) {
        refuse(std::string(error.what()) + (error.hint().empty() ? "" : ". " + error.hint()));
    } catch (const std::exception& failure) {
        refuse(failure.what());
    }
}

void SnapshotFollower::refuse(const std::string& reason) {
    try_again_ = std::chrono::steady_clock::now() + kTryAgainAfter;
    const std::lock_guard lock(mutex_);
    if (reason == refusal_) return;
    refusal_ = reason;
    log(LogLevel::error, "generation_refused",
        {{"generation", seen_.filename().string()},
         {"serving", snapshot_->generation()},
         {"reason", reason}});
}

}  // namespace wespol
