// SPDX-License-Identifier: GPL-3.0-or-later
// Lists of entities from several files → one list in which each entity stands once. Records are of
// one entity when a list gives them one id, when the linker is sure or when a person said so; what
// is only likely stays apart and is named with the line to paste into the decisions. Rows of one
// list that look alike are named too; only a number or a person makes them one.
// Thread-safe: no state.
#pragma once

#include "core/analysis/analyzer.h"
#include "core/catalogue/entity.h"
#include "core/catalogue/region.h"
#include "core/catalogue/retired_id.h"
#include "core/support/diagnostic.h"
#include "core/support/progress.h"
#include "indexer/linking/decisions.h"
#include "indexer/linking/link_outcome.h"
#include "indexer/merging/merge_rules.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace wespol {

/// The entities of one file; their ids are distinct.
struct EntityList {
    std::string source;  ///< "entities", "opp"
    std::vector<Entity> entities;
    /// Of each, the id that was made from its words or numbers; "" = the list gives it one.
    std::vector<std::string> made_ids{};
};

struct MergedLists {
    std::vector<Entity> entities;
    std::vector<RetiredId> moved;    ///< ids of records that were merged into others
    std::vector<LinkOutcome> links;  ///< of the records of the second list and those after it
};

/// What the merging needs besides the lists. `analyzer` is asked only when there is something to
/// link: to open the dictionary takes time.
struct MergeContext {
    const Region& region;
    const MergeRules& rules;
    const Decisions& decisions;
    std::function<std::shared_ptr<const Analyzer>()> analyzer;
    Progress progress{};
};

/// Ids that were made from words may be the same in two lists and mean two entities: the later one
/// gets another. The linker decides whether they are one.
void make_ids_distinct(std::vector<EntityList>& lists);

/// `lists`: the one that gives the ids first; all ids that were made are distinct.
MergedLists merge_lists(std::vector<EntityList> lists, const MergeContext& context,
                        Diagnostics& diagnostics);

}  // namespace wespol
