// SPDX-License-Identifier: GPL-3.0-or-later
// One published generation, opened for reading: its references, analyzer and columns in memory,
// its path for opening the database. Immutable and shared by all threads through shared_ptr;
// the Xapian database itself is opened anew by each request (Database is not thread-safe).
#pragma once

#include "core/analysis/analyzer.h"
#include "core/catalogue/catalogue.h"
#include "core/catalogue/quality_figures.h"
#include "core/index/columns.h"
#include "core/index/completion_table.h"
#include "core/index/concept_finder.h"
#include "core/index/generation_store.h"
#include "core/index/manifest.h"
#include "core/index/place_finder.h"
#include "core/index/spelling_dictionary.h"
#include "core/index/state_finder.h"

#include <filesystem>
#include <memory>
#include <string>

namespace Xapian {
class Database;
}

namespace wespol {

class IndexSnapshot {
  public:
    /// Opens generation folder `directory` after verifying its manifest: every file's SHA-256,
    /// the schema's and the analyzer's fingerprints. Throws Error(environment) with what to run.
    static std::shared_ptr<const IndexSnapshot> open(const std::filesystem::path& directory,
                                                     std::shared_ptr<const Analyzer> analyzer);

    const std::string& generation() const { return manifest_.generation; }
    const Manifest& manifest() const { return manifest_; }
    const References& references() const { return references_; }
    const QualityFigures& quality() const { return quality_; }
    const Analyzer& analyzer() const { return *analyzer_; }
    const Columns& columns() const { return columns_; }
    const ConceptFinder& concepts() const { return concepts_; }
    const CompletionTable& completions() const { return completions_; }
    const PlaceFinder& places() const { return places_; }
    const StateFinder& states() const { return states_; }
    const SpellingDictionary& spelling() const { return spelling_; }

    /// A database of one's own: not to be shared between threads.
    Xapian::Database open_database() const;

  private:
    IndexSnapshot() = default;

    GenerationHold hold_;
    std::filesystem::path directory_;
    Manifest manifest_;
    References references_;
    QualityFigures quality_;
    std::shared_ptr<const Analyzer> analyzer_;
    Columns columns_;
    ConceptFinder concepts_;
    CompletionTable completions_;
    PlaceFinder places_;
    StateFinder states_;
    SpellingDictionary spelling_;
};

}  // namespace wespol
