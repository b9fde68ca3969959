// SPDX-License-Identifier: GPL-3.0-or-later
// Decisions that cannot all be meant: "same" from one entity to another through a third, "same" and
// "different" of one pair. Nobody can tell which of them is wrong, so none is obeyed and a person
// is told of all. Thread-safe: no state.
#pragma once

#include "core/support/diagnostic.h"
#include "indexer/linking/decisions.h"

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace wespol {

struct Contradiction {
    std::vector<Decision> decisions;   ///< all that are part of it, in the order of the file
    std::vector<std::size_t> records;  ///< of whom they speak, those that cannot be one first
};

/// Whether two records cannot be one unless a decision says so of these very two.
using CannotBeOne = std::function<bool(std::size_t, std::size_t)>;

/// Leaves out of `decisions` those that contradict each other. `subjects`: of each record, as
/// subjects_of() has them.
std::vector<Contradiction> take_out_contradictions(
    Decisions& decisions, const std::vector<std::vector<std::string>>& subjects,
    const CannotBeOne& cannot_be_one);

/// An error at the first of the decisions. `published`: "[id], [id]", what stands in the catalogue.
Diagnostic report(const Contradiction& contradiction, const std::string& published);

}  // namespace wespol
