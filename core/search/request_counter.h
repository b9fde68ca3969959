// SPDX-License-Identifier: GPL-3.0-or-later
// How many entities a request finds, exactly, without ordering or showing them.
// Their conditions are taken as they stand: what the words say of place, day or state has been
// read before, or is not to be read (`settled`). All requests are for the day of `facets`. Use from
// one thread; throws Xapian::Error.
#pragma once

#include "core/index/columns.h"
#include "core/search/doc_matcher.h"
#include "core/search/facet_builder.h"
#include "core/search/query_parser.h"
#include "core/search/search_request.h"

#include <cstddef>
#include <functional>
#include <optional>

namespace wespol {

class RequestCounter {
  public:
    struct ReadRequest {
        SearchRequest spelled_out;
        ParsedQuery parsed;
    };
    using Read = std::function<ReadRequest(const SearchRequest&)>;

    /// `read` understands a request as the search itself does.
    RequestCounter(const Columns& columns, const DocMatcher& matcher, const FacetBuilder& facets,
                   Read read);

    /// The request, with the reading of places, days and states switched off if its words would be
    /// read for more of them than it says already.
    SearchRequest settled(SearchRequest request) const;

    /// How many entities one clause lets through, of a phrase at most so many.
    std::size_t let_through(const QueryClause& clause) const;

    /// Of a settled request; null where counting it, after those before, would take too long.
    std::optional<std::size_t> total(const SearchRequest& request);

  private:
    const Columns& columns_;
    const DocMatcher& matcher_;
    const FacetBuilder& facets_;
    Read read_;
    std::size_t records_left_ = 10'000;  ///< that may be read for phrases: about 10 ms
};

}  // namespace wespol
