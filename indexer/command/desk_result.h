// SPDX-License-Identifier: GPL-3.0-or-later
// How build and diff end, for programs: the last line that --json prints. Not thread-safe.
#pragma once

#include "core/support/progress.h"
#include "indexer/command/options.h"

#include <functional>
#include <ostream>
#include <string>

namespace wespol {

struct DeskResult {
    std::string outcome;  ///< "published", "would_publish", "nothing_changed"
    int exit_code = 0;
    std::string generation;  ///< that is served then; "" = none
    std::string changes;     ///< changes_json(); "" = nothing was compared
};

/// Prints for people to the stream and fills in the result, also as far as it came before it
/// throws.
using DeskWork = std::function<void(std::ostream& out, const Progress& progress, DeskResult&)>;

/// Runs `work`; with --json `out` gets progress events and, last, one line {"event":"result",
/// "outcome", "exit_code", "generation", "error", "changes"} instead of the text, also when the
/// work throws Error, which goes on. Returns the exit code.
int run_desk(const Options& options, std::ostream& out, const Progress& progress,
             const DeskWork& work);

}  // namespace wespol
