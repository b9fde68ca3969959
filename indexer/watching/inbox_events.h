// SPDX-License-Identifier: GPL-3.0-or-later
// What happens to the watcher while it waits: files that were closed or moved in (inotify), the
// wish to end (SIGTERM, SIGINT), the end of a child. Blocks these signals from its construction to
// its destruction, in the thread that made it. Not thread-safe, one in a process.
#pragma once

#include <chrono>
#include <csignal>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace wespol {

class InboxEvents {
  public:
    /// Watches from now on. Throws Error(environment).
    explicit InboxEvents(const std::filesystem::path& inbox);
    ~InboxEvents();
    InboxEvents(const InboxEvents&) = delete;
    InboxEvents& operator=(const InboxEvents&) = delete;

    struct News {
        std::vector<std::string> names;  ///< of files that were written or moved in, and of links
        bool has_lost_some = false;      ///< more came than the system keeps: look at all
        bool is_child_over = false;
    };

    /// Returns as soon as something happened, or after `longest`. Throws Error(environment) when
    /// the inbox is gone.
    News wait(std::chrono::milliseconds longest);

    /// Someone wants the program to end; stays true.
    bool is_to_end() const { return is_to_end_; }

    /// For a child: signals as they were before.
    void let_go() const;

  private:
    void read_signals(News& news);
    void read_names(News& news);
    void add_arrival(News& news, std::uint32_t mask, std::string name) const;

    std::filesystem::path path_;
    sigset_t before_{};
    int signals_ = -1, changes_ = -1;
    bool is_to_end_ = false;
};

}  // namespace wespol
