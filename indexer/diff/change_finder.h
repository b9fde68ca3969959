// SPDX-License-Identifier: GPL-3.0-or-later
// Compares what was loaded with the generation that is served, record by record and field by field.
// Fields are those that the index keeps (record_keys.h): a new one is compared without a word here.
// Thread-safe: no state.
#pragma once

#include "core/catalogue/calendar.h"
#include "core/index/manifest.h"
#include "core/support/progress.h"
#include "indexer/diff/change_set.h"
#include "indexer/loading/catalogue_loader.h"

#include <filesystem>

namespace wespol {

/// A generation whose files were verified.
struct ServedGeneration {
    std::filesystem::path directory;
    Manifest manifest;
};

/// `served` may be null: then everything is new. `loaded` has been linked. `today` is the day on
/// which certificates that were valid on the day of publication may have expired.
/// Throws Error(environment) when the generation cannot be read.
ChangeSet find_changes(const ServedGeneration* served, const LoadedCatalogue& loaded, Day today,
                       const Progress& progress = {});

/// The day in Poland on which it was built.
Day day_of(const Manifest& manifest);

}  // namespace wespol
