// SPDX-License-Identifier: GPL-3.0-or-later
// Places that are named and points → circles, and the one spelling by which each of them is asked
// for in `blisko`: near_named(near_locality(x).text) is that place again. Thread-safe: no state.
#pragma once

#include "core/catalogue/region.h"
#include "core/search/search_request.h"

#include <optional>
#include <string_view>

namespace wespol {

/// Its text names the municipality too where the name alone means another place.
NearPlace near_locality(const Region& region, const Locality& locality);

NearPlace near_postal_code(const Region& region, const PostalCode& postal_code);

/// "Gniezno", "dabrowa (Rozdrażew)", "62-500"; null when there is no such place in the region.
std::optional<NearPlace> near_named(const Region& region, std::string_view text);

struct Coordinates {
    double lat, lon;
};
/// "52.53,17.60", "52.53; 17.60", "52,53;17,60", wherever on earth; null for another text.
std::optional<Coordinates> parse_coordinates(std::string_view text);

/// Rounded to about a metre: more digits would tell where the person stands, not where they look.
NearPlace near_point(Coordinates point);

/// Whether both are circles around the same point.
bool is_same_place(const NearPlace& a, const NearPlace& b);

}  // namespace wespol
