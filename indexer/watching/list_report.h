// SPDX-License-Identifier: GPL-3.0-or-later
// The reports that are put beside a list: NAME.report.txt (short), .html (all, for people) and
// .json (all, for programs; shape in docs/report.md). Thread-safe: no state.
#pragma once

#include "indexer/publishing/preparation.h"
#include "indexer/watching/inbox.h"
#include "indexer/watching/list_check.h"

#include <string>
#include <vector>

namespace wespol {

struct ListReport {
    std::string name;
    std::string digest;  ///< SHA-256 of the list; "" when it was not read
    ListOutcome outcome = ListOutcome::failed;
    std::string verdict;                  ///< a sentence or two
    std::vector<std::string> next_steps;  ///< what a person does now
    std::string generation;               ///< that is served afterwards; "" = none
};

/// `prepared` may be null: the list was never read; then there is no page.
/// Throws Error(environment) when a report cannot be written.
void put_reports(const Inbox& inbox, const ListReport& report, const Preparation* prepared);

}  // namespace wespol
