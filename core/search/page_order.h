// SPDX-License-Identifier: GPL-3.0-or-later
// One page of a set of documents, in the order asked for. Entities that no longer work come after
// all others. Ties fall by name: documents are numbered in alphabetical order.
// Use from one thread; throws Xapian::Error and OutOfTime.
#pragma once

#include "core/index/columns.h"
#include "core/search/deadline.h"
#include "core/search/query_tree.h"
#include "core/search/ranking.h"
#include "core/search/search_request.h"

#include <optional>
#include <vector>

#include <xapian.h>

namespace wespol {

/// The order that is followed: the one asked for, where the request allows it.
SortOrder order_in_force(const SearchRequest& request, const QueryTree& tree);

/// Kilometres from the place to the document's position; null when either is unknown.
std::optional<double> distance_to(const Columns& columns, DocId document,
                                  const std::optional<NearPlace>& near);

/// What distance does to the ranking of the request; refers to both. Null when no place is asked.
std::optional<Nearness> nearness(const Columns& columns, const SearchRequest& request);

/// Whether the document is known to lie in the circle.
bool is_within(const Columns& columns, DocId document, const NearPlace& near);

/// The index as one request reads it.
struct ReadIndex {
    const Xapian::Database& database;
    const Columns& columns;
    const Deadline& deadline;
};

/// All of them, as the pages would show them one after the other.
std::vector<ScoredDocument> all_of(const ReadIndex& index, const DocSet& documents, SortOrder order,
                                   const SearchRequest& request, const QueryTree& tree);

std::vector<ScoredDocument> page_of(const ReadIndex& index, const DocSet& documents,
                                    SortOrder order, const SearchRequest& request,
                                    const QueryTree& tree);

}  // namespace wespol
