// SPDX-License-Identifier: GPL-3.0-or-later
// Changes for programs; the shape is described in docs/changes.md. Thread-safe: no state.
#pragma once

#include "indexer/diff/change_set.h"

#include <string>

namespace wespol {

/// One line of JSON, nothing left out: {"against", "published_on", "today", "counts", "entities",
/// "certificates", "products", "needs_decision", "rejected", "lists", "new_program"}.
std::string changes_json(const ChangeSet& changes);

}  // namespace wespol
