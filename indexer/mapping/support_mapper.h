// SPDX-License-Identifier: GPL-3.0-or-later
// sources/support_centres.jsonl and awards.jsonl: a record → a SupportCentre or a MunicipalAward.
// Rejected: no id or name, an unknown kind, state or distinction, an award to an unknown
// municipality. Thread-safe: no state.
#pragma once

#include "core/catalogue/catalogue.h"
#include "core/support/diagnostic.h"
#include "indexer/source/field_reader.h"
#include "indexer/source/source_record.h"

#include <optional>

namespace wespol {

std::optional<SupportCentre> map_support_centre(const SourceRecord& record,
                                                const References& references, const IdSet& entities,
                                                Diagnostics& diagnostics);

std::optional<MunicipalAward> map_award(const SourceRecord& record, const References& references,
                                        Diagnostics& diagnostics);

}  // namespace wespol
