// SPDX-License-Identifier: GPL-3.0-or-later
// Query tree → Xapian query that scores documents: BM25 with the field weights of the schema,
// distance where a place is asked for, an exact name above all. Which documents are in question is decided before (doc_matcher.h).
// Use from one thread; throws Xapian::Error.
#pragma once

#include "core/index/columns.h"
#include "core/index/doc_set.h"
#include "core/search/query_tree.h"
#include "core/search/search_request.h"

#include <cstddef>
#include <optional>
#include <vector>

#include <xapian.h>

namespace wespol {

struct ScoredDocument {
    DocId document = 0;
    double score = 0;
};

/// What distance does to the score: who is near comes first.
struct Nearness {
    const Columns& columns;
    const NearPlace& place;
};

/// Whether the tree has anything that scores: not when it is empty, excludes only, or is a number.
bool can_rank(const QueryTree& tree);

/// The query alone, for looking at: get_description() is its printable form.
Xapian::Query ranking_query(const QueryTree& tree);

/// Documents of `among` by falling score, ties by number; from `first`, at most `limit`.
/// `nearness`: null where no place is asked for.
std::vector<ScoredDocument> rank(const Xapian::Database& database, const QueryTree& tree,
                                 const std::optional<Nearness>& nearness, const DocSet& among,
                                 std::size_t first, std::size_t limit);

}  // namespace wespol
