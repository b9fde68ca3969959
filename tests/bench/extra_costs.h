// SPDX-License-Identifier: GPL-3.0-or-later
// What a search costs beyond itself: correcting a query that finds nothing, offering other searches
// where little is found. Measured by difference, or by making the part again outside the search.
#pragma once

#include "tests/bench/operations.h"
#include "tests/bench/query_log.h"
#include "tests/bench/stopwatch.h"

#include <optional>

namespace wespol::bench {

/// The search that corrects, less the search for the corrected text; null when nothing is
/// corrected.
std::optional<Duration> correction_cost(const Subject& subject, const LoggedQuery& query,
                                        int rounds);

struct RelaxationCost {
    Duration relaxations;
    double ratio_cpu = 0;  ///< to the rest of the same search
};
/// Null when enough is found, so that none are looked for.
std::optional<RelaxationCost> relaxation_cost(const Subject& subject, const LoggedQuery& query,
                                              int rounds);

}  // namespace wespol::bench
