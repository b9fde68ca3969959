// SPDX-License-Identifier: GPL-3.0-or-later
// The results as a map: the counties as tiles, the places as a table. The script of the locator map
// draws what this table says, so without scripts nothing is missing but the picture. Thread-safe:
// no state.
#pragma once

#include "core/search/result_places.h"
#include "server/map/map_layers.h"
#include "server/pages/messages.h"
#include "server/pages/page_renderer.h"
#include "server/pages/view.h"

namespace wespol {

struct MapPage {
    ResultPlaces places;
    const MapLayers& layers;
};

/// {counties: as county_map(), towns, borders_href, tiles, attribution, left_out, without_place,
/// few_places, places_label, places: [{name, href, county, count, lat, lon, first: [{href, name}],
/// more}]}. `towns`: JSON of the seats of counties, [["Gniezno", lat, lon], …].
View map_view(const PageContext& context, const Messages& messages, const SearchResponse& response,
              const MapPage& page);

}  // namespace wespol
