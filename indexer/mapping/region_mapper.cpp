// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/mapping/region_mapper.h"

#include "indexer/mapping/labels.h"

namespace wespol {
namespace {

/// Poland's span, a little widened: enough to find latitude and longitude swapped.
double latitude(FieldReader& fields) {
    return fields.required_number("lat", 48.9, 55.0);
}
double longitude(FieldReader& fields) {
    return fields.required_number("lon", 14.0, 24.3);
}

constexpr int kMostTiles = 100;

}  // namespace

std::optional<Subregion> map_subregion(const SourceRecord& record, Diagnostics& diagnostics) {
    FieldReader fields(record, diagnostics);
    Subregion subregion;
    subregion.code = fields.required_text("code");
    subregion.labels = required_labels(fields, "label");
    subregion.support_centre = fields.text("support_centre");
    if (!fields.finish()) return std::nullopt;
    return subregion;
}

std::optional<County> map_county(const SourceRecord& record, Diagnostics& diagnostics) {
    FieldReader fields(record, diagnostics);
    County county;
    county.code = fields.required_text("code");
    county.name = fields.required_text("name");
    county.labels = required_labels(fields, "label");
    county.kind = fields.required_choice("kind", {"powiat", "miasto"});
    county.seat = fields.required_text("seat");
    county.subregion = fields.required_text("subregion");
    county.lat = latitude(fields);
    county.lon = longitude(fields);
    fields.each("tile", [&](FieldReader& tile) {
        county.tile_row = tile.integer("row", 0, kMostTiles).value_or(0);
        county.tile_col = tile.integer("col", 0, kMostTiles).value_or(0);
    });
    if (!fields.finish()) return std::nullopt;
    return county;
}

std::optional<Municipality> map_municipality(const SourceRecord& record, Diagnostics& diagnostics) {
    FieldReader fields(record, diagnostics);
    Municipality municipality;
    municipality.code = fields.required_text("code");
    municipality.name = fields.required_text("name");
    municipality.label = required_labels(fields, "label")[index_of(Language::pl)];
    municipality.kind = fields.required_text("kind");
    municipality.county = fields.required_text("county");
    municipality.lat = latitude(fields);
    municipality.lon = longitude(fields);
    if (!fields.finish()) return std::nullopt;
    return municipality;
}

std::optional<Locality> map_locality(const SourceRecord& record, Diagnostics& diagnostics) {
    FieldReader fields(record, diagnostics);
    Locality locality;
    locality.name = fields.required_text("name");
    locality.kind = fields.required_text("kind");
    locality.municipality = fields.required_text("municipality");
    locality.lat = latitude(fields);
    locality.lon = longitude(fields);
    if (!fields.finish()) return std::nullopt;
    return locality;
}

std::optional<PostalCode> map_postal_code(const SourceRecord& record, Diagnostics& diagnostics) {
    FieldReader fields(record, diagnostics);
    PostalCode postal_code;
    postal_code.code = fields.required_text("code");
    postal_code.municipality = fields.required_text("municipality");
    postal_code.lat = latitude(fields);
    postal_code.lon = longitude(fields);
    if (!fields.finish()) return std::nullopt;
    return postal_code;
}

std::optional<PlaceName> map_place_name(const SourceRecord& record, Diagnostics& diagnostics) {
    FieldReader fields(record, diagnostics);
    PlaceName place_name;
    place_name.name = fields.required_text("name");
    place_name.municipality = fields.required_text("municipality");
    place_name.ukrainian = fields.texts("uk");
    place_name.districts = fields.texts("districts");
    if (!fields.finish()) return std::nullopt;
    return place_name;
}

}  // namespace wespol
