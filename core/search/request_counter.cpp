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

const DocSet& RequestCounter::candidates(const QueryClause& clause) {
    const auto found = std::find_if(known_.begin(), known_.end(), [&](const auto& each) {
        return each.first.what == clause.what;
    });
    if (found != known_.end()) return found->second;
    return known_.emplace_back(clause, matcher_.candidates(clause)).second;
}

DocSet RequestCounter::matching(const ParsedQuery& query) {
    if (query.nothing_remains) return DocSet(columns_.last_document());
    DocSet documents = columns_.of_type(DocumentType::entity);
    for (const QueryClause& clause : query.tree.clauses) {
        const bool is_phrase = std::holds_alternative<QueryPhrase>(clause.what);
        if (!clause.excluded)
            documents &= candidates(clause);
        else if (!is_phrase)
            documents -= candidates(clause);
    }
    // Phrases last: then few documents are left in which the places of words must be looked at.
    for (const QueryClause& clause : query.tree.clauses)
        if (const auto* phrase = std::get_if<QueryPhrase>(&clause.what)) {
            const DocSet matched = matcher_.match(*phrase, documents);
            if (clause.excluded)
                documents -= matched;
            else
                documents &= matched;
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
        documents -= candidates(clause);
    else
        documents &= candidates(clause);
    return documents.count();
}

std::size_t RequestCounter::total(const SearchRequest& request) {
    const DocSet documents = bought(matching(read_(request).parsed), request);
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
