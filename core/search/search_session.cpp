// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/search_session.h"

#include "core/search/concept_reading.h"
#include "core/search/facet_labels.h"

#include <utility>
#include <variant>

namespace wespol {
namespace {

std::string joined(const std::vector<QueryWord>& words) {
    std::string text;
    for (const QueryWord& word : words)
        text += (text.empty() ? "" : " ") + word.surface;
    return text;
}

std::vector<UnderstoodConcept> understood_concepts(const QueryTree& tree,
                                                   const References& references,
                                                   Language language) {
    std::vector<UnderstoodConcept> understood;
    for (const QueryClause& clause : tree.clauses)
        if (const auto* named = std::get_if<QueryConcept>(&clause.what))
            for (const ConceptCode& each : named->concepts)
                understood.push_back({joined(named->words), each.field, each.code,
                                      value_label(references, each.field, each.code, language)});
    return understood;
}

}  // namespace

Searcher::Session::ReadQuery Searcher::Session::understand(const SearchRequest& asked) const {
    ReadQuery query{read_query(asked, {*snapshot_, names_, language_}), {}, {}, {}};
    query.parsed = parse_query(query.request().text, snapshot_->analyzer());
    if (!asked.literal.has(ReadingPart::concepts))
        query.parsed.tree = with_concepts(std::move(query.parsed.tree), snapshot_->concepts());
    return query;
}

Searcher::Session::ReadQuery Searcher::Session::read(const SearchRequest& asked,
                                                     DocumentType type) const {
    ReadQuery query = understand(asked);
    query.found = matcher_.match(query.parsed, columns().of_type(type));
    return query;
}

Understood Searcher::Session::understood(const ReadQuery& query) const {
    Understood understood{
        .text = query.parsed.text,
        .concepts = understood_concepts(query.tree(), snapshot_->references(), language_),
        .place = query.reading.place,
        .areas = query.reading.areas,
        .day = query.reading.day,
        .states = query.reading.states,
        .identifiers = query.parsed.identifiers,
        .ignored = query.reading.ignored,
        .corrected = query.corrected};
    understood.ignored.insert(understood.ignored.end(), query.parsed.ignored.begin(),
                              query.parsed.ignored.end());
    if (!query.request().cut_off.empty()) understood.ignored.push_back(query.request().cut_off);
    return understood;
}

}  // namespace wespol
