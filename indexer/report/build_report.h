// SPDX-License-Identifier: GPL-3.0-or-later
// What a build found in the sources: as JSON for programs (kept in the generation as report.json)
// and as a few lines of plain Polish for the one at the terminal. No times and no paths of the
// machine in it: equal sources against the same generation give equal reports on one day.
// Thread-safe: no state.
#pragma once

#include "indexer/loading/catalogue_loader.h"

#include <string>
#include <vector>

namespace wespol {

/// {"counts", "sources", "coverage", "unknown_words", "links", "diagnostics", "changes"}; the last
/// is `changes`, the text of changes_json().
std::string report_json(const LoadedCatalogue& loaded, const std::string& changes);

/// What came in, what was rejected, and the warnings by kind.
std::vector<std::string> summary_lines(const LoadedCatalogue& loaded);

}  // namespace wespol
