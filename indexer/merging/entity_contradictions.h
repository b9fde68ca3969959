// SPDX-License-Identifier: GPL-3.0-or-later
// Decisions about entities that contradict each other or the entities' numbers, found before the
// lists are merged and told with what became of the entities afterwards. Not thread-safe.
#pragma once

#include "core/support/diagnostic.h"
#include "indexer/linking/decision_contradictions.h"
#include "indexer/merging/entity_lists.h"

#include <string>
#include <vector>

namespace wespol {

class EntityContradictions {
  public:
    /// Leaves the contradicting ones out of `decisions`. Entities cannot be one when their numbers
    /// or places differ, or when one list gives each of them an id.
    EntityContradictions(const std::vector<EntityList>& lists, Decisions& decisions);

    void tell(const MergedLists& merged, Diagnostics& diagnostics) const;

  private:
    struct Found {
        Contradiction contradiction;
        std::vector<std::string> ids;
    };
    std::vector<Found> found_;
    Diagnostics refused_;  ///< "same" of two with other numbers
};

}  // namespace wespol
