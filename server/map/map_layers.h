// SPDX-License-Identifier: GPL-3.0-or-later
// What the operator may lay under the points of the map: borders out of a GeoJSON file, pictures
// from a tile server. Without either the map has towns on plain paper, and nobody outside is asked.
// Checked once, at the start; immutable after it, thread-safe.
#pragma once

#include "core/support/result.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace wespol {

/// As the settings give them; "" = not wanted.
struct MapOptions {
    std::filesystem::path borders;
    std::string tiles;
    std::string attribution;
};

struct MapLayers {
    std::string borders;      ///< GeoJSON, no more of the file than its lines; "" = none
    std::string tiles;        ///< "https://tiles.example.org/{z}/{x}/{y}.png"; "" = none
    std::string tile_origin;  ///< "https://tiles.example.org"
    std::string attribution;  ///< plain text, whom the tiles are owed to
    std::string digest;       ///< of all of it, for tags of pages; "" = none of it
};

inline constexpr std::string_view kBordersAddress = "/mapa/granice.geojson";
inline constexpr std::size_t kMaxBorderBytes = 4U << 20;
inline constexpr std::size_t kMaxBorderPoints = 100'000;
inline constexpr std::size_t kMaxAttributionBytes = 200;

/// Scheme, host and port of a template with {z}, {x} and {y}, each once in its path. Refused: any
/// other braces, a user name, what could not stand in a Content-Security-Policy.
Result<std::string> tile_origin(std::string_view address_template);

/// Only the polygons of a GeoJSON text (WGS 84), to the fourth decimal place: about ten metres.
/// Refused: what is no GeoJSON, has none, has too many points, or points that are nowhere on earth.
Result<std::string> border_lines(std::string_view geojson);

/// Throws Error(usage) for a wrong template or tiles without attribution, Error(environment) for a
/// file that cannot be read or has no borders.
MapLayers open_map_layers(const MapOptions& options);

}  // namespace wespol
