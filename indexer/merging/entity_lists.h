// SPDX-License-Identifier: GPL-3.0-or-later
// Lists of entities from several files → one list in which each entity stands once. Records are of
// one entity when they share the id, when the linker is sure or when a person said so; what is only
// likely stays apart and is named with the line to paste into the decisions. Thread-safe: no state.
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

/// `lists`: the one that gives the ids first.
MergedLists merge_lists(std::vector<EntityList> lists, const MergeContext& context,
                        Diagnostics& diagnostics);

}  // namespace wespol
