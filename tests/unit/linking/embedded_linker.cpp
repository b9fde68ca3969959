// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/linking/embedded_linker.h"

#include <fstream>
#include <stdexcept>

#include <nlohmann/json.hpp>

namespace wespol::test {

std::vector<NamePair> name_pairs(const std::string& file) {
    std::ifstream in(WESPOL_SOURCE_DIR "/tests/fixtures/linkage/" + file);
    if (!in) throw std::runtime_error("cannot read " + file);
    std::vector<NamePair> pairs;
    for (std::string line; std::getline(in, line);) {
        const auto json = nlohmann::json::parse(line);
        pairs.push_back({json.at("a"), json.at("b"), json.at("same"), json.at("kind")});
    }
    return pairs;
}

const LoadedCatalogue& embedded_catalogue() {
    static const LoadedCatalogue loaded = load_catalogue(WESPOL_SOURCE_DIR "/data");
    return loaded;
}

std::shared_ptr<const Analyzer> shared_analyzer() {
    static const auto analyzer =
        std::make_shared<const Analyzer>(std::make_shared<const MorphologicalDictionary>(
            MorphologicalDictionary::open(WESPOL_RESOURCE_DIR "/polish.dict")));
    return analyzer;
}

const Linker& embedded_linker() {
    const Catalogue& catalogue = embedded_catalogue().catalogue;
    static const Linker linker(shared_analyzer(), catalogue.references.region,
                               linkage_records(catalogue.entities));
    return linker;
}

}  // namespace wespol::test
