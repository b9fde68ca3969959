// SPDX-License-Identifier: GPL-3.0-or-later
// Comparisons and outcomes as JSON text: one writing for the command, the report and programs.
// Thread-safe: no state.
#pragma once

#include "indexer/linking/link_outcome.h"

#include <string>
#include <vector>

namespace wespol {

/// {"band", "score", "evidence": [{"what", "says", "a", "b", "weight"}]}; weights in bits.
std::string comparison_json(const Comparison& comparison);

/// {"record", "name", "town", "file", "row", "band", "candidates": [{"id", "name", "band", "score",
/// "evidence", "decision_line"}]}, on one line: there may be a hundred thousand of them.
std::string outcome_json(const LinkOutcome& outcome);

/// A list of them, one a line.
std::string outcomes_json(const std::vector<LinkOutcome>& outcomes);

}  // namespace wespol
