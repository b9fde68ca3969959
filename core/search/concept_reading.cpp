// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/concept_reading.h"

#include "core/analysis/stop_words.h"

#include <algorithm>
#include <utility>
#include <variant>

namespace wespol {
namespace {

bool is_plain_word(const QueryClause& clause) {
    return !clause.excluded && std::holds_alternative<QueryWord>(clause.what);
}

/// Words that stand side by side, as one clause for each concept found and for each word left.
void read_words(std::vector<QueryClause> words, const ConceptFinder& finder,
                const IsGroupMeant& is_group_meant, std::vector<QueryClause>& clauses) {
    std::vector<Lemmas> lemmas;
    lemmas.reserve(words.size());
    for (const QueryClause& word : words)
        lemmas.push_back(forms_to_look_up(std::get<QueryWord>(word.what).lemmas, word.written));
    std::size_t next = 0;
    for (FoundConcepts& found : finder.find(lemmas)) {
        while (next < found.first)
            clauses.push_back(std::move(words[next++]));
        QueryConcept named{{}, std::move(found.concepts), {}};
        std::erase_if(found.groups_inside, [&](const ConceptCode& each) {
            return !is_group_meant || !is_group_meant(each, named.concepts);
        });
        named.concepts.insert(named.concepts.end(), found.groups_inside.begin(),
                              found.groups_inside.end());
        std::string written;
        const bool is_alternative = words[next].is_alternative;
        for (std::size_t i = 0; i < found.count; ++i) {
            QueryClause& word = words[next++];
            // Records say "koszenie" where people ask for "skosić".
            QueryWord& said = std::get<QueryWord>(word.what);
            said.lemmas = with_unprefixed(std::move(said.lemmas));
            named.words.push_back(std::move(said));
            written += (written.empty() ? "" : " ") + word.written;
        }
        clauses.push_back({std::move(named), false, std::move(written), is_alternative});
    }
    while (next < words.size())
        clauses.push_back(std::move(words[next++]));
}

}  // namespace

QueryTree with_concepts(QueryTree tree, const ConceptFinder& finder,
                        const IsGroupMeant& is_group_meant) {
    std::vector<QueryClause> read;
    std::vector<QueryClause> side_by_side;
    const auto end_stretch = [&] {
        read_words(std::exchange(side_by_side, {}), finder, is_group_meant, read);
    };
    for (QueryClause& clause : tree.clauses) {
        if (is_plain_word(clause)) {
            if (clause.is_alternative) end_stretch();
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

namespace {

/// The words without stop words, as concepts are found in them.
struct Meaningful {
    std::vector<Lemmas> lemmas;
    std::vector<std::size_t> numbers;  ///< which words they are
};

Meaningful meaningful(const PlainWords& words) {
    Meaningful some;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (is_stop_word(words.surface(i))) continue;
        some.lemmas.push_back(forms_to_look_up(words.lemmas()[i], words.written(i, 1)));
        some.numbers.push_back(i);
    }
    return some;
}

}  // namespace

bool are_part_of_concept(const PlainWords& words, std::size_t first, std::size_t count,
                         const ConceptFinder& finder) {
    const Meaningful some = meaningful(words);
    for (const FoundConcepts& found : finder.find(some.lemmas)) {
        const std::size_t begin = some.numbers[found.first];
        const std::size_t last = some.numbers[found.first + found.count - 1];
        if (found.count > 1 && begin < first + count && first <= last) return true;
    }
    return false;
}

bool stand_beside_sector(const PlainWords& words, std::size_t first, std::size_t count,
                         const ConceptFinder& finder) {
    const Meaningful some = meaningful(words);
    const auto place =
        std::lower_bound(some.numbers.begin(), some.numbers.end(), first) - some.numbers.begin();
    const auto from = static_cast<std::size_t>(place);
    const std::size_t to = from + count;
    for (const FoundConcepts& found : finder.find(some.lemmas)) {
        const std::size_t end = found.first + found.count;
        const bool is_sector =
            std::any_of(found.concepts.begin(), found.concepts.end(),
                        [](const ConceptCode& each) { return each.field == FieldId::industry; });
        if (is_sector && (end == from || found.first == to)) {
            const std::size_t left = some.numbers[std::min(found.first, from)];
            const std::size_t right = some.numbers[std::max(end, to) - 1];
            if (words.are_together(left, right - left + 1)) return true;
        }
    }
    return false;
}

}  // namespace wespol
