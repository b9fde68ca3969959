// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/street_reading.h"

#include "core/support/ascii.h"

#include <cstddef>
#include <utility>
#include <variant>
#include <vector>

namespace wespol {
namespace {

/// "6/9", "115/1": the house and the flat.
constexpr std::size_t kMostNumbers = 2;

const QueryWord* plain_word(const QueryClause& clause) {
    return clause.excluded ? nullptr : std::get_if<QueryWord>(&clause.what);
}

bool is_house_number(const QueryClause& clause) {
    const QueryWord* word = plain_word(clause);
    return word != nullptr && is_digit(word->surface.front());
}

}  // namespace

QueryTree with_house_numbers(QueryTree tree, const StreetQuestions& questions) {
    std::vector<QueryClause> read;
    for (std::size_t i = 0; i < tree.clauses.size(); ++i) {
        QueryClause& clause = tree.clauses[i];
        const QueryWord* street = plain_word(clause);
        std::size_t end = i + 1;
        while (end < tree.clauses.size() && end - i <= kMostNumbers &&
               is_house_number(tree.clauses[end]))
            ++end;
        if (street != nullptr && end > i + 1 && !is_house_number(clause) &&
            questions.is_in_address(street->surface)) {
            QueryPhrase phrase{{street->surface}};
            std::string written = clause.written;
            for (std::size_t each = i + 1; each < end; ++each) {
                phrase.surfaces.push_back(std::get<QueryWord>(tree.clauses[each].what).surface);
                written += " " + tree.clauses[each].written;
            }
            if (questions.finds(phrase)) {
                read.push_back(
                    {std::move(phrase), false, std::move(written), clause.is_alternative});
                i = end - 1;
                continue;
            }
        }
        read.push_back(std::move(clause));
    }
    tree.clauses = std::move(read);
    return tree;
}

}  // namespace wespol
