// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/ranking.h"

#include "core/search/ranking_parts.h"

#include <algorithm>

namespace wespol {
namespace {

/// The number of an organisation scores nothing; a CPV code does.
bool is_scored(const QueryIdentifier& identifier) {
    return std::any_of(identifier.readings.begin(), identifier.readings.end(),
                       [](const Identifier& each) { return each.kind == IdentifierKind::cpv; });
}

}  // namespace

bool can_rank(const QueryTree& tree) {
    return std::any_of(tree.clauses.begin(), tree.clauses.end(), [](const QueryClause& clause) {
        const auto* identifier = std::get_if<QueryIdentifier>(&clause.what);
        return !clause.excluded && (!identifier || is_scored(*identifier));
    });
}

std::vector<ScoredDocument> rank(const Xapian::Database& database, const QueryTree& tree,
                                 const std::optional<Nearness>& nearness, const DocSet& among,
                                 std::size_t first, std::size_t limit, const Deadline& deadline) {
    deadline.check();
    std::vector<Xapian::Query> addends;
    for (RankingPart& each : ranking_parts(database, tree))
        addends.push_back(std::move(each.query));
    DocSetSource source(among, nearness, deadline);
    // The documents decide, words and distance only score: what matched exactly is never lost to a
    // ranking.
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
