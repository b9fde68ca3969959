// SPDX-License-Identifier: GPL-3.0-or-later
// When little is found: other searches that find more, each with its exact total. In this order:
// a wider place, another certificate, no filter, fewer words, a broader concept, no place, only
// the words, at last each word alone. Pages and API show them as links. Use from one thread; throws
// Xapian::Error.
#pragma once

#include "core/catalogue/catalogue.h"
#include "core/search/facet_counter.h"
#include "core/search/query_tree.h"
#include "core/search/request_counter.h"
#include "core/search/search_request.h"
#include "core/search/search_response.h"

#include <cstddef>
#include <vector>

namespace wespol {

/// A search that was made, with what is known of it already.
struct CountedSearch {
    const SearchRequest& request;
    const QueryTree& tree;
    std::size_t total;
    const std::vector<FacetSelection>& selections;
    const FacetCounts& counts;
    RequestCounter& counter;
    const References& references;
    Language language;
    /// Nearest concepts stood for those of the words: without a filter the words stand for
    /// themselves again, so that the counts say nothing of it.
    bool is_of_kin = false;
};

/// Few enough to offer another search.
inline constexpr std::size_t kFewResults = 5;
inline constexpr std::size_t kMaxRelaxations = 5;
/// Of longer queries no word is left out: each would have to be tried.
inline constexpr std::size_t kMaxClausesWeighed = 12;

/// Those that find more than the search itself, no two the same, all on the first page of results.
/// None when there is plenty; none of those that take too long to count.
std::vector<Relaxation> relaxations(const CountedSearch& search);

}  // namespace wespol
