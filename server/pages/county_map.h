// SPDX-License-Identifier: GPL-3.0-or-later
// Counties as hexagon tiles of an SVG picture, shaded by count, each a link to its entities.
// The layout is the region's (tile_row, tile_col): odd rows stand half a tile to the right.
// Thread-safe: no state.
#pragma once

#include "server/pages/messages.h"
#include "server/pages/page_renderer.h"
#include "server/pages/view.h"

#include <map>
#include <string>

namespace wespol {

/// Code of a county → how many entities. Counties that are not in it have none.
using CountyCounts = std::map<std::string, std::size_t>;

/// {width, height, tiles: [{points, x, y_name, y_count, shade, name, full_name, count, selected,
/// href}]}, tiles in the order of their names.
/// A tile leads to `request` narrowed to its county, whichever counties it has.
View county_map(const PageContext& context, const Messages& messages, const CountyCounts& counts,
                const SearchRequest& request);

/// How dark a tile is, from 0 (none) to 5 (most): by the square root, so that the big cities do
/// not make all others look empty.
int shade(std::size_t count, std::size_t greatest);

}  // namespace wespol
