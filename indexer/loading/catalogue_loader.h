// SPDX-License-Identifier: GPL-3.0-or-later
// A data folder → the catalogue and what there is to say about it. A wrong record costs itself and
// is named; vocabularies, region and missing files stop everything (reference_loader.h).
// Thread-safe: no state.
#pragma once

#include "core/catalogue/catalogue.h"
#include "core/support/diagnostic.h"
#include "core/support/progress.h"
#include "indexer/linking/link_outcome.h"

#include <cstddef>
#include <filesystem>
#include <string>
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
    std::vector<LinkOutcome> links;  ///< filled by link_certificates
};

/// `dictionary` is the Polish one, for names that a list writes in capitals; "" is the one that
/// came with the program. It is opened only when such a list is there.
LoadedCatalogue load_catalogue(const std::filesystem::path& directory,
                               const std::filesystem::path& dictionary = {},
                               const Progress& progress = {});

}  // namespace wespol
