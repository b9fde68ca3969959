// SPDX-License-Identifier: GPL-3.0-or-later
// Why documents stand where they do: for each of a page, the parts of its score that are its own,
// greatest first. One small search for each part of the ranking, over those documents alone.
// Use from one thread; throws Xapian::Error.
#pragma once

#include "core/search/query_tree.h"
#include "core/search/ranking.h"
#include "core/search/score_part.h"

#include <optional>
#include <vector>

#include <xapian.h>

namespace wespol {

/// For each document, in their order, parts that sum to the score it was ranked by.
std::vector<std::vector<ScorePart>> explain(const Xapian::Database& database, const QueryTree& tree,
                                            const std::optional<Nearness>& nearness,
                                            const std::vector<ScoredDocument>& ranked);

}  // namespace wespol
