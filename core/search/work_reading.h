// SPDX-License-Identifier: GPL-3.0-or-later
// "Praca dla niepełnosprawnych", "gdzie może pracować osoba bezdomna": who asks for work for a
// group of people means the legal forms that exist for it (work_for of
// data/vocabulary/legal_form.jsonl), beside who is filed under vocational reintegration.
// Thread-safe: no state.
#pragma once

#include "core/catalogue/catalogue.h"
#include "core/search/query_tree.h"

namespace wespol {

/// The clauses that name the work and the group as one clause of concepts, first in the tree.
QueryTree with_workplaces(QueryTree tree, const References& references,
                          const ConceptFinder& finder);

}  // namespace wespol
