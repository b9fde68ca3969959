// SPDX-License-Identifier: GPL-3.0-or-later
// The initials people make of a long name: "Stowarzyszenie Dom Dla Kotów" → "sddk", "sdk". Only of
// the words of the name; nothing that is a word itself ("las", "bar"). Thread-safe: no state.
#pragma once

#include "core/analysis/analyzer.h"

#include <string>
#include <string_view>
#include <vector>

namespace wespol {

/// Folded, distinct: of the whole name and of what stands before its seat, branch or patron, with
/// and without the small words. Empty for names of fewer than three words.
std::vector<std::string> initials_of(std::string_view name, const Analyzer& analyzer);

}  // namespace wespol
