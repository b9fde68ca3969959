// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the plain words of a query as concepts where they name any: "mycie okien" stays those two
// words and also becomes the sector. Excluded words and phrases are left as they are.
// Thread-safe: no state.
#pragma once

#include "core/index/concept_finder.h"
#include "core/search/plain_words.h"
#include "core/search/query_tree.h"

#include <cstddef>

namespace wespol {

QueryTree with_concepts(QueryTree tree, const ConceptFinder& finder);

/// Whether these words of a query belong to a concept of several words, as "koło" does in "koło
/// gospodyń" and "aktywny" in "aktywny senior".
bool are_part_of_concept(const PlainWords& words, std::size_t first, std::size_t count,
                         const ConceptFinder& finder);

}  // namespace wespol
