// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/request_counter.h"

#include "core/search/page_order.h"

#include <algorithm>

namespace wespol {

RequestCounter::RequestCounter(const Columns& columns, const DocMatcher& matcher,
                               const FacetBuilder& facets, Read read)
    : columns_(columns), matcher_(matcher), facets_(facets), read_(std::move(read)) {}

SearchRequest RequestCounter::settled(SearchRequest request) const {
    if (canonical_query(read_(request).spelled_out) != canonical_query(request))
        for (const ReadingPart part : {ReadingPart::place, ReadingPart::day, ReadingPart::state})
            request.literal.add(part);
    return request;
}

std::size_t RequestCounter::let_through(const QueryClause& clause) const {
    DocSet documents = columns_.of_type(DocumentType::entity);
    if (clause.excluded)
        documents -= matcher_.candidates(clause);
    else
        documents &= matcher_.candidates(clause);
    return documents.count();
}

std::optional<std::size_t> RequestCounter::total(const SearchRequest& request) {
    const ParsedQuery parsed = read_(request).parsed;
    const DocSet& entities = columns_.of_type(DocumentType::entity);
    const std::size_t records = matcher_.records_to_read(parsed, entities);
    if (records > records_left_) return std::nullopt;
    records_left_ -= records;
    DocSet documents = matcher_.match(parsed, entities);
    if (const auto cpv = request.filters.find(FieldId::cpv); cpv != request.filters.end())
        documents &= matcher_.match_cpv(cpv->second);
    std::vector<FacetSelection> selections = facets_.selections(request);
    std::erase_if(selections, [](const FacetSelection& each) { return !each.restricts; });
    if (selections.empty() && !request.near) return documents.count();

    std::size_t total = 0;
    documents.for_each([&](DocId document) {
        const bool is_accepted =
            std::all_of(selections.begin(), selections.end(),
                        [&](const FacetSelection& each) { return each.accepts(document); });
        if (is_accepted && (!request.near || is_within(columns_, document, *request.near))) ++total;
    });
    return total;
}

}  // namespace wespol
