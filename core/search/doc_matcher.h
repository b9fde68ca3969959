// SPDX-License-Identifier: GPL-3.0-or-later
// Which documents a query matches: exactly, all of them, from the posting lists. Says nothing of
// their order (ranking.h). Remembers what each clause matched, so that queries much alike cost
// little more than one of them: one for each request, used by one thread; throws Xapian::Error and
// OutOfTime.
#pragma once

#include "core/catalogue/cpv_code.h"
#include "core/index/doc_set.h"
#include "core/search/deadline.h"
#include "core/search/query_parser.h"
#include "core/search/query_tree.h"

#include <array>
#include <cstddef>
#include <deque>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <xapian.h>

namespace wespol {

/// Documents that a CPV code finds, each in one of three sets.
struct CpvMatches {
    std::array<DocSet, kCpvRelations.size()> by_relation;
    DocSet mentioned;  ///< of the exact and narrower ones: by their own words, not by a sector

    const DocSet& operator[](CpvRelation relation) const {
        return by_relation[static_cast<std::size_t>(relation)];
    }
    DocSet all() const;
};

class DocMatcher {
  public:
    explicit DocMatcher(const Xapian::Database& database, Deadline deadline = {});

    /// What it remembers, for the next request.
    void forget() {
        known_.clear();
        divisions_.clear();
    }

    /// Documents of `among` for which every clause holds; all of them for an empty query, none
    /// where of a query nothing remains.
    DocSet match(const ParsedQuery& query, DocSet among) const;

    /// In how many records match() would look where the words of phrases stand, at most: what
    /// costs.
    std::size_t records_to_read(const ParsedQuery& query, DocSet among) const;

    /// Documents that have what the clause names, excluded or not; of a phrase those that have its
    /// words, side by side or not.
    const DocSet& candidates(const QueryClause& clause) const;

    /// Whether any document has the word.
    bool has_word(const QueryWord& word) const;

    /// Documents whose industries are bought under that CPV code, a broader or a narrower one, or
    /// which name in their own words what is bought under that very code or a narrower one. So a
    /// code finds all that any code under it finds.
    CpvMatches cpv_matches(const std::string& code) const;

    /// Documents that any of these codes finds.
    DocSet match_cpv(const std::vector<std::string>& codes) const;

    /// Documents that carry this code of a vocabulary or of the region.
    DocSet match_code(FieldId field, std::string_view code) const;

    /// Documents that carry this number.
    DocSet match_identifier(const Identifier& identifier) const;

  private:
    DocSet match(const QueryWord& word) const;
    /// Documents among `among` that have the phrase.
    DocSet match(const QueryPhrase& phrase, DocSet among) const;
    /// Documents that have all its words in that field, side by side or not.
    DocSet with_words_of(const QueryPhrase& phrase, const Field& field) const;
    DocSet with_words_of(const QueryPhrase& phrase) const;
    DocSet match(const QueryIdentifier& identifier) const;
    DocSet match(const QueryConcept& named) const;
    DocSet match(const QueryAlternatives& alternatives) const;
    /// Without those of `among` that lack a word of a clause, or have one that is excluded.
    DocSet narrowed(const QueryTree& tree, DocSet among) const;
    using CodeDocuments = std::vector<std::pair<std::string, DocSet>>;
    /// The codes of a division, and whose documents they are.
    struct DivisionDocuments {
        CodeDocuments bought_under;  ///< by the industries of the document
        CodeDocuments mentioned;     ///< by its own words
    };
    const DivisionDocuments& of_division(std::string_view division) const;
    /// The terms that begin so: what follows, and the documents.
    CodeDocuments with_terms(const std::string& prefix, std::string_view beginning) const;
    void add_postings(const std::string& term, DocSet& into) const;

    const Xapian::Database& database_;
    Deadline deadline_;
    DocId last_document_;
    mutable std::deque<std::pair<QueryClause, DocSet>> known_;
    mutable std::map<std::string, DivisionDocuments, std::less<>> divisions_;
};

}  // namespace wespol
