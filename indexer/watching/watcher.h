// SPDX-License-Identifier: GPL-3.0-or-later
// Watches the inbox: waits until a list is whole, has it checked in a process of its own, so that
// whatever a file does costs that file only, and goes on. One list at a time. One line of log for
// each event. Not thread-safe, one in a process; the process must have no other threads.
#pragma once

#include "indexer/watching/inbox.h"
#include "indexer/watching/inbox_events.h"
#include "indexer/watching/list_check.h"

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <map>
#include <ostream>
#include <set>
#include <string>

namespace wespol {

class Watcher {
  public:
    /// Throws Error; see Inbox. `log` must outlive it.
    Watcher(const std::filesystem::path& inbox, WatchRules rules, std::ostream& log);

    /// Until someone wants it to end.
    void watch();

    struct Tally {
        std::size_t checked = 0;
        std::size_t rejected = 0;  ///< among them
        std::size_t failed = 0;    ///< for the time being: disk, lock …
    };

    /// What lies there now.
    Tally look_once();

  private:
    using Clock = std::chrono::steady_clock;

    struct Pending {
        FileStamp stamp;
        Clock::time_point first_seen, due;
    };

    void look_at_all();
    void notice(const std::string& name);
    void handle_due(bool gives_up_on_growing);
    void handle(const std::string& name, const FileStamp& stamp);
    ListOutcome check_in_a_process(const std::string& name, const FileStamp& stamp);
    std::string state_of(const std::string& name, const FileStamp& stamp) const;
    std::chrono::milliseconds time_to_next() const;
    void say(const std::string& name, const std::string& what);

    Inbox inbox_;
    InboxEvents events_;
    WatchRules rules_;
    std::ostream& log_;
    std::map<std::string, Pending> pending_;
    std::set<std::string> told_;  ///< of what is no list: once each
    Tally tally_;
};

}  // namespace wespol
