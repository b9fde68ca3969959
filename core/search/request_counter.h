// SPDX-License-Identifier: GPL-3.0-or-later
// How many entities a request finds, exactly, without ordering or showing them. Remembers what
// each clause matched, so that requests much alike cost little more than one of them.
// All requests are for the day of `facets`. Use from one thread; throws Xapian::Error.
#pragma once

#include "core/index/columns.h"
#include "core/search/doc_matcher.h"
#include "core/search/facet_builder.h"
#include "core/search/query_parser.h"
#include "core/search/search_request.h"

#include <cstddef>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace wespol {

class RequestCounter {
  public:
    using Read = std::function<ParsedQuery(const SearchRequest&)>;

    /// `read` understands the text of a request as the search itself does.
    RequestCounter(const Columns& columns, const DocMatcher& matcher, const FacetBuilder& facets,
                   Read read);

    /// Entities for which every clause holds, whatever the filters and wherever they are.
    DocSet matching(const ParsedQuery& query);

    /// Of `documents` those whose industries are bought under one of the request's CPV codes.
    DocSet bought(DocSet documents, const SearchRequest& request) const;

    /// How many entities one clause lets through.
    std::size_t let_through(const QueryClause& clause);

    std::size_t total(const SearchRequest& request);

  private:
    const DocSet& matching(const QueryClause& clause);

    const Columns& columns_;
    const DocMatcher& matcher_;
    const FacetBuilder& facets_;
    Read read_;
    std::vector<std::pair<QueryClause, DocSet>> known_;
};

}  // namespace wespol
