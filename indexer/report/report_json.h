// SPDX-License-Identifier: GPL-3.0-or-later
// What a build found in the sources, for programs: everything, nothing cut off. Kept in the
// generation as report.json; the shape is described in docs/report.md. No times and no paths of the
// machine in it: equal sources against the same generation give equal reports on one day.
// Thread-safe: no state.
#pragma once

#include "core/catalogue/quality_figures.h"
#include "indexer/diff/change_set.h"
#include "indexer/loading/catalogue_loader.h"

#include <string>
#include <string_view>
#include <vector>

namespace wespol {

/// `changes_text` is changes_json(changes). Long lists have one element a line and are written one
/// by one: what it takes is the memory of the text.
std::string report_json(const LoadedCatalogue& loaded, const ChangeSet& changes,
                        std::string_view changes_text);

/// Rows and rejected rows, as everyone may see them.
std::vector<SourceFigures> source_figures(const LoadedCatalogue& loaded);

}  // namespace wespol
