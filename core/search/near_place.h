// SPDX-License-Identifier: GPL-3.0-or-later
// Named places → circles, and the one spelling by which each of them is asked for in `blisko`.
// near_named(near_locality(x).text) is that place again. Thread-safe: no state.
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

/// Whether both are circles around the same point.
bool is_same_place(const NearPlace& a, const NearPlace& b);

}  // namespace wespol
