// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/request_counter.h"

#include "core/search/page_order.h"

#include <algorithm>

namespace wespol {

RequestCounter::RequestCounter(const Columns& columns, const DocMatcher& matcher,
                               const FacetBuilder& facets, Read read)
    : columns_(columns), matcher_(matcher), facets_(facets), read_(std::move(read)) {}

const DocSet& RequestCounter::matching(const QueryClause& clause) {
    const auto found = std::find_if(known_.begin(), known_.end(), [&](const auto& each) {
        return each.first.what == clause.what;
    });
    if (found != known_.end()) return found->second;
    return known_.emplace_back(clause, matcher_.match(clause)).second;
}

DocSet RequestCounter::matching(const ParsedQuery& query) {
    if (query.nothing_remains) return DocSet(columns_.last_document());
    DocSet documents = columns_.of_type(DocumentType::entity);
    for (const QueryClause& clause : query.tree.clauses) {
        if (clause.excluded)
            documents -= matching(clause);
        else
            documents &= matching(clause);
    }
    return documents;
}

DocSet RequestCounter::bought(DocSet documents, const SearchRequest& request) const {
    const auto codes = request.filters.find(FieldId::cpv);
    if (codes == request.filters.end()) return documents;
    DocSet bought(columns_.last_document());
    for (const std::string& code : codes->second)
        bought |= matcher_.match_cpv(code);
    documents &= bought;
    return documents;
}

std::size_t RequestCounter::let_through(const QueryClause& clause) {
    DocSet documents = columns_.of_type(DocumentType::entity);
    if (clause.excluded)
        documents -= matching(clause);
    else
        documents &= matching(clause);
    return documents.count();
}

std::size_t RequestCounter::total(const SearchRequest& request) {
    const DocSet documents = bought(matching(read_(request)), request);
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
