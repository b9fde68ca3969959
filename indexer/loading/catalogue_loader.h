// SPDX-License-Identifier: GPL-3.0-or-later
// A data folder → the catalogue and what there is to say about it. A wrong record costs itself and
// is named; vocabularies, region and missing files stop everything (reference_loader.h).
// Thread-safe: no state.
#pragma once

#include "core/catalogue/catalogue.h"
#include "core/support/diagnostic.h"
#include "core/support/progress.h"
#include "indexer/linking/decisions.h"
#include "indexer/linking/link_outcome.h"

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <unordered_set>
#include <vector>

namespace wespol {

struct SourceCount {
    std::string file;
    std::size_t rows = 0;      ///< not blank
    std::size_t rejected = 0;  ///< rows that gave no record
    bool is_readable = true;   ///< false: the file is broken as a whole
};

struct LoadedCatalogue {
    Catalogue catalogue;
    Diagnostics diagnostics;
    std::vector<SourceCount> sources;
    Decisions decisions;
    std::vector<LinkOutcome> links;  ///< of entities; link_certificates adds those of certificates
    std::unordered_set<std::string> made_certificate_ids;    ///< of words; the others a list gives
    std::map<std::string, std::string> merged_certificates;  ///< id → id of the one it is
    std::unordered_set<std::string> subjects;  ///< of decisions: what the records may be called
};

/// Entities that stand in several lists are merged (indexer/merging). `dictionary` is the Polish
/// one, for that and for names that a list writes in capitals; "" is the one that came with the
/// program. It is opened only when such lists are there.
LoadedCatalogue load_catalogue(const std::filesystem::path& directory,
                               const std::filesystem::path& dictionary = {},
                               const Progress& progress = {});

}  // namespace wespol
