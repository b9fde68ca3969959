// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/concept_reading.h"

#include "core/analysis/stop_words.h"

#include <utility>
#include <variant>

namespace wespol {
namespace {

bool is_plain_word(const QueryClause& clause) {
    return !clause.excluded && std::holds_alternative<QueryWord>(clause.what);
}

/// Words that stand side by side, as one clause for each concept found and for each word left.
void read_words(std::vector<QueryClause> words, const ConceptFinder& finder,
                std::vector<QueryClause>& clauses) {
    std::vector<Lemmas> lemmas;
    lemmas.reserve(words.size());
    for (const QueryClause& word : words)
        lemmas.push_back(std::get<QueryWord>(word.what).lemmas);
    std::size_t next = 0;
    for (FoundConcepts& found : finder.find(lemmas)) {
        while (next < found.first)
            clauses.push_back(std::move(words[next++]));
        QueryConcept named{{}, std::move(found.concepts)};
        std::string written;
        for (std::size_t i = 0; i < found.count; ++i) {
            QueryClause& word = words[next++];
            named.words.push_back(std::move(std::get<QueryWord>(word.what)));
            written += (written.empty() ? "" : " ") + word.written;
        }
        clauses.push_back({std::move(named), false, std::move(written)});
    }
    while (next < words.size())
        clauses.push_back(std::move(words[next++]));
}

}  // namespace

QueryTree with_concepts(QueryTree tree, const ConceptFinder& finder) {
    std::vector<QueryClause> read;
    std::vector<QueryClause> side_by_side;
    const auto end_stretch = [&] { read_words(std::exchange(side_by_side, {}), finder, read); };
    for (QueryClause& clause : tree.clauses) {
        if (is_plain_word(clause)) {
            side_by_side.push_back(std::move(clause));
            continue;
        }
        end_stretch();
        read.push_back(std::move(clause));
    }
    end_stretch();
    tree.clauses = std::move(read);
    return tree;
}

bool are_part_of_concept(const PlainWords& words, std::size_t first, std::size_t count,
                         const ConceptFinder& finder) {
    std::vector<Lemmas> lemmas;
    std::vector<std::size_t> numbers;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (is_stop_word(words.surface(i))) continue;
        lemmas.push_back(words.lemmas()[i]);
        numbers.push_back(i);
    }
    for (const FoundConcepts& found : finder.find(lemmas)) {
        const std::size_t begin = numbers[found.first];
        const std::size_t last = numbers[found.first + found.count - 1];
        if (found.count > 1 && begin < first + count && first <= last) return true;
    }
    return false;
}

}  // namespace wespol
