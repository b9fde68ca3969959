// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/concept_reading.h"

#include <utility>
#include <variant>

namespace wespol {
namespace {

bool is_plain_word(const QueryClause& clause) {
    return !clause.excluded && std::holds_alternative<QueryWord>(clause.what);
}

/// Words that stand side by side, as one clause for each concept found and for each word left.
void read_words(std::vector<QueryWord> words, const ConceptFinder& finder,
                std::vector<QueryClause>& clauses) {
    std::vector<Lemmas> lemmas;
    lemmas.reserve(words.size());
    for (const QueryWord& word : words)
        lemmas.push_back(word.lemmas);
    std::size_t next = 0;
    const auto take = [&] { return std::move(words[next++]); };
    for (FoundConcepts& found : finder.find(lemmas)) {
        while (next < found.first)
            clauses.push_back({take(), false});
        QueryConcept named{{}, std::move(found.concepts)};
        for (std::size_t i = 0; i < found.count; ++i)
            named.words.push_back(take());
        clauses.push_back({std::move(named), false});
    }
    while (next < words.size())
        clauses.push_back({take(), false});
}

}  // namespace

QueryTree with_concepts(QueryTree tree, const ConceptFinder& finder) {
    std::vector<QueryClause> read;
    std::vector<QueryWord> side_by_side;
    const auto end_stretch = [&] { read_words(std::exchange(side_by_side, {}), finder, read); };
    for (QueryClause& clause : tree.clauses) {
        if (is_plain_word(clause)) {
            side_by_side.push_back(std::move(std::get<QueryWord>(clause.what)));
            continue;
        }
        end_stretch();
        read.push_back(std::move(clause));
    }
    end_stretch();
    tree.clauses = std::move(read);
    return tree;
}

}  // namespace wespol
