// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/page_order.h"

#include "core/catalogue/region.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace wespol {
namespace {

/// Stable by `key`, which is computed once for each document.
template <class Key>
void sort_by(std::vector<DocId>& list, Key key) {
    using Keyed = std::pair<decltype(key(DocId{})), DocId>;
    std::vector<Keyed> keyed;
    keyed.reserve(list.size());
    for (const DocId document : list)
        keyed.emplace_back(key(document), document);
    std::sort(keyed.begin(), keyed.end());
    std::transform(keyed.begin(), keyed.end(), list.begin(),
                   [](const Keyed& each) { return each.second; });
}

std::vector<DocId> sorted(const Columns& columns, const DocSet& documents, SortOrder order,
                          const SearchRequest& request) {
    std::vector<DocId> list;  // by name
    documents.for_each([&](DocId document) { list.push_back(document); });
    if (order == SortOrder::distance)
        sort_by(list, [&](DocId document) {
            return distance_to(columns, document, request.near)
                .value_or(std::numeric_limits<double>::infinity());
        });
    if (order == SortOrder::freshness)  // newest first, unknown last
        sort_by(list, [&](DocId document) {
            const std::optional<Day> day = columns.freshness(document);
            return day ? -day->time_since_epoch().count() : std::numeric_limits<int>::max();
        });
    return list;
}

/// `first` and `limit` within `documents` alone.
std::vector<ScoredDocument> stretch(const ReadIndex& index, const DocSet& documents,
                                    SortOrder order, const SearchRequest& request,
                                    const QueryTree& tree, std::size_t first, std::size_t limit) {
    if (order == SortOrder::relevance)
        return rank(index.database, tree, nearness(index.columns, request), documents, first, limit,
                    index.deadline);
    const std::vector<DocId> list = sorted(index.columns, documents, order, request);
    std::vector<ScoredDocument> page;
    for (std::size_t i = first; i < list.size() && page.size() < limit; ++i)
        page.push_back({.document = list[i], .score = 0});
    return page;
}

}  // namespace

SortOrder order_in_force(const SearchRequest& request, const QueryTree& tree) {
    const SortOrder wanted =
        request.sort.value_or(tree.empty() ? SortOrder::name : SortOrder::relevance);
    if (wanted == SortOrder::relevance && !can_rank(tree)) return SortOrder::name;
    if (wanted == SortOrder::distance && !request.near) return SortOrder::name;
    return wanted;
}

std::optional<double> distance_to(const Columns& columns, DocId document,
                                  const std::optional<NearPlace>& near) {
    const std::optional<Position> position = columns.position(document);
    if (!near || !position) return std::nullopt;
    return distance_km(near->lat, near->lon, position->lat, position->lon);
}

std::optional<Nearness> nearness(const Columns& columns, const SearchRequest& request) {
    std::optional<Nearness> nearness;
    if (request.near) nearness.emplace(Nearness{columns, *request.near});
    return nearness;
}

bool is_within(const Columns& columns, DocId document, const NearPlace& near) {
    // A degree of latitude is never shorter than this: most documents need no trigonometry.
    constexpr double kShortestDegreeKm = 110.0;
    const std::optional<Position> position = columns.position(document);
    if (!position) return false;
    if (std::abs(position->lat - near.lat) * kShortestDegreeKm > near.radius_km) return false;
    return distance_km(near.lat, near.lon, position->lat, position->lon) <= near.radius_km;
}

std::vector<ScoredDocument> all_of(const ReadIndex& index, const DocSet& documents, SortOrder order,
                                   const SearchRequest& request, const QueryTree& tree) {
    DocSet ended = documents;
    ended &= index.columns.ended();
    DocSet active = documents;
    active -= index.columns.ended();
    std::vector<ScoredDocument> all =
        stretch(index, active, order, request, tree, 0, active.count());
    const std::vector<ScoredDocument> rest =
        stretch(index, ended, order, request, tree, 0, ended.count());
    all.insert(all.end(), rest.begin(), rest.end());
    return all;
}

std::vector<ScoredDocument> page_of(const ReadIndex& index, const DocSet& documents,
                                    SortOrder order, const SearchRequest& request,
                                    const QueryTree& tree) {
    DocSet active = documents;
    active -= index.columns.ended();
    DocSet ended = documents;
    ended &= index.columns.ended();

    const auto limit = static_cast<std::size_t>(request.page_size);
    const std::size_t first = (static_cast<std::size_t>(request.page) - 1) * limit;
    std::vector<ScoredDocument> page = stretch(index, active, order, request, tree, first, limit);
    if (page.size() < limit) {
        const std::size_t active_count = active.count();
        const std::size_t first_ended = first > active_count ? first - active_count : 0;
        const std::vector<ScoredDocument> rest =
            stretch(index, ended, order, request, tree, first_ended, limit - page.size());
        page.insert(page.end(), rest.begin(), rest.end());
    }
    return page;
}

}  // namespace wespol
