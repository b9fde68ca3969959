// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/analyzer.h"
#include "indexer/command/commands.h"
#include "indexer/linking/evidence_json.h"
#include "indexer/linking/name_pair.h"
#include "indexer/loading/catalogue_loader.h"

#include <memory>
#include <utility>

namespace wespol {

int compare(const Options& options, std::ostream& out) {
    const auto analyzer =
        std::make_shared<const Analyzer>(std::make_shared<const MorphologicalDictionary>(
            MorphologicalDictionary::open(options.dictionary)));
    LoadedCatalogue loaded = load_catalogue(options.data);
    Decisions decisions = Decisions::load(options.data, loaded.diagnostics);
    const Linker linker(analyzer, loaded.catalogue.references.region,
                        linkage_records(loaded.catalogue.entities), std::move(decisions));
    out << comparison_json(compare_listed_names(linker, options.texts.at(0), options.texts.at(1)))
        << '\n';
    return kPublished;
}

}  // namespace wespol
