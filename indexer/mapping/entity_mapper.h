// SPDX-License-Identifier: GPL-3.0-or-later
// sources/entities.jsonl: a record → an Entity. Words become codes of the vocabularies; county,
// subregion and position follow from the municipality and the town. Rejected: no name, unknown
// legal form, no usable id. Does not look at other entities. Thread-safe: no state.
#pragma once

#include "core/catalogue/catalogue.h"
#include "core/support/diagnostic.h"
#include "indexer/source/source_record.h"

#include <optional>

namespace wespol {

std::optional<Entity> map_entity(const SourceRecord& record, const References& references,
                                 Diagnostics& diagnostics);

}  // namespace wespol
