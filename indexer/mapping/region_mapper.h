// SPDX-License-Identifier: GPL-3.0-or-later
// region/*.jsonl: a record → a row of the region's tables. Rejected: a missing code or name, a
// position outside Poland. Whether codes fit together is checked by Region::make.
// Thread-safe: no state.
#pragma once

#include "core/catalogue/region.h"
#include "core/support/diagnostic.h"
#include "indexer/source/source_record.h"

#include <optional>

namespace wespol {

std::optional<Subregion> map_subregion(const SourceRecord& record, Diagnostics& diagnostics);
std::optional<County> map_county(const SourceRecord& record, Diagnostics& diagnostics);
std::optional<Municipality> map_municipality(const SourceRecord& record, Diagnostics& diagnostics);
std::optional<Locality> map_locality(const SourceRecord& record, Diagnostics& diagnostics);
std::optional<PostalCode> map_postal_code(const SourceRecord& record, Diagnostics& diagnostics);
std::optional<PlaceName> map_place_name(const SourceRecord& record, Diagnostics& diagnostics);

}  // namespace wespol
