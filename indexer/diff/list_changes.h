// SPDX-License-Identifier: GPL-3.0-or-later
// Vocabularies, region and small lists of two generations, compared in short: how many rows came,
// changed, went. Thread-safe: no state.
#pragma once

#include "indexer/diff/change_set.h"

#include <string>
#include <string_view>
#include <vector>

namespace wespol {

/// Both are texts of encode(References); `before` may be of another version of the program.
/// Throws Error(environment) when it is no JSON.
std::vector<ListChange> list_changes(const std::string& before, const std::string& after);

}  // namespace wespol
