// SPDX-License-Identifier: GPL-3.0-or-later
// The order of documents by what a query tree scores (ranking_parts.h) and, where a place is asked
// for, by distance. Which documents are in question is decided before (doc_matcher.h).
// Use from one thread; throws Xapian::Error and OutOfTime.
#pragma once

#include "core/index/doc_set.h"
#include "core/search/doc_set_source.h"
#include "core/search/query_tree.h"

#include <cstddef>
#include <optional>
#include <vector>

#include <xapian.h>

namespace wespol {

struct ScoredDocument {
    DocId document = 0;
    double score = 0;
};

/// Whether the tree has anything that scores: not when it is empty, excludes only, or is a number.
bool can_rank(const QueryTree& tree);

/// Documents of `among` by falling score, ties by number; from `first`, at most `limit`.
/// `nearness`: null where no place is asked for.
std::vector<ScoredDocument> rank(const Xapian::Database& database, const QueryTree& tree,
                                 const std::optional<Nearness>& nearness, const DocSet& among,
                                 std::size_t first, std::size_t limit, const Deadline& deadline);

}  // namespace wespol
