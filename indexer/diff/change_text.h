// SPDX-License-Identifier: GPL-3.0-or-later
// Changes for people: lines of plain Polish, what needs them first. Long groups end with how many
// more there are. Thread-safe: no state.
#pragma once

#include "core/catalogue/catalogue.h"
#include "indexer/diff/change_set.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace wespol {

inline constexpr std::size_t kMostToldOfAGroup = 20;

/// "Wobec generacji … : podmioty: 354 → 355 (nowe 1) …": the counts.
std::vector<std::string> changes_in_short(const ChangeSet& changes);

/// The counts, then each group. `references` are those of the loaded catalogue; `rest` says, behind
/// how many more there are in a group, where to find them.
std::vector<std::string> changes_in_full(
    const ChangeSet& changes, const References& references,
    std::string_view rest = "wszystkie zapisze --report PLIK albo --json");

}  // namespace wespol
