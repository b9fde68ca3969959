// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/explanation.h"

#include "core/search/doc_set_source.h"
#include "core/search/ranking_parts.h"

#include <algorithm>
#include <unordered_map>

namespace wespol {

std::vector<std::vector<ScorePart>> explain(const Xapian::Database& database, const QueryTree& tree,
                                            const std::vector<ScoredDocument>& ranked) {
    std::unordered_map<DocId, std::vector<ScorePart>> parts;
    DocSet documents(database.get_lastdocid());
    for (const ScoredDocument& each : ranked)
        documents.add(each.document);

    Xapian::Enquire enquire(database);
    for (const RankingPart& each : ranking_parts(database, tree)) {
        DocSetSource source(documents);
        enquire.set_query({Xapian::Query::OP_FILTER, each.query, Xapian::Query(&source)});
        const Xapian::MSet found =
            enquire.get_mset(0, static_cast<Xapian::doccount>(ranked.size()));
        for (auto hit = found.begin(); hit != found.end(); ++hit) {
            if (hit.get_weight() <= 0) continue;
            ScorePart part = each.part;
            part.score = hit.get_weight();
            parts[*hit].push_back(std::move(part));
        }
    }

    std::vector<std::vector<ScorePart>> explanations;
    for (const ScoredDocument& each : ranked) {
        std::vector<ScorePart>& own = parts[each.document];
        std::stable_sort(own.begin(), own.end(),
                         [](const ScorePart& a, const ScorePart& b) { return a.score > b.score; });
        explanations.push_back(std::move(own));
    }
    return explanations;
}

}  // namespace wespol
