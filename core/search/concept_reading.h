// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the plain words of a query as concepts where they name any: "mycie okien" stays those two
// words and also becomes the sector. Excluded words and phrases are left as they are.
// Thread-safe: no state.
#pragma once

#include "core/index/concept_finder.h"
#include "core/search/plain_words.h"
#include "core/search/query_tree.h"

#include <cstddef>
#include <functional>
#include <vector>

namespace wespol {

/// Whether a group of people that a part of the words names is meant beside what all of them name;
/// without an answer none is.
using IsGroupMeant =
    std::function<bool(const ConceptCode& group, const std::vector<ConceptCode>& named)>;

QueryTree with_concepts(QueryTree tree, const ConceptFinder& finder,
                        const IsGroupMeant& is_group_meant = {});

/// Whether these words of a query belong to a concept of several words, as "koło" does in "koło
/// gospodyń" and "aktywny" in "aktywny senior".
bool are_part_of_concept(const PlainWords& words, std::size_t first, std::size_t count,
                         const ConceptFinder& finder);

/// Whether a sector is named right before these words or right behind them: "catering Konina".
bool stand_beside_sector(const PlainWords& words, std::size_t first, std::size_t count,
                         const ConceptFinder& finder);

}  // namespace wespol
