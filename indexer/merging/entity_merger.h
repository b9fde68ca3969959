// SPDX-License-Identifier: GPL-3.0-or-later
// Several records of one entity → one, field by field, with what each of them says kept beside it.
// Whether they are of one entity was decided before (entity_lists.h). Thread-safe: no state.
#pragma once

#include "core/catalogue/entity.h"
#include "indexer/merging/merge_rules.h"

#include <string>
#include <vector>

namespace wespol {

struct SourcedEntity {
    std::string source;  ///< "entities", "opp"
    Entity entity;
    std::string made_id{};  ///< see EntityList
};

/// The first record gives the id. Texts: the value of the record that the rules believe first. The
/// seat is taken whole from one record. Lists: all their values. A name that lost becomes an alias.
/// `records` is not empty; one record comes back as it is.
Entity merge_records(const std::vector<SourcedEntity>& records, const MergeRules& rules);

/// KRS or NIP differ, and no number is of both: nothing makes them one, no decision either.
bool have_conflicting_numbers(const Entity& a, const Entity& b);

/// Nothing that is known of their seats differs.
bool is_same_place(const Entity& a, const Entity& b);

}  // namespace wespol
