// SPDX-License-Identifier: GPL-3.0-or-later
// Catalogue → what can be suggested, by kind, best first: how suggestions are called, told apart
// and ranked. Thread-safe: no state.
#pragma once

#include "core/catalogue/catalogue.h"
#include "core/index/completion_section.h"

#include <cstddef>
#include <set>
#include <string>
#include <vector>

namespace wespol {

struct CompletionEntries {
    std::vector<CompletionEntry> entries;  ///< best first
    std::size_t first_minor = 0;           ///< from here on they need more letters typed
};

/// Sectors, legal forms and target groups that some entity has, those of most entities first;
/// behind them those that entities only mention (`mentioned`: their mention_code), which lead to a
/// search.
CompletionEntries concept_entries(const Catalogue& catalogue,
                                  const std::set<std::string>& mentioned);

/// Towns by the number of their entities; villages, which are the minor ones, behind them.
CompletionEntries place_entries(const Catalogue& catalogue);

/// By name, those that have ended behind the rest.
CompletionEntries entity_entries(const Catalogue& catalogue);

/// By name.
CompletionEntries product_entries(const Catalogue& catalogue);

}  // namespace wespol
