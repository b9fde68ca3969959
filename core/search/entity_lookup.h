// SPDX-License-Identifier: GPL-3.0-or-later
// Entities by a number or by their exact name, one after another: for a list of thousands, where a
// search for each would be too much. Remembers what it has read. Finds nothing that is merely
// alike (Searcher does). One for each request, used by one thread; throws Error(environment) when
// the index cannot be read.
#pragma once

#include "core/catalogue/calendar.h"
#include "core/catalogue/identifiers.h"
#include "core/catalogue/legal_facts.h"
#include "core/catalogue/vocabulary.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace wespol {

class IndexSnapshot;

/// An entity with what holds of it on a day.
struct EntityStanding {
    Entity entity;
    std::vector<Certificate> certificates;
    LegalFacts facts;
};
using Standings = std::vector<std::shared_ptr<const EntityStanding>>;

class EntityLookup {
  public:
    /// `day`: for which the facts are told.
    EntityLookup(std::shared_ptr<const IndexSnapshot> snapshot, Day day);
    ~EntityLookup();
    EntityLookup(const EntityLookup&) = delete;
    EntityLookup& operator=(const EntityLookup&) = delete;

    /// With one of these numbers, their own or their operator's; those whose own it is first.
    Standings with_number(const std::vector<Identifier>& readings);

    /// By name, its own part without the legal form, short name or alias, compared without case,
    /// diacritics and punctuation.
    Standings named(std::string_view name);

  private:
    class Reader;  ///< keeps xapian.h out of this header
    std::unique_ptr<Reader> reader_;
};

}  // namespace wespol
