// SPDX-License-Identifier: GPL-3.0-or-later
// Who does much the same as an entity, and not far away: by shared sectors (rare ones weigh more),
// shared words of the offer, a little by target groups and legal form; then by nearness. One pass
// over the columns. Use from one thread; throws Xapian::Error.
#pragma once

#include "core/analysis/analyzer.h"
#include "core/catalogue/catalogue.h"
#include "core/index/columns.h"
#include "core/search/record_reader.h"
#include "core/search/similar_entity.h"

#include <cstddef>
#include <vector>

#include <xapian.h>

namespace wespol {

inline constexpr std::size_t kMaxSimilarEntities = 5;

/// Most alike first, at most kMaxSimilarEntities. Never the entity itself, its operator or units,
/// another record of the same organisation, or one that no longer works.
std::vector<SimilarEntity> similar_entities(const Xapian::Database& database,
                                            const Columns& columns, const Analyzer& analyzer,
                                            const RecordReader& records,
                                            const References& references, DocId subject,
                                            Language language);

}  // namespace wespol
