// SPDX-License-Identifier: GPL-3.0-or-later
// Counts facet values exactly, with several values chosen: the number beside a value is the total
// if this value alone were chosen in its facet. A facet ignores its own selection; the others
// narrow it.
// One pass over the rows. Plain functions, thread-safe.
#pragma once

#include "core/index/columns.h"

#include <cstddef>
#include <vector>

namespace wespol {

/// One facet and what is chosen in it.
struct FacetSelection {
    FieldId field;
    const FacetColumn* column;
    std::vector<bool> chosen;  ///< by ordinal; all false = no restriction
    bool restricts = false;

    /// Codes the column does not know restrict all the same: they match nothing.
    FacetSelection(FieldId field, const FacetColumn& column, const std::vector<std::string>& codes);

    bool accepts(DocId document) const;
};

struct FacetCounts {
    DocSet accepted;                                ///< documents that every selection accepts
    std::vector<std::vector<std::size_t>> counts;   ///< by selection, by ordinal
    std::vector<std::size_t> refused_by_this_only;  ///< by selection: what dropping it would add
};

FacetCounts count_facets(const DocSet& documents, const std::vector<FacetSelection>& selections,
                         DocId last_document);

}  // namespace wespol
