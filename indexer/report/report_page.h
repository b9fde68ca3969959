// SPDX-License-Identifier: GPL-3.0-or-later
// What a build found in the sources, for people: one HTML page that needs nothing but itself, for
// the screen, the telephone and the printer. Long lists are cut and say where the rest is; whatever
// stands in a source is text there, never markup. Not the public page (server/pages/quality_view).
// Thread-safe: no state.
#pragma once

#include "indexer/diff/change_set.h"
#include "indexer/loading/catalogue_loader.h"

#include <cstddef>
#include <string>
#include <vector>

namespace wespol {

/// What the page is about.
struct ReportHeading {
    std::string title = "Raport z budowania katalogu";
    std::string verdict = {};                  ///< one sentence: how it ended; may be empty
    std::vector<std::string> next_steps = {};  ///< what to do now
    std::string file = {};  ///< "sources/…": what there is to say of it comes first; may be empty
};

/// Throws Error(environment) when the template that comes with the program is missing or broken.
std::string report_page(const LoadedCatalogue& loaded, const ChangeSet& changes,
                        const ReportHeading& heading = {});

/// The most that is shown of a list.
inline constexpr std::size_t kMostShownRemarks = 500;
inline constexpr std::size_t kMostShownRecords = 200;

}  // namespace wespol
