// SPDX-License-Identifier: GPL-3.0-or-later
// vocabulary/*.jsonl: a record → a Concept, an Abbreviation or a CpvSource. Rejected: no code, no
// Polish label, a source without address or day.
// Whether codes fit together is checked by Vocabulary::make. Thread-safe: no state.
#pragma once

#include "core/catalogue/abbreviation.h"
#include "core/catalogue/cpv_source.h"
#include "core/catalogue/vocabulary.h"
#include "core/support/diagnostic.h"
#include "indexer/source/source_record.h"

#include <optional>

namespace wespol {

std::optional<Concept> map_concept(const SourceRecord& record, Diagnostics& diagnostics);

/// A code of vocabulary/cpv.jsonl: its label may be unknown.
std::optional<Concept> map_cpv_code(const SourceRecord& record, Diagnostics& diagnostics);

/// A row of vocabulary/cpv_sources.jsonl.
std::optional<CpvSource> map_cpv_source(const SourceRecord& record, Diagnostics& diagnostics);

/// A row of vocabulary/abbreviations.jsonl.
std::optional<Abbreviation> map_abbreviation(const SourceRecord& record, Diagnostics& diagnostics);

}  // namespace wespol
