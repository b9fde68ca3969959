// SPDX-License-Identifier: GPL-3.0-or-later
// A query as understood, before any engine: clauses that must all hold, or must not; one of them
// may be a choice of several.
// text → parse_query → QueryTree → matcher and Xapian query. Plain values.
#pragma once

#include "core/catalogue/identifiers.h"
#include "core/index/concept_finder.h"
#include "core/index/schema.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace wespol {

/// One word: matches any of its lemmas.
struct QueryWord {
    std::string surface;              ///< folded
    std::vector<std::string> lemmas;  ///< folded, distinct, sorted
    friend bool operator==(const QueryWord&, const QueryWord&) = default;
};

/// Words in this order, side by side, in these very forms ("phrase").
struct QueryPhrase {
    std::vector<std::string> surfaces;  ///< folded, at least one
    friend bool operator==(const QueryPhrase&, const QueryPhrase&) = default;
};

/// A NIP, KRS, REGON or CPV number; several readings when the digits allow them.
struct QueryIdentifier {
    std::vector<Identifier> readings;  ///< at least one
    friend bool operator==(const QueryIdentifier&, const QueryIdentifier&) = default;
};

/// Words that name a concept: match as words, or by any of the concepts.
struct QueryConcept {
    std::vector<QueryWord> words;       ///< none: only the concepts are meant
    std::vector<ConceptCode> concepts;  ///< none where the request switches them off
    std::vector<ConceptCode> kin;       ///< also who names one of these in its own words
    friend bool operator==(const QueryConcept&, const QueryConcept&) = default;
};

/// "catering lub pralnia": any of them; a plain word is a concept without meanings.
struct QueryAlternatives {
    std::vector<QueryConcept> choices;  ///< at least two
    std::vector<std::string> written;   ///< of each, as typed
    friend bool operator==(const QueryAlternatives& a, const QueryAlternatives& b) {
        return a.choices == b.choices;
    }
};

struct QueryClause {
    std::variant<QueryWord, QueryPhrase, QueryIdentifier, QueryConcept, QueryAlternatives> what;
    bool excluded = false;  ///< written with a leading minus
    std::string written;    ///< as typed, minus and quotes included: to write the text without it
    bool is_alternative = false;  ///< "or" stands between the plain word before it and this one

    /// Asks for the same, however it was written.
    friend bool operator==(const QueryClause& a, const QueryClause& b) {
        return a.excluded == b.excluded && a.what == b.what;
    }
};

struct QueryTree {
    std::vector<QueryClause> clauses;
    /// The whole text folded to words, for finding an entity by its exact name; "" if it has none.
    std::string whole_text_folded;
    friend bool operator==(const QueryTree&, const QueryTree&) = default;

    bool empty() const { return clauses.empty(); }
};

/// Whether a word may stand for itself in that field: the number of a house says nothing without
/// its street ("obiad na 20 osób").
bool is_searched_for(const Field& field, const QueryWord& word);

/// "nip", "krs", "regon", "cpv".
std::string_view code(IdentifierKind kind);

/// Plain words, or concepts, that "or" stands between as one clause. A word and a concept are left
/// as they are: in "sprzątanie domu lub biura" the choice is not between these two.
QueryTree with_alternatives(QueryTree tree);

/// The text that asks for all but the clauses at these places.
std::string written_without(const QueryTree& tree, const std::vector<std::size_t>& left_out);

/// "word(konin|konina) -phrase(na winiarach) id(nip 7781346888)": for tests and for looking.
std::string to_string(const QueryTree& tree);

}  // namespace wespol
