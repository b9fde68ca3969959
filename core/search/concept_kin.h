// SPDX-License-Identifier: GPL-3.0-or-later
// What is near to the sectors of a query, for where nobody near does the very thing: related ones
// of the same family ("szwalnia" → "krawiectwo") and the broader one, where a record names it in
// its own words ("obiad" → a record that says "gastronomia"). Thread-safe: no state.
#pragma once

#include "core/catalogue/vocabulary.h"
#include "core/search/query_tree.h"

#include <string>
#include <vector>

namespace wespol {

struct KinTree {
    QueryTree tree;
    std::vector<std::string> written;  ///< the words whose concepts got kin, as typed
    std::vector<ConceptCode> kin;      ///< distinct
};

/// No kin: nothing of the query has any.
KinTree with_kin(QueryTree tree, const Vocabulary& industries);

}  // namespace wespol
