// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/near_place.h"
#include "core/search/search_session.h"

#include <algorithm>
#include <utility>

namespace wespol {
namespace {

std::string place_name(const Region& region, const Entity& entity) {
    if (entity.town) return *entity.town;
    const Municipality* around =
        entity.municipality ? region.municipality(*entity.municipality) : nullptr;
    return around ? around->label : std::string();
}

/// By the name of the town where that asks for this very point, else by the point.
NearPlace circle_around(const Region& region, const Entity& entity, Position point) {
    NearPlace circle = near_point({point.lat, point.lon});
    circle.label = place_name(region, entity);
    if (entity.town && entity.municipality)
        if (const Locality* town = region.locality(*entity.town, *entity.municipality))
            if (const NearPlace named = near_locality(region, *town);
                named.lat == point.lat && named.lon == point.lon)
                circle = named;
    circle.radius_km = kMinRadiusKm;
    return circle;
}

}  // namespace

ResultPlace Searcher::Session::place_of(const PlaceGroup& group) const {
    const Region& region = snapshot_->references().region;
    const Entity named_after = records_.entity(group.at_point);
    ResultPlace place;
    place.name = place_name(region, named_after);
    place.county = named_after.county;
    place.near = circle_around(region, named_after, group.point);
    place.total = group.documents.size();

    std::vector<DocId> by_name = group.documents;
    // Not that of std::ranges: clang-tidy of Debian 12 cannot read what it answers.
    std::stable_partition(by_name.begin(), by_name.end(),
                          [&](DocId document) { return !columns().ended().contains(document); });
    by_name.resize(std::min(by_name.size(), kNamedAtPlace));
    for (const DocId document : by_name)
        place.first.push_back(records_.entity(document));
    return place;
}

ResultPlaces Searcher::Session::places(const SearchRequest& asked) const {
    const FoundEntities hits = find_entities(asked);
    PlaceGroups found = place_groups(columns(), hits.counts.accepted, kMinRadiusKm);
    // A place may come to more than the one its point stands before, by what lies around it.
    std::ranges::stable_sort(found.groups, std::ranges::greater(),
                             [](const PlaceGroup& group) { return group.documents.size(); });
    ResultPlaces result;
    result.can_be_asked = !hits.query.is_of_kin;
    result.without_place = found.without_position;
    result.left_out = found.groups.size() - std::min(found.groups.size(), kMaxResultPlaces);
    found.groups.resize(found.groups.size() - result.left_out);
    for (const PlaceGroup& group : found.groups)
        result.places.push_back(place_of(group));
    return result;
}

}  // namespace wespol
