// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/ranking.h"

#include "core/search/doc_set_source.h"
#include "core/search/ranking_parts.h"

#include <algorithm>

namespace wespol {

bool can_rank(const QueryTree& tree) {
    return std::any_of(tree.clauses.begin(), tree.clauses.end(), [](const QueryClause& clause) {
        return !clause.excluded && !std::holds_alternative<QueryIdentifier>(clause.what);
    });
}

std::vector<ScoredDocument> rank(const Xapian::Database& database, const QueryTree& tree,
                                 const DocSet& among, std::size_t first, std::size_t limit) {
    std::vector<Xapian::Query> addends;
    for (RankingPart& each : ranking_parts(database, tree))
        addends.push_back(std::move(each.query));
    DocSetSource source(among);
    // The documents decide, the words only score: what matched exactly is never lost to a ranking.
    const Xapian::Query query(Xapian::Query::OP_AND_MAYBE, Xapian::Query(&source),
                              Xapian::Query(Xapian::Query::OP_OR, addends.begin(), addends.end()));

    Xapian::Enquire enquire(database);
    enquire.set_query(query);
    enquire.set_docid_order(Xapian::Enquire::ASCENDING);
    const Xapian::MSet hits = enquire.get_mset(static_cast<Xapian::doccount>(first),
                                               static_cast<Xapian::doccount>(limit));
    std::vector<ScoredDocument> scored;
    scored.reserve(hits.size());
    for (auto hit = hits.begin(); hit != hits.end(); ++hit)
        scored.push_back({*hit, hit.get_weight()});
    return scored;
}

}  // namespace wespol
