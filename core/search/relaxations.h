// SPDX-License-Identifier: GPL-3.0-or-later
// When little is found: the same search without one of its conditions, with what it would find.
// The totals come out of the counting already done, exactly. Thread-safe: no state.
#pragma once

#include "core/search/facet_counter.h"
#include "core/search/search_request.h"
#include "core/search/search_response.h"

#include <string>
#include <string_view>
#include <vector>

namespace wespol {

struct CountedSearch {
    const SearchRequest& request;
    std::size_t total;
    const std::vector<FacetSelection>& selections;
    const FacetCounts& counts;
    const DocSet& matching_words;  ///< whatever the filters, wherever it is
    const DocSet& anywhere;        ///< of these, what facets are counted over, wherever it is
    DocId last_document;
    Language language;
};

/// Few enough to offer a wider search.
inline constexpr std::size_t kFewResults = 5;
inline constexpr std::size_t kMaxRelaxations = 5;

/// Those that find more than the search itself, the most frugal first. None when there is plenty.
std::vector<Relaxation> relaxations(const CountedSearch& search);

/// The label of another spelling, which is offered like a wider search.
std::string did_you_mean(std::string_view text, Language language);

}  // namespace wespol
