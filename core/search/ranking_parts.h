// SPDX-License-Identifier: GPL-3.0-or-later
// What a query tree scores, as addends: BM25 of each word in each field by the weights of the
// schema, concepts, words standing side by side, an exact name above all. The ranking is their sum
// and the explanation of a hit lists them, so that the two cannot disagree.
// Use from one thread; throws Xapian::Error.
#pragma once

#include "core/search/query_tree.h"
#include "core/search/score_part.h"

#include <vector>

#include <xapian.h>

namespace wespol {

struct RankingPart {
    ScorePart part;  ///< without its score
    Xapian::Query query;
};

std::vector<RankingPart> ranking_parts(const Xapian::Database& database, const QueryTree& tree);

/// The same score for every document of the filter.
Xapian::Query fixed_score(const Xapian::Query& filter, double weight);

}  // namespace wespol
