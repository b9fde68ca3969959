// SPDX-License-Identifier: GPL-3.0-or-later
// guidance/thresholds.jsonl and notes.jsonl: a record → a ProcurementThreshold or a GuidanceNote.
// Null when the record is refused; why, is in the diagnostics. Thread-safe: no state.
#pragma once

#include "core/catalogue/guidance.h"
#include "core/support/diagnostic.h"
#include "indexer/source/source_record.h"

#include <optional>

namespace wespol {

std::optional<ProcurementThreshold> map_threshold(const SourceRecord& record,
                                                  Diagnostics& diagnostics);
std::optional<GuidanceNote> map_guidance_note(const SourceRecord& record, Diagnostics& diagnostics);

}  // namespace wespol
