// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/analyzer.h"
#include "indexer/command/commands.h"
#include "indexer/linking/name_pair.h"
#include "indexer/loading/catalogue_loader.h"

#include <cmath>
#include <memory>

#include <nlohmann/json.hpp>

namespace wespol {
namespace {

double to_tenths(double bits) {
    return std::round(bits * 10) / 10;
}

}  // namespace

int compare(const Options& options, std::ostream& out) {
    const auto analyzer =
        std::make_shared<const Analyzer>(std::make_shared<const MorphologicalDictionary>(
            MorphologicalDictionary::open(options.dictionary)));
    LoadedCatalogue loaded = load_catalogue(options.data);
    const Linker linker(analyzer, loaded.catalogue.references.region,
                        linkage_records(loaded.catalogue.entities),
                        Decisions::load(options.data, loaded.diagnostics));
    const Comparison comparison =
        compare_listed_names(linker, options.texts.at(0), options.texts.at(1));

    nlohmann::ordered_json json{{"band", code(comparison.band)},
                                {"score", to_tenths(comparison.score)},
                                {"evidence", nlohmann::ordered_json::array()}};
    for (const Evidence& each : comparison.evidence)
        json["evidence"].push_back({{"what", each.what},
                                    {"says", each.says},
                                    {"a", each.a},
                                    {"b", each.b},
                                    {"weight", to_tenths(each.weight)}});
    out << json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
    return kPublished;
}

}  // namespace wespol
