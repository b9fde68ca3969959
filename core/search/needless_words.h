// SPDX-License-Identifier: GPL-3.0-or-later
// Words of a query that nothing needs to have: what a concept beside them says already ("starszą
// mamą" in "opieka nad starszą mamą"), and what people write around what they look for ("dobry",
// "please"). Left out only where nothing has all the words. Thread-safe: no state.
#pragma once

#include "core/index/concept_finder.h"
#include "core/search/query_tree.h"

#include <functional>
#include <string>
#include <vector>

namespace wespol {

struct NeededWords {
    QueryTree tree;
    std::vector<std::string> left_out;  ///< as written
};

/// `finds`: whether a tree matches anything. The tree as it is where it does, and where leaving
/// words out does not help. Words that carry a meaning of their own are never left out.
NeededWords without_needless(QueryTree tree, const ConceptFinder& concepts,
                             const std::function<bool(const QueryTree&)>& finds);

}  // namespace wespol
