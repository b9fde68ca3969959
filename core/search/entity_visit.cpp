// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/page_order.h"
#include "core/search/search_session.h"

#include <algorithm>

namespace wespol {
namespace {

/// As many at a time are read, and explained where that is asked for.
constexpr std::size_t kHitsAtATime = 100;

}  // namespace

void Searcher::Session::visit(const SearchRequest& asked, const EntityVisitor& visitor) const {
    const FoundEntities found = find_entities(asked);
    const ReadQuery& query = found.query;
    const SearchRequest& request = query.request();
    const SearchResponse response = head(asked, found);
    if (visitor.begin) visitor.begin(response);

    const Highlighter highlighter(query.tree(), snapshot_->analyzer());
    const std::vector<ScoredDocument> order =
        all_of(read_index(), found.counts.accepted, response.sort, request, query.tree());
    for (auto first = order.begin(); first != order.end();) {
        const auto end = first + std::min<std::ptrdiff_t>(kHitsAtATime, order.end() - first);
        const std::vector<ScoredDocument> piece(first, end);
        std::vector<Hit> hits;
        hits.reserve(piece.size());
        for (const ScoredDocument& scored : piece)
            hits.push_back(hit(scored, request, visitor.needs_highlights ? &highlighter : nullptr));
        if (request.explain && response.sort == SortOrder::relevance)
            add_explanations(query, piece, hits);
        if (!std::ranges::all_of(hits, visitor.visit)) return;
        first = end;
    }
}

}  // namespace wespol
