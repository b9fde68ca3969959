// SPDX-License-Identifier: GPL-3.0-or-later
// Two names as they stand in lists, compared with all that the catalogue knows of either: a trade
// name and a legal name have no word in common, yet both may be names of one entity. Thread-safe:
// no state.
#pragma once

#include "indexer/linking/linker.h"

#include <string>

namespace wespol {

Comparison compare_listed_names(const Linker& linker, const std::string& a, const std::string& b);

}  // namespace wespol
