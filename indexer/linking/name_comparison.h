// SPDX-License-Identifier: GPL-3.0-or-later
// What one name of a record and one name of another say together with the places and operators that
// go with them. Not for identifiers, forms and contacts, which belong to the record as a whole.
// Thread-safe: no state.
#pragma once

#include "indexer/linking/catalogue_rates.h"
#include "indexer/linking/comparable_record.h"
#include "indexer/linking/findings.h"

namespace wespol {

/// `name_a` is one of `a.names`, `name_b` one of `b.names`.
Findings compare_names(const ComparableRecord& a, const ComparableName& name_a,
                       const ComparableRecord& b, const ComparableName& name_b,
                       const CatalogueRates& rates);

}  // namespace wespol
