// SPDX-License-Identifier: GPL-3.0-or-later
// Catalogue → a complete, verified generation folder that is not yet published.
// One call at a time per store (hold GenerationStore::Lock). Throws Error on failure and leaves
// nothing that a reader could take for a generation.
#pragma once

#include "core/analysis/analyzer.h"
#include "core/catalogue/catalogue.h"
#include "core/catalogue/quality_figures.h"
#include "core/index/generation_store.h"
#include "core/index/manifest.h"
#include "core/support/progress.h"

#include <functional>
#include <memory>
#include <string>

namespace wespol {

/// Equal catalogues under equal rules have equal digests.
std::string content_digest(const Catalogue& catalogue, const Analyzer& analyzer);

/// What is told of a catalogue beside its records; see generation_files.h.
struct KeptReport {
    std::string json, page;
    QualityFigures figures;
};

/// `report` is kept in the generation.
Manifest build_generation(const Catalogue& catalogue, std::shared_ptr<const Analyzer> analyzer,
                          const GenerationStore& store, const KeptReport& report,
                          const Progress& progress = {});

}  // namespace wespol
