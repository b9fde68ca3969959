// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/map_view.h"

#include "server/browsing/facet_counts.h"
#include "server/pages/county_map.h"
#include "server/pages/labels.h"
#include "server/pages/links.h"

#include <set>
#include <string_view>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace wespol {
namespace {

/// More than these are shown when asked for.
constexpr std::size_t kPlacesUnfolded = 25;

/// What words said of an area stands beside other areas, and a tile is for one county alone.
SearchRequest request_of_tiles(const SearchResponse& response) {
    return response.understood.areas.empty() ? response.request : response.spelled_out;
}

/// The list of those at the place, on the page people know.
SearchRequest around(const SearchResponse& response, const ResultPlace& place) {
    SearchRequest request = response.spelled_out;
    request.near = place.near;
    request.radius_km.reset();
    request.on_map = false;
    request.page = 1;
    return request;
}

View place_view(const PageContext& context, const Messages& messages,
                const SearchResponse& response, const ResultPlace& place, bool can_be_asked) {
    View view;
    view["name"] = View(place.name.empty() ? place.near.text : place.name);
    view["href"] = can_be_asked ? View(search_href(context, around(response, place))) : View(false);
    view["county"] = maybe(county_name(context, messages, place.county));
    view["count"] = View(std::to_string(place.total));
    view["lat"] = View(fmt::format("{:.5f}", place.near.lat));
    view["lon"] = View(fmt::format("{:.5f}", place.near.lon));
    Views first;
    for (const Entity& entity : place.first) {
        View link;
        link["href"] = View(entity_href(context, entity.id));
        link["entity"] = View(entity.name);
        first.push_back(std::move(link));
    }
    put_list(view, "first", first);
    const std::size_t more = place.total - place.first.size();
    view["more"] = more == 0 ? View(false) : View(messages("map.more", {{"count", more}}));
    return view;
}

std::string towns(const Region& region) {
    nlohmann::json list = nlohmann::json::array();
    std::set<std::string_view> seen;  // a city is also the seat of the county around it
    for (const County& county : region.counties())
        if (seen.insert(county.seat).second) list.push_back({county.seat, county.lat, county.lon});
    return list.dump();
}

View sentence(const Messages& messages, const char* key, std::size_t count) {
    return count == 0 ? View(false) : View(messages(key, {{"count", count}}));
}

}  // namespace

View map_view(const PageContext& context, const Messages& messages, const SearchResponse& response,
              const MapPage& page) {
    View map;
    map["counties"] = county_map(context, messages, facet_counts(response, FieldId::county),
                                 request_of_tiles(response));
    map["towns"] = View(towns(context.references.region));
    map["borders_href"] =
        page.layers.borders.empty() ? View(false) : View(std::string(kBordersAddress));
    map["tiles"] = maybe(page.layers.tiles);
    map["attribution"] = maybe(page.layers.attribution);

    Views places;
    for (const ResultPlace& place : page.places.places)
        places.push_back(place_view(context, messages, response, place, page.places.can_be_asked));
    map["few_places"] = View(places.size() <= kPlacesUnfolded);
    map["places_label"] = View(messages("map.places_label", {{"count", places.size()}}));
    put_list(map, "places", places);
    map["left_out"] = sentence(messages, "map.left_out", page.places.left_out);
    map["without_place"] = sentence(messages, "map.without_place", page.places.without_place);
    return map;
}

}  // namespace wespol
