// SPDX-License-Identifier: GPL-3.0-or-later
// One list of the inbox from its arrival to its reports: read together with the data folder,
// compared with what is published, told, and published when that was wanted and nothing speaks
// against it. The data folder changes only then. Not thread-safe.
#pragma once

#include "core/index/retention.h"
#include "indexer/watching/inbox.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace wespol {

/// What the watcher was told at its start.
struct WatchRules {
    std::filesystem::path data, index, dictionary;
    bool publishes_clean = false;
    Retention retention = {};
};

enum class ListOutcome {
    published,     ///< and moved into the data folder
    fit,           ///< a person may publish it
    unchanged,     ///< it says what is published already
    needs_person,  ///< a row was rejected, a pair is to be decided …
    rejected,      ///< it cannot be published
    failed         ///< disk, lock …: worth another try
};

struct ListVerdict {
    ListOutcome outcome = ListOutcome::failed;
    std::string line;  ///< for the log: one sentence in Polish
};

/// Writes the reports beside the list. Throws Error(environment) when even that is impossible.
ListVerdict check_list(const Inbox& inbox, const std::string& name, const FileStamp& seen,
                       const WatchRules& rules);

/// "published", "fit", …: stable, for programs.
std::string_view code(ListOutcome outcome);

}  // namespace wespol
