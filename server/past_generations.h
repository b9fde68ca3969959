// SPDX-License-Identifier: GPL-3.0-or-later
// Generations that are no longer the current one, opened when a protocol of theirs is asked for and
// kept for the next request, the two asked for last. Each is verified like the current one and
// stays on the disk while it is open. Thread-safe; one is opened at a time.
#pragma once

#include "core/catalogue/calendar.h"
#include "core/index/generation_store.h"
#include "core/index/index_snapshot.h"

#include <list>
#include <memory>
#include <mutex>
#include <set>
#include <string>

namespace wespol {

class PastGenerations {
  public:
    PastGenerations(const GenerationStore& store, std::shared_ptr<const Analyzer> analyzer);

    /// Null when it is not retained, or cannot be opened by this program (which is logged).
    std::shared_ptr<const IndexSnapshot> find(const std::string& generation) const;

    /// Still on the disk; `generation` is a name of ours.
    bool is_there(const std::string& generation) const;

    /// A protocol was made of it today: its address opens as long as the policy of the indexer
    /// says. A failure is logged: the protocol itself is as good.
    void remember_protocol(const std::string& generation, Day today) const;

    /// SHA-256 of the manifest of a generation that is open. Throws Error(environment).
    std::string manifest_digest(const std::string& generation) const;

  private:
    /// Once a day is enough; what failed is tried again, and told once.
    struct Remembered {
        Day day{};
        std::set<std::string> generations, failed;
    };
    static constexpr std::size_t kKept = 2;

    const GenerationStore& store_;
    std::shared_ptr<const Analyzer> analyzer_;
    mutable std::mutex remembered_mutex_;
    mutable Remembered remembered_;
    mutable std::mutex mutex_;
    mutable std::list<std::shared_ptr<const IndexSnapshot>> opened_;  ///< asked for last in front
};

}  // namespace wespol
