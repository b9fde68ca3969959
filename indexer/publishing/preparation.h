// SPDX-License-Identifier: GPL-3.0-or-later
// Everything a publication is decided by: the sources read and linked, what is served, what would
// change. The same for build, diff and a trial run; nothing is written. Not thread-safe.
#pragma once

#include "core/analysis/analyzer.h"
#include "core/index/generation_store.h"
#include "core/support/progress.h"
#include "indexer/diff/change_finder.h"
#include "indexer/loading/catalogue_loader.h"
#include "indexer/publishing/publication_limits.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <ostream>

namespace wespol {

struct Preparation {
    std::shared_ptr<const Analyzer> analyzer;
    LoadedCatalogue loaded;
    PublicationLimits limits;
    std::optional<ServedGeneration> served;
    ChangeSet changes;
    bool is_unchanged = false;  ///< what is served was built of the same by the same rules
};

struct PreparationPaths {
    std::filesystem::path data, dictionary;
};

/// A generation that is damaged is told of in `remarks`; nothing can be compared with it. Throws
/// Error when the sources cannot be read at all.
Preparation prepare(const PreparationPaths& paths, const GenerationStore& store,
                    std::ostream& remarks, const Progress& progress);

/// Throws Error(data_rejected) when it must not be published; see publication_limits.h. What would
/// be lost of a damaged generation is unknown, so a person has to accept that too.
void refuse_unfit(const Preparation& preparation, bool accepts_losses);

}  // namespace wespol
