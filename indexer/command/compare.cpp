// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/analyzer.h"
#include "indexer/command/commands.h"
#include "indexer/linking/evidence_json.h"
#include "indexer/linking/name_pair.h"
#include "indexer/loading/catalogue_loader.h"

namespace wespol {

int compare(const Options& options, std::ostream& out) {
    const LoadedCatalogue loaded = load_catalogue(options.data, options.dictionary);
    const Linker linker(Analyzer::open(options.dictionary), loaded.catalogue.references.region,
                        linkage_records(loaded.catalogue.entities), loaded.decisions);
    out << comparison_json(compare_listed_names(linker, options.texts.at(0), options.texts.at(1)))
        << '\n';
    return kPublished;
}

}  // namespace wespol
