// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/snapshot_follower.h"

#include "core/support/error.h"

#include <chrono>
#include <exception>
#include <string>
#include <utility>

#include <spdlog/spdlog.h>

namespace wespol {
namespace {

/// The link is read again and again rather than watched: one system call that works on every file
/// system and mount, with no queue to overflow and no watch to renew when the folder is replaced.
constexpr std::chrono::milliseconds kLookEvery{250};

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
        if (!directory || *directory == seen_) return;
        seen_ = *directory;  // before opening: a refused one is not tried again and again
        auto next = IndexSnapshot::open(*directory, analyzer_);
        spdlog::info("Nowa generacja: {}", next->generation());
        complaint_.clear();
        const std::lock_guard lock(mutex_);
        snapshot_.swap(next);
    } catch (const Error& refusal) {
        complain(std::string(refusal.what()) +
                 (refusal.hint().empty() ? "" : ". " + refusal.hint()));
    } catch (const std::exception& failure) {
        complain(failure.what());
    }
}

void SnapshotFollower::complain(const std::string& reason) {
    if (reason == complaint_) return;
    complaint_ = reason;
    spdlog::error("Nie przyjęto generacji {}: {}. Dalej służy {}", seen_.filename().string(),
                  reason, snapshot_->generation());
}

}  // namespace wespol
