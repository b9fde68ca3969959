// SPDX-License-Identifier: GPL-3.0-or-later
// Which documents a query tree matches: exactly, all of them, from the posting lists.
// Says nothing of their order (ranking.h). Use from one thread; throws Xapian::Error.
#pragma once

#include "core/index/doc_set.h"
#include "core/search/query_tree.h"

#include <xapian.h>

namespace wespol {

class DocMatcher {
  public:
    explicit DocMatcher(const Xapian::Database& database);

    /// Documents of any type for which every clause holds; all documents for an empty tree.
    DocSet match(const QueryTree& tree) const;

    /// Documents that have what the clause names, excluded or not; of a phrase those that have its
    /// words, side by side or not.
    DocSet candidates(const QueryClause& clause) const;

    /// Documents among `among` that have the phrase. Reading positions is what costs.
    DocSet match(const QueryPhrase& phrase, const DocSet& among) const;

    /// Whether any document has the word.
    bool has_word(const QueryWord& word) const;

    /// Documents whose industries are bought under this CPV code, its ancestors or descendants.
    DocSet match_cpv(const std::string& cpv) const;

    /// Documents that carry this number.
    DocSet match_identifier(const Identifier& identifier) const;

  private:
    DocSet match(const QueryWord& word) const;
    /// Documents that have all its words in that field, side by side or not.
    DocSet with_words_of(const QueryPhrase& phrase, const Field& field) const;
    DocSet with_words_of(const QueryPhrase& phrase) const;
    DocSet match(const QueryIdentifier& identifier) const;
    DocSet match(const QueryConcept& named) const;
    void add_postings(const std::string& term, DocSet& into) const;

    const Xapian::Database& database_;
    DocId last_document_;
};

}  // namespace wespol
