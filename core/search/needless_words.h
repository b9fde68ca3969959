// SPDX-License-Identifier: GPL-3.0-or-later
// Words of a query that nothing needs to have: of asking and listing ("kupię", "lista",
// "wszystkie"), left out of whatever else is asked; and, only where nothing has all the words, what
// a concept beside them says already ("starszą mamą" in "opieka nad starszą mamą"), what people
// write around what they look for ("dobry", "please"), and what stands beside a number.
// Thread-safe: no state.
#pragma once

#include "core/index/concept_finder.h"
#include "core/search/query_tree.h"

#include <functional>
#include <string>
#include <vector>

namespace wespol {

/// Whether a word says only that entries are wanted, whatever they are: "lista podmiotów",
/// "usługi", "dziś". Folded.
bool asks_for_any(const std::string& surface, const Lemmas& lemmas);

struct NeededWords {
    QueryTree tree;
    std::vector<std::string> left_out;  ///< as written
};

struct NeedQuestions {
    /// Whether a tree matches anything.
    std::function<bool(const QueryTree&)> finds;
    /// Whether these folded words stand side by side in a name: "Podaj Dalej" is not broken.
    std::function<bool(const std::vector<std::string>&)> stand_in_name;
};

/// Where leaving words out does not help, the tree without those of asking only. Words that carry
/// a meaning of their own are left out beside the number of an organisation only.
NeededWords without_needless(QueryTree tree, const ConceptFinder& concepts,
                             const NeedQuestions& questions);

}  // namespace wespol
