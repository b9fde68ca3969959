// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/explanation.h"

#include "core/search/doc_set_source.h"
#include "core/search/ranking_parts.h"

#include <algorithm>
#include <unordered_map>

namespace wespol {

std::vector<std::vector<ScorePart>> explain(const Xapian::Database& database, const QueryTree& tree,
                                            const std::optional<Nearness>& nearness,
                                            const std::vector<ScoredDocument>& ranked) {
    std::unordered_map<DocId, std::vector<ScorePart>> parts;
    DocSet documents(database.get_lastdocid());
    for (const ScoredDocument& each : ranked)
        documents.add(each.document);

    const std::optional<Nearness> nowhere;
    Xapian::Enquire enquire(database);
    const auto add_part = [&](const ScorePart& part, const Xapian::Query& query) {
        enquire.set_query(query);
        const Xapian::MSet found =
            enquire.get_mset(0, static_cast<Xapian::doccount>(ranked.size()));
        for (auto hit = found.begin(); hit != found.end(); ++hit) {
            if (hit.get_weight() <= 0) continue;
            parts[*hit].push_back(part);
            parts[*hit].back().score = hit.get_weight();
        }
    };
    for (const RankingPart& each : ranking_parts(database, tree)) {
        DocSetSource source(documents, nowhere);
        add_part(each.part, {Xapian::Query::OP_FILTER, each.query, Xapian::Query(&source)});
    }
    if (nearness) {
        DocSetSource source(documents, nearness);
        add_part({ScoreSource::distance, nearness->place.label, FieldId::location, "", 0},
                 Xapian::Query(&source));
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
