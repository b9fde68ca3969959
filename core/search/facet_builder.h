// SPDX-License-Identifier: GPL-3.0-or-later
// The facets of a snapshot for one request and day: makes the selections that are counted
// (facet_counter.h) and turns the counts into labelled, ordered facets. Use from one thread.
#pragma once

#include "core/index/index_snapshot.h"
#include "core/search/facet_counter.h"
#include "core/search/search_request.h"
#include "core/search/search_response.h"

#include <map>
#include <memory>
#include <vector>

namespace wespol {

class FacetBuilder {
  public:
    FacetBuilder(const IndexSnapshot& snapshot, Day day);

    /// One selection for every facet of the schema, in its order. They point into this builder.
    std::vector<FacetSelection> selections(const SearchRequest& request) const;

    std::vector<Facet> facets(const std::vector<FacetSelection>& selections,
                              const FacetCounts& counts, const SearchRequest& request,
                              Language language) const;

    const FacetColumn& column(FieldId field) const;

  private:
    const IndexSnapshot& snapshot_;
    std::map<FieldId, std::shared_ptr<const FacetColumn>> computed_;  ///< of this day
};

}  // namespace wespol
